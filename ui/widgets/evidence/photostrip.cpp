// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/photostrip.h"

#include "ui/models/evidencemodel.h"
#include "ui/text/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace markaz::ui {
namespace {

constexpr QSize kPhoto{104, 64};
constexpr int kGap = 8;
constexpr int kRadius = 4;
constexpr int kMark = 20;

class PhotoDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return kPhoto + QSize(kGap, kGap);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = currentTheme();
        const QRect photo(option.rect.topLeft() + QPoint(kGap / 2, kGap / 2), kPhoto);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        QPainterPath shape;
        shape.addRoundedRect(photo, kRadius, kRadius);
        painter->setClipPath(shape);
        painter->fillPath(shape, theme.colour(Colour::Alt));
        const auto image = index.data(Qt::DecorationRole).value<QImage>();
        if (image.isNull()) {
            paintWords(*painter, photo, index);
        } else {
            // The middle of the picture in the strip's shape; photos are never mirrored.
            const QSizeF part = QSizeF(kPhoto).scaled(image.size(), Qt::KeepAspectRatio);
            painter->drawImage(
                QRectF(photo), image,
                QRectF(QPointF((image.width() - part.width()) / 2, (image.height() - part.height()) / 2), part));
        }
        paintTime(*painter, photo, index);
        paintMarked(*painter, photo, index);
        paintMark(*painter, photo, index, option.direction);
        painter->setClipping(false);
        painter->setBrush(Qt::NoBrush);
        const bool selected =
            option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_Active);
        const bool focus = option.state.testFlag(QStyle::State_HasFocus);
        painter->setPen(QPen(theme.colour(focus ? Colour::Focus : (selected ? Colour::Accent : Colour::Line)),
                             focus || selected ? 2 : 1));
        painter->drawPath(shape);
        painter->restore();
    }

private:
    static void paintWords(QPainter &painter, const QRect &photo, const QModelIndex &index)
    {
        const Theme theme = currentTheme();
        const bool document = index.data(EvidenceModel::MediaTypeRole).toString() == QLatin1String("application/pdf");
        const bool here = index.data(EvidenceModel::HereRole).toBool();
        const QRect top = photo.adjusted(0, 6, 0, -34);
        paintIcon(painter, top, document ? QStringLiteral("view-certificate") : QStringLiteral("camera-photo"),
                  theme.colour(here ? Colour::Text2 : Colour::Text3), 22);
        const QFont font = theme.font(Type::Caption);
        painter.setFont(font);
        painter.setPen(theme.colour(here ? Colour::Text : Colour::Text3));
        const QString words = document || here ? index.data().toString() : PhotoStrip::tr("Not here yet");
        drawWords(painter, photo.adjusted(6, 28, -6, -18), Qt::AlignCenter, elided(words, font, photo.width() - 12));
    }

    /// When it was taken, or, as a warning, how far away.
    static void paintTime(QPainter &painter, const QRect &photo, const QModelIndex &index)
    {
        const QString when = index.data(EvidenceModel::WhenRole).toString();
        const QString away = index.data(EvidenceModel::AwayRole).toString();
        if (when.isEmpty() && away.isEmpty())
            return;
        const StatusColours warn = currentTheme().status(Status::Warn);
        const QFont font = currentTheme().font(Type::Caption);
        const int icon = away.isEmpty() ? 0 : 14;
        const QString words = elided(away.isEmpty() ? when : away, font, photo.width() - 20 - icon);
        const int width = QFontMetrics(font).horizontalAdvance(words) + 10 + icon;
        const QRect label(photo.left() + 4, photo.bottom() - 19, width, 16);
        painter.setPen(away.isEmpty() ? QPen(Qt::NoPen) : QPen(warn.border, 1));
        painter.setBrush(away.isEmpty() ? QColor(0, 0, 0, 176) : warn.ground);
        painter.drawRoundedRect(label, 3, 3);
        if (!away.isEmpty())
            paintIcon(painter, QRect(label.left() + 3, label.top(), icon, label.height()), QStringLiteral("triangle"),
                      warn.text, 12);
        painter.setPen(away.isEmpty() ? QColor(Qt::white) : warn.text);
        painter.setFont(font);
        drawWords(painter, label.adjusted(icon, 0, 0, 0), Qt::AlignCenter, words);
    }

    /// That marks are drawn on it: a pencil.
    static void paintMarked(QPainter &painter, const QRect &photo, const QModelIndex &index)
    {
        if (!index.data(EvidenceModel::MarkedRole).toBool())
            return;
        const StatusColours colours = currentTheme().status(Status::Review);
        const QRect badge(photo.right() - kMark - 3, photo.bottom() - kMark - 3, kMark, kMark);
        painter.setPen(QPen(colours.border, 1));
        painter.setBrush(colours.ground);
        painter.drawEllipse(badge);
        paintIcon(painter, badge, QStringLiteral("document-edit"), colours.text, 14);
    }

    /// On the server, or still on its way: by shape as well as by colour.
    static void paintMark(QPainter &painter, const QRect &photo, const QModelIndex &index,
                          Qt::LayoutDirection direction)
    {
        const bool received = index.data(EvidenceModel::ReceivedRole).toBool();
        const StatusColours colours = currentTheme().status(received ? Status::Ok : Status::Info);
        const QRect mark =
            QStyle::visualRect(direction, photo, {photo.right() - kMark - 3, photo.top() + 4, kMark, kMark});
        painter.setPen(QPen(colours.border, 1));
        painter.setBrush(colours.ground);
        painter.drawEllipse(mark);
        paintIcon(painter, mark, received ? QStringLiteral("check") : QStringLiteral("up"), colours.text, 14);
    }
};

} // namespace

PhotoStrip::PhotoStrip(QWidget *parent)
    : QListView(parent)
{
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setItemDelegate(new PhotoDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("clear", true);
    viewport()->setAutoFillBackground(false);
    // Room for the bar only while there is one.
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, [this] { updateGeometry(); });
    connect(this, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT openRequested(index.row()); });
}

void PhotoStrip::setGrid()
{
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize PhotoStrip::sizeHint() const
{
    const int bar = horizontalScrollBar()->maximum() > 0 ? horizontalScrollBar()->sizeHint().height() : 0;
    return {4 * (kPhoto.width() + kGap), kPhoto.height() + kGap + bar};
}

void PhotoStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && currentIndex().isValid()) {
        Q_EMIT removeRequested(currentIndex().row());
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace markaz::ui
