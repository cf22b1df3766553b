// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/loans.h"
#include "ui/models/freshness.h"
#include "ui/models/paymentsmodel.h"
#include "ui/models/schedulemodel.h"
#include "ui/services.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace markaz::ui {

class AskTwice;
class BreakEvenCard;
class Card;
class EvidenceModel;
class LoanSheet;
class MessageArea;
class PageHeader;
class PaymentSheet;
class PhotoStrip;
class TableView;
class Thumbnails;

/// One loan: its terms and schedule, the money that moved, its documents, and each step with who and when.
class LoanPage final : public QWidget
{
    Q_OBJECT
public:
    explicit LoanPage(const Services &services, QWidget *parent = nullptr);
    /// Waits for the thumbnails that are being made.
    ~LoanPage() override;
    void open(const QString &loanId);
    const QString &loanId() const { return m_id; }
    /// Opens it again with its form, by what unfinishedIn() of LoanSheet, PaymentSheet or StepSheet kept.
    Result<void> resumeChange(const QJsonObject &unfinished);
    Result<void> resumePayment(const QJsonObject &unfinished);
    Result<void> resumeStep(const QJsonObject &unfinished);
    void attach(const QStringList &paths);

Q_SIGNALS:
    void backRequested();
    void buildingRequested(const QString &buildingId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build(); // loanpagebuild.cpp, with the next four
    QWidget *buildMain();
    QWidget *buildSide();
    void buildDocuments(QVBoxLayout *column);
    void buildSteps();
    void refresh();
    void showGone(const Error &error);
    void fillActions(const Loan &loan);
    void fillSchedule(const Loan &loan);
    void fillBreakEven(const Loan &loan);
    void fillPayments(const Loan &loan);
    void fillFacts(const Loan &loan);
    void fillHistory(const Loan &loan);
    void fillDocuments(const Loan &loan);
    void readyPayments();
    void takeStep(LoanStep step);
    Result<PaymentSheet *> payment(const QString &instead);
    void correct();
    void takeBack();
    void removeLoan();
    void chooseFiles();
    void removeDocument(int row);
    void tellFailures();
    void say(const Error &error);
    QString accountName(const QString &id) const;
    QString chosenPayment() const;
    Result<Loan> loan() const { return m_services.workspace.records.requireAs<Loan>(m_id); }

    Services m_services;
    QString m_id;
    QString m_buildingId;
    ScheduleModel m_schedule;
    PaymentsModel m_payments;
    std::unique_ptr<Thumbnails> m_thumbnails;
    std::unique_ptr<EvidenceModel> m_documents;
    Freshness m_freshness{[this] {
        if (!m_id.isEmpty())
            refresh();
    }};
    PageHeader *m_header;
    MessageArea *m_messages;
    AskTwice *m_remove;
    QPushButton *m_edit;
    QPushButton *m_record;
    QHash<LoanStep, QPushButton *> m_steps;
    QWidget *m_content;
    Card *m_scheduleCard;
    TableView *m_scheduleTable;
    QLabel *m_scheduleSum;
    BreakEvenCard *m_breakEven;
    TableView *m_paymentsTable;
    QLabel *m_noPayments;
    AskTwice *m_takeBack;
    QPushButton *m_correct;
    QVBoxLayout *m_termRows;
    QVBoxLayout *m_moneyRows;
    QVBoxLayout *m_historyRows;
    QPushButton *m_addDocument;
    QLabel *m_documentWords;
    PhotoStrip *m_strip;
};

} // namespace markaz::ui
