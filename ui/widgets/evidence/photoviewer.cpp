// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/photoviewer.h"

#include "core/support/wholefile.h"
#include "ui/text/format.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/savedialog.h"
#include "ui/widgets/statuschip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kHead = 56;
constexpr int kMargin = 16;
constexpr qint64 kPiece = 256LL * 1024;

} // namespace

PhotoViewer::PhotoViewer(const Services &services, EvidenceModel &model, bool editable, QWidget *page)
    : Overlay(page)
    , m_services(services)
    , m_model(model)
    , m_store(contentStoreOf(services.workspace))
    , m_editable(editable)
    , m_reader(m_store)
{
    setObjectName(QStringLiteral("photoViewer"));
    setAccessibleName(tr("File viewer"));
    build();
    connect(&m_reader, &PictureReader::answered, this, qOverload<>(&QWidget::update));
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &PhotoViewer::refresh);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &QWidget::close);
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void PhotoViewer::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, 0, kMargin, kMargin);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_title = plainLabel(this);
    m_title->setTextFormat(Qt::PlainText); // a file's name is anybody's text
    m_title->setFont(currentTheme().font(Type::SectionTitle));
    m_words = plainLabel(this);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setFont(currentTheme().font(Type::Caption));
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_words);
    words->addStretch();
    head->addLayout(words, 1);
    m_previous = iconButton(QStringLiteral("go-previous"), tr("Previous file"), this);
    m_next = iconButton(QStringLiteral("go-next"), tr("Next file"), this);
    m_fetch = new QPushButton(tr("Fetch it now"), this);
    m_mark = new QPushButton(tr("Mark…"), this);
    m_mark->setObjectName(QStringLiteral("markPhoto"));
    m_mark->setIcon(icon(QStringLiteral("document-edit")));
    m_mark->setToolTip(tr("Draws arrows, circles and words on a copy; the photo stays as it is"));
    m_save = new QPushButton(tr("Save a copy…"), this);
    m_remove = new QPushButton(tr("Remove"), this);
    m_remove->setObjectName(QStringLiteral("removePhoto"));
    m_remove->setProperty("role", QStringLiteral("danger"));
    m_close = new QPushButton(tr("Close"), this);
    m_close->setObjectName(QStringLiteral("closeViewer"));
    for (QWidget *control :
         {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_fetch),
          static_cast<QWidget *>(m_mark), static_cast<QWidget *>(m_save), static_cast<QWidget *>(m_remove),
          static_cast<QWidget *>(m_close)})
        head->addWidget(control);
    auto *bar = new QWidget(this);
    bar->setLayout(head);
    head->setContentsMargins(0, 0, 0, 0);
    bar->setFixedHeight(kHead);
    column->addWidget(bar);
    m_place = new StatusChip(this);
    m_place->setObjectName(QStringLiteral("takenWhere"));
    column->addSpacing(8);
    column->addWidget(m_place, 0, Qt::AlignLeading);
    column->addStretch();
    connect(m_previous, &QToolButton::clicked, this, [this] { showRow(m_index.row() - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { showRow(m_index.row() + 1); });
    connect(m_fetch, &QPushButton::clicked, this, &PhotoViewer::fetch);
    connect(m_mark, &QPushButton::clicked, this, [this] { Q_EMIT markRequested(m_index.row()); });
    connect(m_save, &QPushButton::clicked, this, &PhotoViewer::saveCopy);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_index.row()); });
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
}

void PhotoViewer::showRow(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    m_index = m_model.index(row);
    refresh();
}

