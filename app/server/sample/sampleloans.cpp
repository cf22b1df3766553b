// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/sample/sampleworld.h"
#include "core/domain/certificatelifecycle.h"
#include "core/finance/loanplan.h"
#include "core/support/programmeday.h"

#include <QJsonArray>

#include <algorithm>

namespace markaz::server::sample {
namespace {

constexpr int kDays = 420;
constexpr int kNew = 120;
constexpr qint64 kStep = 100LL * 50'000; ///< paisa: what is asked for is a multiple of Rs 50,000

QString pickOf(Random &random, std::initializer_list<const char *> words)
{
    return QString::fromUtf8(random.pick(QList<const char *>(words)));
}

/// One loan, from its draft to where it stands on a day.
class Borrowing
{
public:
    Borrowing(const SampleBuilding &building, const ProgrammePolicy &policy, const QString &officer, const QDate &today,
              Random random, IdSource &ids)
        : m_policy(policy)
        , m_officer(officer)
        , m_today(today)
        , m_random(random)
        , m_ids(ids)
    {
        m_loan.province = building.record.province;
        m_loan.parent = building.record.id();
        m_loan.record = {Entity::Loan, m_ids.next(), 1, terms(building)};
    }

    /// \p revoked: the certificate of the building that is revoked, if one is.
    Result<StoredRecord> from(const QDate &begun, const StoredRecord *revoked)
    {
        const QDate paidOut = agree(begun);
        if (paidOut.isValid()) {
            if (auto paid = pay(paidOut, revoked); !paid)
                return paid.error();
        }
        QJsonObject &fields = m_loan.record.fields;
        const QJsonObject last = m_steps.last().toObject();
        for (const char *name : {"state", "at", "by", "reason"}) {
            const QString member = QLatin1String(name);
            if (last.contains(member))
                fields.insert(member == QLatin1String("state") ? member : QStringLiteral("state_") + member,
                              last.value(member));
        }
        if (m_steps.size() > 1)
            fields.insert(QStringLiteral("history"), QJsonObject{{QStringLiteral("steps"), m_steps}});
        return m_loan;
    }

private:
    QJsonObject terms(const SampleBuilding &building)
    {
        const qint64 asked = building.seats * 100LL * m_random.between(55'000, 95'000);
        const qint64 principal = std::clamp(asked / kStep * kStep, kStep, m_policy.loanCap.value);
        const int tenor = m_random.pick(QList<int>{36, 48, 60, 60, 84});
        QJsonObject fields{{QStringLiteral("building"), building.record.id()},
                           {QStringLiteral("owner"), building.record.text("owner")},
                           {QStringLiteral("bank"), pickOf(m_random, {"First Bank (sample)", "Second Bank (sample)",
                                                                      "Third Bank (sample)", "Fourth Bank (sample)"})},
                           {QStringLiteral("bank_reference"),
                            QStringLiteral("SAMPLE-%1").arg(m_random.below(1'000'000), 6, 10, QLatin1Char('0'))},
                           {QStringLiteral("principal_paisa"), principal},
                           {QStringLiteral("policy_version"), m_policy.version},
                           {QStringLiteral("tenor_months"), tenor},
                           {QStringLiteral("grace_months"), m_random.pick(QList<int>{0, 3, 6, 6, 12})},
                           {QStringLiteral("sample"), true}};
        if (m_random.chance(0.6)) {
            fields.insert(QStringLiteral("kibor_bp"), m_random.between(1'050, 1'325));
            fields.insert(QStringLiteral("spread_bp"), 50 * m_random.between(3, 8));
        } else {
            fields.insert(QStringLiteral("markup_bp"), 25 * m_random.between(48, 66));
        }
        return fields;
    }

    /// Takes the step when its day has come.
    bool becomes(LoanState state, const QDate &day, const QString &reason = {})
    {
        if (day >= m_today) // of today it is not over yet
            return false;
        note(state, toIso(programmeInstant(day, QTime(m_random.between(9, 16), m_random.below(60)))), m_officer,
             reason);
        return true;
    }

    void note(LoanState state, const QString &at, const QString &by, const QString &reason)
    {
        QJsonObject moment{
            {QStringLiteral("state"), token(state)}, {QStringLiteral("at"), at}, {QStringLiteral("by"), by}};
        if (!reason.isEmpty())
            moment.insert(QStringLiteral("reason"), reason);
        m_steps.append(moment);
    }

    /// The day on which it is paid out; none when it has not come that far.
    QDate agree(const QDate &begun)
    {
        becomes(LoanState::Draft, begun);
        QDate day = begun.addDays(m_random.between(3, 20));
        if (m_random.chance(0.06) || !becomes(LoanState::Applied, day)) // some lie there
            return {};
        if (m_random.chance(0.15)) {
            day = day.addDays(m_random.between(4, 12));
            if (!becomes(LoanState::Draft, day, QStringLiteral("The deed is missing.")))
                return {};
            day = day.addDays(m_random.between(5, 15));
            if (!becomes(LoanState::Applied, day))
                return {};
        }
        day = day.addDays(m_random.between(20, 60));
        if (m_random.chance(0.1)) {
            becomes(LoanState::Declined, day,
                    pickOf(m_random, {"The bank found the security too small.", "The deed is disputed.",
                                      "The owner took the application back."}));
            return {};
        }
        if (!becomes(LoanState::Approved, day))
            return {};
        day = day.addDays(m_random.between(10, 40));
        return becomes(LoanState::PaidOut, day) ? day : QDate();
    }

