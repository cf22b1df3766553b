// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/certificatelifecycle.h"
#include "core/domain/records.h"
#include "core/reporting/certificatepdf.h"
#include "core/workflow/decisionlist.h"
#include "ui/services.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;
class QWidget;

namespace markaz::ui {

class AskTwice;
class CertificatePreview;
class MessageArea;
class PageHeader;

/// The certificate of one inspection: the decision to issue it, its preview once the server has signed it, the PDF, and
/// the later decisions: those that the life cycle allows (suspend, reinstate, revoke, renew, and what an appeal asks);
/// below them everything that was decided, by whom, when and why.
class CertificatePage final : public QWidget
{
    Q_OBJECT
public:
    explicit CertificatePage(const Services &services, QWidget *parent = nullptr);
    void openForInspection(const QString &inspectionId);
    void openCertificate(const QString &certificateId);
    /// Writes the certificate on show; false when there is none yet or it cannot be written (the page says why).
    bool savePdf(const QString &path);
    /// The words, the grade and the seats of a decision that was not made yet; empty when nothing was written. resume()
    /// opens its certificate with them.
    QJsonObject unfinished() const;
    void resume(const QJsonObject &unfinished);
    QString certificateId() const { return m_certificate ? m_certificate->id() : QString(); }

Q_SIGNALS:
    void backRequested();
    void centreRequested(const QString &centreId);

private:
    void build();
    QWidget *buildSide();
    QWidget *buildIssue(QWidget *side);
    QWidget *buildState(QWidget *side);
    QWidget *buildList(QWidget *side);
    void reload();
    void fillDecision();
    void fillState();
    void issue();
    void fillDecisions();
    void fillList();
    QWidget *listed(const DecisionEntry &entry);
    void hideRefusals();
    bool refusedAtField(const Error &error);
    void refreshAsking();
    void changeState(CertificateAction action);
    void choosePath();
    std::optional<CertificateDocument> document() const;
    void say(const Error &error);

    // Of the page's messages, so that news of one matter replaces the old.
    static inline const QString kErrorKey = QStringLiteral("error");
    static inline const QString kSavedKey = QStringLiteral("saved");

    Services m_services;
    QString m_inspectionId;
    std::optional<Certificate> m_certificate;
    std::optional<Certificate> m_renewed; ///< of the building, which a certificate of this inspection would replace
    std::optional<QString> m_renewal;     ///< the visit that the certificate on show may be renewed with
    bool m_asked = false;                 ///< a decision is on its way
    int m_found = 0;                      ///< seats that the building has; 0: nobody has said
    QString m_centre;                     ///< that stands on the certificate; empty: none is open

    PageHeader *m_header;
    MessageArea *m_messages;
    QStackedWidget *m_left;
    QLabel *m_leftWords;
    CertificatePreview *m_preview;
    QScrollArea *m_scroll;
    QWidget *m_issueBox;
    QLabel *m_issueTitle;
    QLabel *m_verdict;
    QComboBox *m_grade;
    QSpinBox *m_seats;
    QLabel *m_seatsHint;
    QLabel *m_seatsRefused;
    QLineEdit *m_issueReason;
    QLabel *m_issueMissing; ///< at the reason: that it is
    QPushButton *m_issue;
    QWidget *m_stateBox;
    QLabel *m_state;
    QPushButton *m_save;
    QLineEdit *m_reason;
    QLabel *m_missing; ///< at the reason: that it is
    AskTwice *m_revoke;
    QList<std::pair<CertificateAction, QWidget *>> m_decisions;
    QLabel *m_listTitle;
    QVBoxLayout *m_list;
    QLabel *m_appeal;
    QPushButton *m_toCentre;
    QPushButton *m_renew; ///< goes to the visit that the certificate may be renewed with
};

} // namespace markaz::ui
