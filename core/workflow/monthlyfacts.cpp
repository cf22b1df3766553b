// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/monthlyfacts.h"

#include "core/security/permissions.h"
#include "core/storage/figurecells.h"
#include "core/storage/readsnapshot.h"
#include "core/storage/syncstaterepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/policies.h"

#include <QRegularExpression>

#include <algorithm>

namespace markaz {
namespace {

constexpr int kMonths = 12;
constexpr int kQueries = 3; ///< of the dashboard, for each part

QDate firstOf(const QDate &day)
{
    return {day.year(), day.month(), 1};
}

QDate lastOf(const QDate &first)
{
    return first.addMonths(1).addDays(-1);
}

Error refused(const char *where, const QString &why)
{
    return makeError(ErrorCode::InvalidValue, why, QLatin1String(where));
}

/// The parts of one report, from what is asked once for all provinces and what is asked for each.
class Gathering
{
public:
    Gathering(Workspace &workspace, const ProgrammePolicy &policy, MonthlyFacts &facts,
              const std::function<bool(int, int)> &goesOn)
        : m_workspace(workspace)
        , m_figures(workspace.database)
        , m_dashboard(workspace.database, &workspace.clock)
        , m_policy(policy)
        , m_facts(facts)
        , m_goesOn(goesOn)
    {
    }

    Result<void> run()
    {
        QList<QStringList> scopes;
        if (m_facts.provinces.size() > 1)
            scopes.append(m_facts.provinces);
        for (const QString &province : std::as_const(m_facts.provinces))
            scopes.append(QStringList{province});
        m_steps = 3 * MonthlyFigures::kCountQueries + 2 + kQueries * static_cast<int>(scopes.size());
        const QDate first = m_facts.month;
        const QDate before = first.addMonths(-1);
        const QDate year = first.addYears(-1);
        const std::array<std::pair<QDate, QDate>, LoansFigures::kPeriods> periods{
            std::pair{first, m_facts.until}, {before, lastOf(before)}, {year, lastOf(year)}};
        std::array<QMap<QString, MonthlyCounts>, periods.size()> counts;
        for (size_t i = 0; i < periods.size(); ++i) {
            auto counted =
                m_figures.counts(m_facts.provinces, periods[i].first, periods[i].second, [this] { return goOn(); });
            if (!counted)
                return counted.error();
            counts[i] = *counted;
        }
        if (auto on = goOn(); !on)
            return on;
        const auto expiring = m_figures.expiring(m_facts.provinces, m_facts.until, kExpiringDays);
        if (!expiring)
            return expiring.error();
        if (auto on = goOn(); !on)
            return on;
        const auto loans = loansFigures(m_workspace, m_facts.provinces, periods);
        if (!loans)
            return loans.error();
        for (const QStringList &scope : std::as_const(scopes)) {
            MonthlyPart part;
            part.province = scope.size() == 1 ? scope.first() : QString();
            for (const QString &province : scope) {
                part.month += counts[0].value(province);
                part.before += counts[1].value(province);
                part.yearBefore += counts[2].value(province);
                part.quota += m_policy.quota(province);
                part.loans += loans->value(province);
            }
            for (const ExpiringCertificate &certificate : *expiring) {
                if (scope.contains(certificate.province))
                    part.expiring.append(certificate);
            }
            if (auto added = addDashboard(scope, part); !added)
                return added;
            m_facts.parts.append(part);
        }
        return goOn();
    }

private:
    Result<void> goOn()
    {
        if (m_goesOn && !m_goesOn(m_done, m_steps))
            return makeError(ErrorCode::WrongState, QStringLiteral("cancelled"), QStringLiteral("cancelled"));
        ++m_done;
        return {};
    }

    /// What the dashboard has, by its own door.
    Result<void> addDashboard(const QStringList &scope, MonthlyPart &part)
    {
        DashboardFilter filter;
        filter.provinces = scope;
        filter.settled = true;
        filter.to = m_facts.until;
        filter.from = m_facts.month;
        if (auto on = goOn(); !on)
            return on;
        auto month = m_dashboard.figures(filter);
        if (!month)
            return month.error();
        part.failing = month->failingMost;
        for (const ScoreBin &bin : month->scores)
            part.inspected += bin.eligible + bin.provisional + bin.refused;
        filter.from = m_facts.month.addMonths(1 - kMonths);
        if (auto on = goOn(); !on)
            return on;
        auto year = m_dashboard.figures(filter);
        if (!year)
            return year.error();
        part.year = *year;

        QList<QDate> days;
        for (QDate first = filter.from; first <= m_facts.month; first = first.addMonths(1))
            days.append(std::min(lastOf(first), m_facts.until));
        if (auto on = goOn(); !on)
            return on;
        const auto counts = m_dashboard.inForceAt(filter, days);
        if (!counts)
            return counts.error();
        for (const MonthCount &count : *counts)
            part.months.append(
                {firstOf(count.month), count.full, count.provisional, quotaAt(m_facts, part, m_policy, count.month)});
        return {};
    }