    void add(PaymentKind kind, Paisa amount, const QDate &on, Paisa principal = {})
    {
        const LoanPayment payment{m_ids.next(), kind, amount.value, principal.value, on, m_officer};
        setValueAt(m_loan.record.fields, QStringLiteral("payments.") + payment.id, payment.toJson());
    }

    /// What the bank pays, in two parts where there is grace enough, and each instalment that has fallen due since.
    Result<void> pay(const QDate &paidOut, const StoredRecord *revoked)
    {
        const Paisa whole{m_loan.number("principal_paisa")};
        const QDate rest = paidOut.addDays(45);
        const bool parts = m_loan.number("grace_months") >= 3 && m_random.chance(0.3);
        const Paisa first = parts ? shareOf(whole, 6'000) : whole;
        add(PaymentKind::Disbursement, first, paidOut);
        if (parts && rest <= m_today)
            add(PaymentKind::Disbursement, whole - first, rest);
        QJsonObject fields = m_loan.record.fields; // as it stood then
        const QJsonObject now = m_steps.last().toObject();
        fields.insert(QStringLiteral("state"), now.value(QStringLiteral("state")));
        fields.insert(QStringLiteral("state_at"), now.value(QStringLiteral("at")));
        fields.insert(QStringLiteral("state_by"), now.value(QStringLiteral("by")));
        const auto loan = Loan::from({Entity::Loan, m_loan.id(), 1, fields});
        const auto plan = loan ? planOf(*loan, m_policy) : Result<LoanSchedule>(loan.error());
        if (!plan)
            return plan.error();
        const QDate closed = paidOut.addDays(m_random.between(150, 300));
        const bool early = revoked == nullptr && closed < m_today && m_random.chance(0.25);
        Paisa owed = whole;
        for (const ScheduledInstalment &row : plan->rows) {
            if (row.due > m_today || (early && row.due >= closed))
                break;
            add(PaymentKind::Repayment, row.instalment.payment(), row.due, row.instalment.principal);
            owed = row.instalment.balance;
        }
        if (early) {
            add(PaymentKind::Repayment, owed, closed, owed);
            becomes(LoanState::Closed, closed);
        }
        if (revoked != nullptr)
            clawBack(*plan, *revoked, paidOut);
        return {};
    }

    /// As the server does it when a certificate is revoked.
    void clawBack(const LoanSchedule &plan, const StoredRecord &certificate, const QDate &paidOut)
    {
        const QString at = certificate.text("state_at");
        const QDate on = programmeDay(at);
        if (on <= paidOut)
            return;
        const Paisa given = subsidyBy(plan, on);
        m_loan.record.fields.insert(QStringLiteral("clawback_paisa"), given.value);
        m_loan.record.fields.insert(QStringLiteral("clawback_certificate"), certificate.id());
        note(LoanState::ClawBack, at, certificate.text("state_by"), certificate.text("state_reason"));
        const QDate back = on.addDays(m_random.between(10, 30));
        if (const Paisa part = shareOf(given, 4'000); part.value > 0 && back <= m_today)
            add(PaymentKind::Recovery, part, back);
    }

    const ProgrammePolicy &m_policy;
    QString m_officer;
    QDate m_today;
    Random m_random;
    IdSource &m_ids;
    StoredRecord m_loan;
    QJsonArray m_steps;
};

} // namespace

Result<QList<StoredRecord>> lend(const World &world, const QList<StoredRecord> &certificates, const Plan &plan,
                                 const Reference &reference, IdSource &ids, FixedClock &clock)
{
    QHash<QString, QList<StoredRecord>> ofBuilding;
    for (const StoredRecord &certificate : certificates)
        ofBuilding[certificate.text("building")].append(certificate);
    const Random root(plan.seed);
    const QDate today = programmeDay(plan.now);
    clock.set(plan.now);
    QList<StoredRecord> all;
    for (qsizetype i = 0; i < world.buildings.size(); ++i) {
        const SampleBuilding &building = world.buildings[i];
        const QList<StoredRecord> own = ofBuilding.value(building.record.id());
        const QStringList officers = world.people(Role::Officer, building.record.province);
        Random random = root.forPurpose(200'000 + static_cast<quint64>(i));
        if (officers.isEmpty() || !random.chance(own.isEmpty() ? 0.12 : 0.7))
            continue;
        QDate begun = today.addDays(-random.between(2, kNew)); // where nothing is certified yet
        if (!own.isEmpty())                                    // it paid for the works
            begun = std::max(
                today.addDays(-kDays),
                QDate::fromString(own.first().text("valid_from"), Qt::ISODate).addDays(-random.between(90, 200)));
        const bool revoked = !own.isEmpty() && own.last().text("state") == token(CertificateStage::Revoked);
        Borrowing borrowing(building, reference.policy, random.pick(officers), today, random, ids);
        auto loan = borrowing.from(begun, revoked ? &own.last() : nullptr);
        if (!loan)
            return loan.error();
        all.append(std::move(loan).value());
    }
    return all;
}

} // namespace markaz::server::sample
