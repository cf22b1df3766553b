// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/loan.h"
#include "tests/ui/support/deskfixture.h"
#include "ui/desk.h"
#include "ui/models/loansmodel.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/loans/loanpage.h"
#include "ui/pages/loans/loanspage.h"
#include "ui/widgets/frame/mainframe.h"

#include <QComboBox>
#include <QSpinBox>
#include <QTableView>

namespace markaz::ui::test {

/// Buildings of Lahore with owners, and loans of theirs. It is 2026-11-24.
class LoansFixture : public DeskFixture
{
protected:
    QString home(int number, const char *name = "Sample hall")
    {
        m_owner = put(Entity::Owner, {{QStringLiteral("name"), QStringLiteral("Sample Nadia")},
                                      {QStringLiteral("kind"), QStringLiteral("individual")},
                                      {QStringLiteral("province"), markaz::test::cityOf("LHE").province}});
        return building("LHE", number,
                        {{QStringLiteral("name"), QLatin1String(name)}, {QStringLiteral("owner"), m_owner}});
    }
    QJsonObject payment(const char *kind, qint64 paisa, const char *on, qint64 principal = -1) const
    {
        QJsonObject object{{QStringLiteral("kind"), QLatin1String(kind)},
                           {QStringLiteral("paisa"), paisa},
                           {QStringLiteral("on"), QLatin1String(on)},
                           {QStringLiteral("by"), m_officer}};
        if (principal >= 0)
            object.insert(QStringLiteral("principal_paisa"), principal);
        return object;
    }
    /// A centre of 100 seats in the building, with two months that were reported.
    void openCentre(const QString &at)
    {
        certificate(at, m_ids.next(), "full", "issued", "2026-06-01", "2028-05-31");
        const QString centre = put(Entity::Centre, {{QStringLiteral("building"), at},
                                                    {QStringLiteral("name"), QStringLiteral("Sample centre")},
                                                    {QStringLiteral("seats"), 100},
                                                    {QStringLiteral("seat_rate_paisa"), 350'000},
                                                    {QStringLiteral("running_cost_paisa"), 6'000'000},
                                                    {QStringLiteral("opened_on"), QStringLiteral("2026-07-01")}});
        for (const auto &[month, taken] : {std::pair{"2026-09", 38}, {"2026-10", 64}})
            put(Entity::OccupancyReport, {{QStringLiteral("centre"), centre},
                                          {QStringLiteral("month"), QLatin1String(month)},
                                          {QStringLiteral("seats"), 100},
                                          {QStringLiteral("seats_taken"), taken},
                                          {QStringLiteral("freelancers"), taken},
                                          {QStringLiteral("dg_skills"), taken / 2},
                                          {QStringLiteral("other_staff"), 4},
                                          {QStringLiteral("seat_rate_paisa"), 350'000},
                                          {QStringLiteral("trainings"), 1},
                                          {QStringLiteral("events"), 0},
                                          {QStringLiteral("author"), m_officer},
                                          {QStringLiteral("made_at"), QStringLiteral("2026-11-02T06:00:00.000Z")}});
    }
    /// As the server knows it; of one that was paid out with all of its money.
    QString loan(const QString &home, const char *state, const QJsonObject &more = {})
    {
        QJsonObject fields{{QStringLiteral("building"), home},
                           {QStringLiteral("owner"), m_owner},
                           {QStringLiteral("bank"), QStringLiteral("Sample Bank")},
                           {QStringLiteral("bank_reference"), QStringLiteral("AC-778899")},
                           {QStringLiteral("principal_paisa"), 900'000'000},
                           {QStringLiteral("policy_version"), 1},
                           {QStringLiteral("spread_bp"), 300},
                           {QStringLiteral("kibor_bp"), 1'225},
                           {QStringLiteral("tenor_months"), 60},
                           {QStringLiteral("grace_months"), 6},
                           {QStringLiteral("state"), QLatin1String(state)},
                           {QStringLiteral("state_at"), QStringLiteral("2026-08-24T05:00:00.000Z")},
                           {QStringLiteral("state_by"), m_officer},
                           {QStringLiteral("sample"), true}};
        if (QLatin1String(state) == QLatin1String("paid_out") || QLatin1String(state) == QLatin1String("claw_back"))
            fields.insert(QStringLiteral("payments"),
                          QJsonObject{{m_ids.next(), payment("disbursement", 900'000'000, "2026-08-24")}});
        return put(Entity::Loan, with(fields, more));
    }
    Loan stored(const QString &id) { return m_records->requireAs<Loan>(id).value(); }
    QString m_owner;
};

/// The desk of one of them, on the loans.
class LoansDesk : public LoansFixture
{
protected:
    std::unique_ptr<MainFrame> m_frame;
    std::unique_ptr<Desk> m_desk;

    void open(const Actor &actor)
    {
        m_desk.reset();
        leave(m_frame);
        m_frame = std::make_unique<MainFrame>();
        m_frame->resize(1366, 690);
        m_desk = std::make_unique<Desk>(*m_frame, services(actor), QList<OtherAccount>{});
        present(*m_frame);
        m_frame->showPage(QStringLiteral("loans"));
        settle();
    }
    void TearDown() override
    {
        m_desk.reset();
        leave(m_frame);
    }
    LoansPage *page() { return static_cast<LoansPage *>(m_frame->page(QStringLiteral("loans"))); }
    LoanPage *detail() { return static_cast<LoanPage *>(m_frame->page(QStringLiteral("loan"))); }
    BuildingsPage *buildings() { return static_cast<BuildingsPage *>(m_frame->page(QStringLiteral("buildings"))); }
    QTableView *table() { return part<QTableView>(*page(), "loansTable"); }
    void setNumber(const char *name, int value)
    {
        auto *field = part<QSpinBox>(*m_frame, name);
        field->setFocus();
        field->selectAll();
        type(field, QString::number(value));
        QTest::keyClick(field, Qt::Key_Tab);
    }
    /// Behind a lock.
    void locked(const Actor &actor)
    {
        const QJsonObject kept = m_desk->unfinished();
        open(actor);
        m_desk->resume(kept);
        settle();
    }
    QString hint(const char *name) { return part<QLabel>(*m_frame, name)->text(); }
};

} // namespace markaz::ui::test