    Workspace &m_workspace;
    MonthlyFigures m_figures;
    DashboardRepository m_dashboard;
    const ProgrammePolicy &m_policy;
    MonthlyFacts &m_facts;
    const std::function<bool(int, int)> &m_goesOn;
    int m_steps = 0;
    int m_done = 0;
};

/// What the sync has noted, and what waits for it.
Result<void> readState(Workspace &workspace, MonthlyFacts &facts)
{
    const SyncStateRepository state(workspace.database);
    const auto contact = state.value(QStringLiteral("last_contact"));
    const auto anew = state.value(QStringLiteral("pull_anew"));
    const auto more = state.value(QStringLiteral("pull_more"));
    for (const auto *read : {&contact, &anew, &more}) {
        if (!*read)
            return read->error();
    }
    const auto owed = workspace.outbox.owed();
    if (!owed)
        return owed.error();
    if (const auto at = fromIso(*contact))
        facts.asOf = *at;
    facts.behind = facts.asOf.isValid() && programmeDay(facts.asOf) < facts.until;
    facts.partial = !anew->isEmpty() || !more->isEmpty();
    facts.waiting = owed->size();
    facts.buildingsWaiting = std::count_if(owed->begin(), owed->end(), [](const OutboxRow &row) {
        return row.change.entity == Entity::Building && row.change.kind != ChangeKind::Create;
    });
    return {};
}

} // namespace

Result<QDate> monthOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9]{4}-[0-9]{2}\\z"));
    const QDate first =
        form.match(text).hasMatch() ? QDate::fromString(text + QStringLiteral("-01"), Qt::ISODate) : QDate();
    if (!first.isValid())
        return refused("month", QStringLiteral("no month"));
    return first;
}

Result<void> mayReportOn(const QDate &month, const ProgrammePolicy &policy, const QDate &today)
{
    if (!month.isValid())
        return refused("month", QStringLiteral("no month"));
    if (firstOf(month) > today)
        return refused("month.future", QStringLiteral("it has not begun"));
    if (firstOf(month) < firstOf(policy.start))
        return refused("month.early", QStringLiteral("before the programme"));
    return {};
}

QList<QDate> reportMonths(const ProgrammePolicy &policy, const QDate &today)
{
    QList<QDate> months;
    for (QDate month = firstOf(today); month.isValid() && month >= firstOf(policy.start); month = month.addMonths(-1))
        months.append(month);
    return months;
}

int quotaAt(const MonthlyFacts &facts, const MonthlyPart &part, const ProgrammePolicy &policy, const QDate &day)
{
    if (!part.province.isEmpty())
        return policy.quotaLine(day, part.province);
    if (facts.wholeCountry) // its line is its own: those of the provinces are rounded each for itself
        return policy.quotaLine(day);
    int sum = 0;
    for (const QString &province : facts.provinces)
        sum += policy.quotaLine(day, province);
    return sum;
}

Result<MonthlyFacts> monthlyFacts(Workspace &workspace, const Actor &actor, const Gazetteer &gazetteer,
                                  const ProgrammePolicy &policy, const QDate &month,
                                  const std::function<bool(int done, int all)> &goesOn)
{
    MonthlyFacts facts;
    for (const Province &province : gazetteer.provinces()) {
        if (actor.provinces.contains(province.code))
            facts.provinces.append(province.code);
    }
    if (auto allowed = may(actor, Action::SeeDashboard, Subject{facts.provinces, {}, {}, {}}); !allowed)
        return allowed.error();
    facts.wholeCountry = facts.provinces.size() == gazetteer.provinces().size();
    const QDate today = programmeDay(workspace.clock.now());
    if (auto there = mayReportOn(month, policy, today); !there)
        return there.error();
    facts.month = firstOf(month);
    facts.open = lastOf(facts.month) >= today;
    facts.until = std::min(lastOf(facts.month), today);

    if (auto settled = settleFigures(workspace.database); !settled) // which writes, and in a snapshot nobody can
        return settled.error();
    // One moment for all of it: sync commits between two queries.
    const auto snapshot = ReadSnapshot::begin(workspace.database);
    if (!snapshot)
        return snapshot.error();
    if (auto read = readState(workspace, facts); !read)
        return read.error();
    // By the records, as a certificate and a visit's report: sync_state's mark is set where the window made the sample.
    const auto sample = MonthlyFigures(workspace.database).holdsSample(facts.provinces);
    if (!sample)
        return sample.error();
    facts.sample = *sample;
    auto inForce = policyInForce(workspace, facts.until);
    if (!inForce)
        return inForce.error();
    facts.policy = std::move(inForce->figures);
    if (auto gathered = Gathering(workspace, facts.policy, facts, goesOn).run(); !gathered)
        return gathered.error();
    return facts;
}

} // namespace markaz
