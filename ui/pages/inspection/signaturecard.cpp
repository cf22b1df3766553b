// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspection/signaturecard.h"

#include "core/workflow/evidence.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/evidence/pictures.h"
#include "ui/widgets/evidence/signaturesheet.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr QSize kPicture{96, 33};

} // namespace

SignatureCard::SignatureCard(const Services &services, const QString &signer, QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_signer(signer)
{
    setObjectName(QStringLiteral("signatureOf_%1").arg(signer));
    setTitle(tr("Signature: %1").arg(labels::signer(signer)));
    m_picture = plainLabel(this);
    m_picture->setFixedSize(kPicture);
    m_picture->setScaledContents(true);
    m_words = plainLabel(this);
    m_words->setWordWrap(true);
    m_sign = new QPushButton(this);
    m_sign->setObjectName(QStringLiteral("sign_%1").arg(signer));
    m_sign->setIcon(icon(QStringLiteral("draw-freehand")));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_picture);
    row->addWidget(m_words, 1);
    row->addWidget(m_sign);
    body()->setContentsMargins(16, 0, 16, 8);
    body()->addLayout(row);
    connect(m_sign, &QPushButton::clicked, this, &SignatureCard::sign);
}

void SignatureCard::setInspection(const QString &inspectionId)
{
    m_inspectionId = inspectionId;
    m_picture->clear(); // another visit's
    m_picture->hide();
    const RecordRepository &records = m_services.workspace.records;
    m_name.clear();
    if (m_signer == QLatin1String("inspector")) {
        m_name = m_services.actor.displayName;
    } else if (const auto inspection = records.requireAs<Inspection>(inspectionId)) {
        const auto building = records.requireAs<Building>(inspection->buildingId());
        const auto owner = records.requireAs<Owner>(building ? building->ownerId() : QString());
        m_name = owner ? owner->name() : QString(); // there may be none
    }
    const auto found = EvidenceList(m_services.workspace).signatureOf(inspectionId, m_signer);
    if (!found) {
        m_words->setText(tr("The signature cannot be read."));
        Q_EMIT failed(found.error());
        return;
    }
    const bool there = found->has_value();
    QImage picture;
    if (there) {
        if (!(*found)->signerName().isEmpty())
            m_name = (*found)->signerName();
        picture = readPicture(contentStoreOf(m_services.workspace), (*found)->sha256(), kPicture * 2);
        QString words = QStringLiteral("%1, %2").arg(format::words(m_name), format::dateTime((*found)->takenAt()));
        if (picture.isNull())
            words = tr("%1. The picture of the signature cannot be shown.").arg(words);
        m_words->setText(words);
    } else {
        m_words->setText(m_signer == QLatin1String("owner") ? tr("Not signed. The owner may be absent.")
                                                            : tr("Not signed yet."));
    }
    m_picture->setPixmap(QPixmap::fromImage(picture));
    m_picture->setAccessibleName(tr("Signature of %1").arg(m_name));
    m_picture->setVisible(!picture.isNull());
    m_sign->setText(there ? tr("Sign again…") : tr("Sign…"));
    m_sign->setAccessibleName(QStringLiteral("%1: %2").arg(m_sign->text(), labels::signer(m_signer)));
}

void SignatureCard::focusButton()
{
    m_sign->setFocus(Qt::OtherFocusReason);
}

void SignatureCard::sign()
{
    auto *sheet = new SignatureSheet(m_services, m_inspectionId, m_signer, m_name, this);
    connect(sheet, &SignatureSheet::signedNow, this, [this] {
        setInspection(m_inspectionId);
        Q_EMIT signedNow();
    });
}

} // namespace markaz::ui
