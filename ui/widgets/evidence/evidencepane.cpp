// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/evidencepane.h"

#include "ui/widgets/evidence/photomarks.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/photoviewer.h"
#include "ui/widgets/evidence/thumbnails.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
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
    m_pool.setMaxThreadCount(1);
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
    connect(m_strip, &PhotoStrip::removeRequested, this, &EvidencePane::remove);
    connect(m_model.get(), &EvidenceModel::failed, this, &EvidencePane::failed);
    connect(m_model.get(), &QAbstractItemModel::modelReset, this, [this] {
        refresh();
        Q_EMIT contentChanged();
    });
    refresh();
}

EvidencePane::~EvidencePane()
{
    m_pool.waitForDone(); // the answers that it posts find this gone
}

void EvidencePane::showItem(const QString &inspectionId, const QString &item, bool editable)
{
    m_editable = editable;
    m_strip->setAccessibleName(item.isEmpty() ? tr("Files of the visit") : tr("Files of %1").arg(item));
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
        way->setEnabled(m_pending == 0);
    m_camera->setToolTip(m_noCamera ? tr("No camera was found on this laptop")
                                    : tr("Takes a photo with this laptop’s camera"));
    m_strip->setVisible(!isEmpty());
    m_words->setText(m_dragged       ? tr("Drop to add")
                     : m_pending > 0 ? tr("Checking the file")
                                     : (isEmpty() ? tr("No photo yet") : QString()));
    m_words->setVisible(!m_words->text().isEmpty());
}

Result<void> EvidencePane::attachChecked(const QString &inspectionId, const QString &item, Result<CheckedFile> file)
{
    auto evidence =
        file ? AttachEvidence(m_services.workspace).run(m_services.actor, inspectionId, item, std::move(file).value())
             : Result<Evidence>(file.error());
    if (!evidence) {
        Q_EMIT failed(evidence.error());
        return evidence.error();
    }
    Q_EMIT attached(evidence->id());
    return {};
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
    auto *marks = new PhotoMarks(m_services, *original, this);
    connect(marks, &PhotoMarks::attached, this, &EvidencePane::attached);
}

void EvidencePane::remove(int row)
{
    if (!m_editable || m_model->idAt(row).isEmpty())
        return;
    if (auto gone = RemoveEvidence(m_services.workspace).run(m_services.actor, m_model->idAt(row)); !gone) {
        Q_EMIT failed(gone.error());
        return;
    }
    Q_EMIT removed();
}

} // namespace markaz::ui
