// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/largephoto.h"

#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace markaz::ui {
namespace {

constexpr int kPicture = 186; ///< px, its height
constexpr int kRadius = 6;

} // namespace

LargePhoto::LargePhoto(const Services &services, EvidenceModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_reader(contentStoreOf(services.workspace))
    , m_words(plainLabel(this))
    , m_previous(iconButton(QStringLiteral("go-previous"), tr("Previous file"), this))
    , m_next(iconButton(QStringLiteral("go-next"), tr("Next file"), this))
{
    setObjectName(QStringLiteral("largePhoto"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_previous->setProperty("compact", true);
    m_next->setProperty("compact", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kPicture + 4, 0, 0);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(4);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setFont(currentTheme().font(Type::Caption));
    m_words->setWordWrap(true);
    foot->addWidget(m_words, 1);
    foot->addWidget(m_previous, 0, Qt::AlignTop);
    foot->addWidget(m_next, 0, Qt::AlignTop);
    column->addLayout(foot);
    connect(m_previous, &QToolButton::clicked, this, [this] { showRow(row() - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { showRow(row() + 1); });
    connect(&m_reader, &PictureReader::answered, this, qOverload<>(&QWidget::update));
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &LargePhoto::refresh);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LargePhoto::refill);
    refill();
}

void LargePhoto::refill()
{
    m_index = m_model.rowCount() > 0 ? m_model.index(0) : QModelIndex();
    setVisible(m_index.isValid());
    refresh();
}

void LargePhoto::showRow(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    m_index = m_model.index(row);
    refresh();
}

void LargePhoto::refresh()
{
    if (!m_index.isValid())
        return;
    const bool several = m_model.rowCount() > 1;
    m_previous->setVisible(several);
    m_next->setVisible(several);
    m_previous->setEnabled(row() > 0);
    m_next->setEnabled(row() + 1 < m_model.rowCount());
    const QString place = m_index.data(EvidenceModel::PlaceRole).toString();
    const QString what = place.isEmpty() ? m_index.data().toString() : place;
    m_words->setText(several ? tr("%1 of %2. %3").arg(row() + 1).arg(m_model.rowCount()).arg(what) : what);
    setAccessibleName(tr("File %1 of %2: %3").arg(row() + 1).arg(m_model.rowCount()).arg(m_index.data().toString()));
    setAccessibleDescription(tr("Enter shows it large, the arrows go to the others"));
    const bool readable = isPhoto() && m_index.data(EvidenceModel::HereRole).toBool();
    m_reader.want(readable ? m_index.data(EvidenceModel::HashRole).toString() : QString(),
                  QSize(width(), kPicture) * devicePixelRatioF());
    update();
}

bool LargePhoto::isPhoto() const
{
    return m_index.data(EvidenceModel::MediaTypeRole).toString().startsWith(QLatin1String("image/"));
}

QRect LargePhoto::pictureRect() const
{
    return {0, 0, width(), kPicture};
}

void LargePhoto::keyPressEvent(QKeyEvent *event)
{
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return showRow(row() - forward);
    case Qt::Key_Right:
        return showRow(row() + forward);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT openRequested(row());
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void LargePhoto::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton && pictureRect().contains(event->pos());
}

void LargePhoto::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_pressed, false) && pictureRect().contains(event->pos()))
        Q_EMIT openRequested(row());
}

void LargePhoto::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRect area = pictureRect().adjusted(1, 1, -1, -1);
    QPainterPath shape;
    shape.addRoundedRect(area, kRadius, kRadius);
    painter.fillPath(shape, theme.colour(Colour::Base));
    if (m_reader.image().isNull()) {
        const bool photo = isPhoto();
        const bool here = m_index.data(EvidenceModel::HereRole).toBool();
        paintIcon(painter, area.adjusted(0, 0, 0, -40),
                  photo ? QStringLiteral("camera-photo") : QStringLiteral("view-certificate"),
                  theme.colour(Colour::Text3), 32);
        painter.setFont(theme.font(Type::Caption));
        painter.setPen(theme.colour(Colour::Text2));
        const QString words = !here                    ? tr("Not on this laptop yet")
                              : !photo                 ? m_index.data().toString()
                              : !m_reader.isAnswered() ? tr("Opening the picture")
                                                       : tr("This picture cannot be read");
        drawWords(painter, area.adjusted(12, 60, -12, 0), Qt::AlignCenter,
                  elided(words, theme.font(Type::Caption), area.width() - 24));
    } else {
        painter.setClipPath(shape);
        const QSizeF size =
            QSizeF(m_reader.image().size()).scaled(area.size(), Qt::KeepAspectRatio); // whole, never cropped
        painter.drawImage(QRectF(QRectF(area).center() - QPointF(size.width() / 2, size.height() / 2), size),
                          m_reader.image());
        painter.setClipping(false);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.colour(hasFocus() ? Colour::Focus : Colour::Line), hasFocus() ? 2 : 1));
    painter.drawPath(shape);
}

void LargePhoto::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refresh(); // it may be read larger now
}

void LargePhoto::focusInEvent(QFocusEvent *event)
{
    update();
    QWidget::focusInEvent(event);
}

void LargePhoto::focusOutEvent(QFocusEvent *event)
{
    update();
    QWidget::focusOutEvent(event);
}

} // namespace markaz::ui
