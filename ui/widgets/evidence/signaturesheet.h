// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/widgets/sheet.h"

class QLineEdit;
class QPushButton;

namespace markaz::ui {

class AskTwice;
class SignaturePad;

/// Says who signs and for what, and takes the signature: of the inspector, or of the owner or who stands for the owner,
/// whose name is typed.
class SignatureSheet final : public Sheet
{
    Q_OBJECT
public:
    /// \p signer: a token of evidence::signers(). \p name: who it is, as far as it is known.
    SignatureSheet(const Services &services, const QString &inspectionId, const QString &signer, const QString &name,
                   QWidget *page);

Q_SIGNALS:
    void signedNow();

protected:
    void leave() override;

private:
    void save();
    void refresh();

    Services m_services;
    QString m_inspectionId;
    QString m_signer;
    QLineEdit *m_name;
    SignaturePad *m_pad;
    QPushButton *m_undo;
    QPushButton *m_clear;
    AskTwice *m_cancel;
    QPushButton *m_save;
};

} // namespace markaz::ui
