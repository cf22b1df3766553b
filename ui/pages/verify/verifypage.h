// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/text/verifywords.h"
#include "ui/widgets/listpage.h"

#include <QThreadPool>

class QFrame;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace markaz::ui {

class CodePicker;
class EmptyPage;

/// Whether a certificate is genuine and holds, without a network: from a file (PDF, picture, text), a pasted or dropped
/// one, its code's text, or the camera. By the keys and the list of revoked certificates that the last sync brought,
/// and it always says as of when that list is. What is judged, is judged in a thread of its own, and again after a
/// sync.
class VerifyPage final : public ListPage
{
    Q_OBJECT
public:
    explicit VerifyPage(const Services &services, QWidget *parent = nullptr);
    ~VerifyPage() override;
    void setTrust(CertificateTrustSource source);
    /// Verifies \p code, as if it had been pasted.
    void verify(const QString &code);
    QString code() const { return m_shown; } ///< of the certificate that is shown; empty: none
    /// Forgets what is shown.
    void reset();

Q_SIGNALS:
    void backRequested();
    void told(); ///< another outcome

protected:
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildInput();
    QWidget *buildResult();
    void verifyTyped();
    void judge(const QString &code);
    void judgeAnew(); ///< what is shown, by what is known now
    void tell(const verifywords::Outcome &outcome, const std::optional<VerifiedClaims> &claims = {});
    void refreshTrust();

    Services m_services;
    CertificateTrustSource m_source;
    CertificateTrust m_trust;
    QString m_shown;
    int m_asked = 0; ///< only the answer to the last question is shown
    int m_begun = 0; ///< m_asked when the picker began to read
    QThreadPool m_pool;
    QPlainTextEdit *m_code;
    QPushButton *m_verify;
    CodePicker *m_picker;
    EmptyPage *m_empty;
    QWidget *m_result;
    QFrame *m_banner;
    QLabel *m_icon;
    QLabel *m_word;
    QLabel *m_meaning;
    QVBoxLayout *m_facts;
    QLabel *m_asOf;
};

} // namespace markaz::ui
