// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace markaz::ui {

/// One signature under a visit, before it is submitted: who signed, what it looks like, and the way to the paper.
class SignatureCard final : public Card
{
    Q_OBJECT
public:
    /// \p signer: a token of evidence::signers().
    SignatureCard(const Services &services, const QString &signer, QWidget *parent = nullptr);
    void setInspection(const QString &inspectionId);
    /// Puts the keyboard on the button that leads to the paper.
    void focusButton();

Q_SIGNALS:
    void signedNow();
    void failed(const markaz::Error &error);

private:
    void sign();

    Services m_services;
    QString m_signer;
    QString m_inspectionId;
    QString m_name; ///< of the owner, until the signature says another
    QLabel *m_picture;
    QLabel *m_words;
    QPushButton *m_sign;
};

} // namespace markaz::ui
