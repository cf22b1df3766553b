// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/evidencepane.h"

#include "ui/commands/evidencecommand.h"
#include "ui/text/format.h"
#include "ui/widgets/evidence/photomarks.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/photoviewer.h"
#include "ui/widgets/evidence/thumbnails.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace markaz::ui {

EvidencePane::EvidencePane(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_thumbnails(std::make_unique<Thumbnails>(contentStoreOf(services.workspace)))
    , m_model(std::make_unique<EvidenceModel>(services, *m_thumbnails))
    , m_noCamera(services.camera == nullptr)
{
    setObjectName(QStringLiteral("evidencePane"));
    setAcceptDrops(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // no room that the strip does not need
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *side = new QVBoxLayout;
    side->setSpacing(4);
    m_adding = buildAdding();
    side->addWidget(m_adding, 0, Qt::AlignLeading);
    m_words = plainLabel(this);
    m_words->setFont(currentTheme().font(Type::Caption));
    side->addWidget(m_words);
    side->addStretch();
    row->addLayout(side);
    m_strip = new PhotoStrip(this);
    m_strip->setObjectName(QStringLiteral("photoStrip"));
    m_strip->setModel(m_model.get());
    row->addWidget(m_strip, 1);
    connect(m_strip, &PhotoStrip::openRequested, this, &EvidencePane::open);
    connect(m_strip, &QAbstractItemView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(index.row()); });
    connect(m_strip, &PhotoStrip::removeRequested, this, &EvidencePane::remove);
    connect(m_model.get(), &EvidenceModel::failed, this, &EvidencePane::failed);
    connect(m_model.get(), &QAbstractItemModel::modelReset, this, [this] {
        refresh();
        Q_EMIT contentChanged();
    });
    connect(&queue(), &AttachQueue::changed, this, &EvidencePane::refresh);
    connect(&queue(), &AttachQueue::failed, this, &EvidencePane::tellFailures);
    connect(&queue(), &AttachQueue::attached, this, [this](const Evidence &evidence) {
        if (AttachPlace{evidence.inspectionId(), evidence.item()} == place())
            Q_EMIT attached(evidence.id());
    });
    refresh();
}

EvidencePane::~EvidencePane() = default;

AttachPlace EvidencePane::place() const
{
    return {m_model->inspectionId(), m_model->item()};
}

bool EvidencePane::isBusy() const
{
    return queue().pending(place()) > 0;
}

void EvidencePane::showItem(const QString &inspectionId, const QString &item, bool editable)
{
    m_editable = editable;
    m_strip->setAccessibleName(item.isEmpty() ? tr("Files of the visit") : tr("Files of %1").arg(format::code(item)));
    if (m_model->inspectionId() != inspectionId || m_model->item() != item)
        m_model->show(inspectionId, item);
    refresh();
}

bool EvidencePane::isEmpty() const
{
    return m_model->rowCount() == 0;
}

void EvidencePane::refresh()
{
    m_adding->setVisible(m_editable);
    for (QWidget *way :
         {static_cast<QWidget *>(m_add), static_cast<QWidget *>(m_camera), static_cast<QWidget *>(m_paste)})
        way->setEnabled(!isBusy());
    m_camera->setToolTip(m_noCamera ? tr("No camera was found on this laptop")
                                    : tr("Takes a photo with this laptop’s camera"));
    m_strip->setVisible(!isEmpty());
    m_words->setText(m_dragged  ? tr("Drop to add")
                     : isBusy() ? tr("Checking the file")
                                : (isEmpty() ? tr("No photo yet") : QString()));
    m_words->setVisible(!m_words->text().isEmpty());
}

void EvidencePane::open(int row)
{
    auto *viewer = new PhotoViewer(m_services, *m_model, m_editable, this);
    connect(viewer, &PhotoViewer::removeRequested, this, &EvidencePane::remove);
    connect(viewer, &PhotoViewer::failed, this, &EvidencePane::failed);
    connect(viewer, &PhotoViewer::markRequested, this, &EvidencePane::mark);
    viewer->showRow(row);
}

void EvidencePane::mark(int row)
{
    const auto original = m_services.workspace.records.requireAs<Evidence>(m_model->idAt(row));
    if (!original) {
        Q_EMIT failed(original.error());
        return;
    }
    new PhotoMarks(m_services, *original, this); // goes by itself
}

void EvidencePane::remove(int row)
{
    if (!m_editable || m_model->idAt(row).isEmpty())
        return;
    const auto evidence = m_services.workspace.records.requireAs<Evidence>(m_model->idAt(row));
    if (!evidence) {
        Q_EMIT failed(evidence.error());
        return;
    }
    if (evidence->inspectionId() != m_model->inspectionId()) {
        Q_EMIT failed(
            makeError(ErrorCode::WrongState, QStringLiteral("of an earlier revision"), QStringLiteral("file.earlier")));
        return;
    }
    const int before = m_undo->index();
    m_undo->push(new EvidenceCommand(m_services, *evidence, EvidenceCommand::Step::Remove, *m_undo,
                                     [pane = QPointer(this)](const Error &error) {
                                         if (pane)
                                             Q_EMIT pane->failed(error);
                                     }));
    if (m_undo->index() > before) // or it was refused
        Q_EMIT removed();
}

} // namespace markaz::ui