void PhotoViewer::refresh()
{
    if (!m_index.isValid())
        return;
    m_title->setText(m_index.data().toString());
    alignLeading(m_title);
    m_words->setText(tr("%1 of %2. %3")
                         .arg(m_index.row() + 1)
                         .arg(m_model.rowCount())
                         .arg(m_index.data(EvidenceModel::FactsRole).toString()));
    const bool here = m_index.data(EvidenceModel::HereRole).toBool();
    m_previous->setEnabled(m_index.row() > 0);
    m_next->setEnabled(m_index.row() + 1 < m_model.rowCount());
    m_fetch->setVisible(!here && m_index.data(EvidenceModel::ReceivedRole).toBool());
    const QString place = m_index.data(EvidenceModel::PlaceRole).toString();
    const bool elsewhere = !m_index.data(EvidenceModel::AwayRole).toString().isEmpty();
    m_place->setContent(elsewhere ? ChipContent{Status::Warn, QStringLiteral("triangle"), place}
                                  : ChipContent{Status::Neutral, QStringLiteral("clock"), place});
    m_place->setVisible(!place.isEmpty());
    const bool earlier = m_index.data(EvidenceModel::EarlierRole).toInt() > 0;
    m_mark->setVisible(here && m_editable && m_markable && !earlier &&
                       m_index.data(EvidenceModel::KindRole) == QLatin1String("photo") &&
                       !m_index.data(EvidenceModel::MarkedRole).toBool());
    m_save->setVisible(here);
    m_remove->setVisible(m_editable && !earlier);
    const bool photo = m_index.data(EvidenceModel::MediaTypeRole).toString().startsWith(QLatin1String("image/"));
    m_reader.want(photo && here ? m_index.data(EvidenceModel::HashRole).toString() : QString(),
                  pictureRect().size() * devicePixelRatioF());
    update();
}

void PhotoViewer::fetch()
{
    if (auto asked = FetchEvidence(m_services.workspace).run(m_model.idAt(m_index.row())); !asked)
        Q_EMIT failed(asked.error());
}

QRect PhotoViewer::pictureRect() const
{
    return rect().adjusted(kMargin, kHead + 8 + currentTheme().chipHeight() + 8, -kMargin, -kMargin);
}

void PhotoViewer::saveCopy()
{
    askWhereToSave(this, tr("Save a copy"), {}, m_index.data().toString(),
                   [this](const QString &path) { writeCopy(path); });
}

void PhotoViewer::writeCopy(const QString &path)
{
    auto source = m_store.open(m_index.data(EvidenceModel::HashRole).toString());
    if (!source) {
        Q_EMIT failed(source.error());
        return;
    }
    QSaveFile copy(path);
    bool written = copy.open(QIODevice::WriteOnly);
    while (written && !(*source)->atEnd()) {
        const QByteArray piece = (*source)->read(kPiece);
        written = !piece.isEmpty() && copy.write(piece) == piece.size();
    }
    const auto whole =
        written ? commitWhole(copy) : Result<void>(makeError(ErrorCode::StorageFailed, copy.errorString()));
    if (!whole)
        Q_EMIT failed(makeError(ErrorCode::StorageFailed, whole.error().detail, QStringLiteral("file.copy")));
}

void PhotoViewer::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    switch (event->key()) {
    case Qt::Key_Left:
        showRow(m_index.row() + (mirrored ? 1 : -1));
        break;
    case Qt::Key_Right:
        showRow(m_index.row() + (mirrored ? -1 : 1));
        break;
    default:
        Overlay::keyPressEvent(event);
    }
}

void PhotoViewer::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::Window));
    painter.fillRect(QRect(0, 0, width(), kHead), theme.colour(Colour::Base));
    painter.setPen(theme.colour(Colour::Line));
    painter.drawLine(0, kHead, width(), kHead);
    const QRect area = pictureRect();
    if (const QImage &image = m_reader.image(); !image.isNull()) {
        const QSizeF size = QSizeF(image.size()).scaled(area.size(), Qt::KeepAspectRatio);
        const QSizeF natural = QSizeF(image.size()) / devicePixelRatioF(); // a small picture is not blown up
        const QSizeF shown = size.width() > natural.width() ? natural : size;
        const QRectF target(QPointF(area.center()) - QPointF(shown.width() / 2, shown.height() / 2), shown);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, image);
        return;
    }
    QString words;
    if (!m_index.data(EvidenceModel::HereRole).toBool())
        words = m_index.data(EvidenceModel::ReceivedRole).toBool()
                    ? tr("This file is on the server and not on this laptop yet.")
                    : tr("This file is still on the inspector’s laptop. It comes by itself.");
    else if (!m_index.data(EvidenceModel::MediaTypeRole).toString().startsWith(QLatin1String("image/")))
        words = tr("A document: save a copy to read it.");
    else if (!m_reader.isAnswered())
        words = tr("Opening the picture");
    else
        words = tr("This picture cannot be read. The file itself is kept as it is.");
    painter.setFont(theme.font(Type::Body));
    painter.setPen(theme.colour(Colour::Text2));
    drawWords(painter, area, Qt::AlignCenter | Qt::TextWordWrap, words);
}

} // namespace markaz::ui
