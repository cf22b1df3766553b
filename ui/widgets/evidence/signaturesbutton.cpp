// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/signaturesbutton.h"

#include "ui/models/evidencemodel.h"
#include "ui/text/format.h"
#include "ui/widgets/evidence/photoviewer.h"
#include "ui/widgets/evidence/thumbnails.h"
#include "ui/widgets/icons.h"

namespace markaz::ui {

SignaturesButton::SignaturesButton(const Services &services, QWidget *parent)
    : QPushButton(parent)
    , m_services(services)
    , m_thumbnails(std::make_unique<Thumbnails>(contentStoreOf(services.workspace)))
    , m_model(std::make_unique<EvidenceModel>(services, *m_thumbnails))
{
    setObjectName(QStringLiteral("signatures"));
    setIcon(ui::icon(QStringLiteral("draw-freehand")));
    setToolTip(tr("Who signed this visit"));
    connect(m_model.get(), &QAbstractItemModel::modelReset, this, &SignaturesButton::refresh);
    connect(m_model.get(), &EvidenceModel::failed, this, &SignaturesButton::failed);
    connect(this, &QPushButton::clicked, this, &SignaturesButton::open);
    refresh();
}

SignaturesButton::~SignaturesButton() = default;

void SignaturesButton::setInspection(const QString &inspectionId)
{
    m_model->show(inspectionId, {});
    refresh();
}

void SignaturesButton::refresh()
{
    setText(tr("Signatures (%1)").arg(format::number(m_model->rowCount())));
    setVisible(m_model->rowCount() > 0);
}

void SignaturesButton::open()
{
    auto *viewer = new PhotoViewer(m_services, *m_model, false, this);
    connect(viewer, &PhotoViewer::failed, this, &SignaturesButton::failed);
    viewer->showRow(0);
}

} // namespace markaz::ui
