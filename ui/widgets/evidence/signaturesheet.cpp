// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/signaturesheet.h"

#include "core/workflow/evidence.h"
#include "ui/text/labels.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/evidence/pictures.h"
#include "ui/widgets/evidence/signaturepad.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QBuffer>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {

SignatureSheet::SignatureSheet(const Services &services, const QString &inspectionId, const QString &signer,
                               const QString &name, QWidget *page)
    : Sheet(Room::Middle, page)
    , m_services(services)
    , m_inspectionId(inspectionId)
    , m_signer(signer)
{
    setObjectName(QStringLiteral("signatureSheet"));
    setTitle(tr("Signature: %1").arg(labels::signer(signer)));
    auto *words = plainLabel(signer == QLatin1String("owner")
                                 ? tr("With my signature I confirm that the visit took place and that I was present. "
                                      "It is no consent to the result.")
                                 : tr("With my signature I confirm that I carried out this visit and answered on the "
                                      "spot."),
                             this);
    words->setWordWrap(true);
    auto *label = plainLabel(tr("Name"), this);
    label->setFont(currentTheme().font(Type::CaptionStrong));
    m_name = new QLineEdit(name, this);
    m_name->setObjectName(QStringLiteral("signerName"));
    m_name->setMaxLength(120);
    m_name->setAccessibleName(label->text());
    m_name->setReadOnly(signer == QLatin1String("inspector"));
    m_pad = new SignaturePad(this);
    m_undo = new QPushButton(tr("Undo"), this);
    m_undo->setObjectName(QStringLiteral("undoStroke"));
    m_clear = new QPushButton(tr("Clear"), this);
    m_clear->setObjectName(QStringLiteral("clearSignature"));
    m_cancel = new AskTwice(QStringLiteral("cancelSignature"), QStringLiteral("keepSignature"), this);
    m_cancel->setStaying(tr("Go on signing"));
    m_save = new QPushButton(tr("Take the signature"), this);
    m_save->setObjectName(QStringLiteral("saveSignature"));
    m_save->setProperty("role", QStringLiteral("primary"));
    foot()->addWidget(m_undo);
    foot()->addWidget(m_clear);
    foot()->addStretch();
    foot()->addWidget(m_cancel);
    foot()->addWidget(m_save);
    body()->addWidget(words);
    body()->addWidget(label);
    body()->addWidget(m_name);
    body()->addWidget(m_pad, 1);
    connect(m_pad, &SignaturePad::changed, this, &SignatureSheet::refresh);
    connect(m_name, &QLineEdit::textChanged, this, &SignatureSheet::refresh);
    connect(m_undo, &QPushButton::clicked, m_pad, &SignaturePad::undo);
    connect(m_clear, &QPushButton::clicked, m_pad, &SignaturePad::clear);
    connect(m_cancel, &AskTwice::confirmed, this, &QWidget::close);
    connect(m_save, &QPushButton::clicked, this, &SignatureSheet::save);
    refresh();
    present(m_name->text().isEmpty() && !m_name->isReadOnly() ? static_cast<QWidget *>(m_name) : m_pad);
}

void SignatureSheet::refresh()
{
    m_undo->setEnabled(m_pad->strokes() > 0);
    m_clear->setEnabled(m_pad->strokes() > 0);
    if (m_pad->strokes() > 0)
        m_cancel->setWords(tr("Cancel"), tr("Throw the signature away"), tr("The signature is not taken."));
    else
        m_cancel->setWords(tr("Cancel"));
    m_save->setEnabled(m_pad->isSigned() && (m_name->isReadOnly() || !m_name->text().trimmed().isEmpty()));
}

void SignatureSheet::leave()
{
    m_cancel->press();
}

void SignatureSheet::save()
{
    QByteArray bytes = encoded(m_pad->picture(), "PNG");
    QBuffer source(&bytes);
    source.open(QIODevice::ReadOnly);
    auto file = checkContent(contentStoreOf(m_services.workspace), source,
                             QStringLiteral("signature-%1.png").arg(m_signer), m_services.workspace.clock.now());
    if (file) {
        file->signer = m_signer;
        file->signerName = m_name->text();
    }
    const auto taken =
        file ? SignVisit(m_services.workspace).run(m_services.actor, m_inspectionId, std::move(file).value())
             : Result<Evidence>(file.error());
    if (!taken) {
        messages()->post(QStringLiteral("error"), Message::of(taken.error()));
        return;
    }
    Q_EMIT signedNow();
    close();
}

} // namespace markaz::ui
