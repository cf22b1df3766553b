// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dashboard/monthlydocument.h"

#include "core/support/programmeday.h"
#include "ui/text/calendarwords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"
#include "ui/text/loanwords.h"
#include "ui/widgets/charts/chartview.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace markaz::ui {
namespace {

struct MonthlyWords
{
    Q_DECLARE_TR_FUNCTIONS(MonthlyWords)
};

constexpr qsizetype kMostExpiring = 60; ///< of a part; the others are counted

QDate lastOf(const QDate &first)
{
    return first.addMonths(1).addDays(-1);
}

constexpr size_t kInspected = 2; ///< of the funnel: from here on of the period alone

/// One report, with what its words are made of at hand.
class Words
{
public:
    Words(const MonthlyFacts &facts, const ProgrammePolicy &policy, const Gazetteer &gazetteer,
          const StandardCatalogue &standards)
        : m_facts(facts)
        , m_policy(policy)
        , m_gazetteer(gazetteer)
        , m_standards(standards)
        , m_month(format::month(facts.month))
    {
    }

    MonthlySection section(const MonthlyPart &part) const
    {
        MonthlySection section;
        section.title = nameOf(part);
        section.lines = lines(part);
        section.figures = figures(part);
        section.funnel = funnel(part);
        section.certified = certified(part);
        section.tiers = tiers(part);
        section.loans = loans(part);
        section.failing = failing(part);
        section.expiring = expiring(part);
        return section;
    }

    QString provinces() const
    {
        if (m_facts.wholeCountry)
            return MonthlyWords::tr("All of Pakistan");
        QStringList names;
        for (const QString &code : m_facts.provinces)
            names.append(labels::province(code));
        return format::list(names);
    }

private:
    QString nameOf(const MonthlyPart &part) const
    {
        if (!part.province.isEmpty())
            return labels::province(part.province);
        return m_facts.wholeCountry ? MonthlyWords::tr("All of Pakistan")
                                    : MonthlyWords::tr("These provinces together");
    }

    static int happened(const MonthlyCounts &counts)
    {
        return counts.buildingsAdded + counts.visits + counts.accepted + counts.returned + counts.rejected +
               counts.issuedFull + counts.issuedProvisional + counts.renewed + counts.suspended + counts.reinstated +
               counts.revoked + counts.expired + counts.appeals + counts.appealsAllowed + counts.appealsDismissed +
               counts.findingsOpened + counts.findingsMended;
    }

    QStringList lines(const MonthlyPart &part) const
    {
        QStringList lines;
        if (happened(part.month) == 0)
            lines.append(MonthlyWords::tr("Nothing happened here in %1.").arg(m_month));
        const int line = quotaAt(m_facts, part, m_policy, m_facts.until);
        const int behind = line - part.month.centres;
        const QString of = MonthlyWords::tr("%1 of the %2 centres aimed at by %3 are certified.")
                               .arg(format::number(part.month.centres), format::number(part.quota),
                                    format::month(m_policy.target().by));
        const QString where = behind > 0 ? MonthlyWords::tr("That is %1 behind the line.").arg(format::number(behind))
                              : behind < 0
                                  ? MonthlyWords::tr("That is %1 ahead of the line.").arg(format::number(-behind))
                                  : MonthlyWords::tr("That is on the line.");
        lines.append(of + QLatin1Char(' ') + where);
        return lines;
    }

    MonthlyTable figures(const MonthlyPart &part) const
    {
        const QDate before = m_facts.month.addMonths(-1);
        const QDate year = m_facts.month.addYears(-1);
        MonthlyTable table;
        table.title = MonthlyWords::tr("The month in figures");
        table.figures = true;
        table.widths = {46, 18, 18, 18};
        table.strong = 1;
        table.head = {QString(), m_month, format::month(before), format::month(year)};
        // Before the programme there was nothing to count.
        const auto shown = [&](const QDate &first, qint64 value) {
            return lastOf(first) < m_policy.start ? QStringLiteral("–") : format::number(value);
        };
        const auto add = [&](const QString &label, auto value) {
            table.rows.append({label, shown(m_facts.month, value(part.month)), shown(before, value(part.before)),
                               shown(year, value(part.yearBefore))});
        };
        const auto heading = [&table](const QString &words) { table.rows.append(QStringList{words}); };
        using Counts = const MonthlyCounts &;
        add(MonthlyWords::tr("Buildings registered"), [](Counts c) { return c.buildingsAdded; });
        heading(MonthlyWords::tr("Inspections"));
        add(MonthlyWords::tr("Visits handed in"), [](Counts c) { return c.visits; });
        add(MonthlyWords::tr("Of them: the visit could not be made"), [](Counts c) { return c.notMade; });
        add(MonthlyWords::tr("Accepted"), [](Counts c) { return c.accepted; });
        add(MonthlyWords::tr("Returned"), [](Counts c) { return c.returned; });
        add(MonthlyWords::tr("Rejected"), [](Counts c) { return c.rejected; });
        add(MonthlyWords::tr("Findings raised"), [](Counts c) { return c.findingsOpened; });
        add(MonthlyWords::tr("Findings mended, as a visit verified"), [](Counts c) { return c.findingsMended; });
        heading(MonthlyWords::tr("Certificates"));
        add(MonthlyWords::tr("Issued, full"), [](Counts c) { return c.issuedFull; });
        add(MonthlyWords::tr("Issued, provisional"), [](Counts c) { return c.issuedProvisional; });
        add(MonthlyWords::tr("Renewed"), [](Counts c) { return c.renewed; });
        add(MonthlyWords::tr("Suspended"), [](Counts c) { return c.suspended; });
        add(MonthlyWords::tr("Reinstated"), [](Counts c) { return c.reinstated; });
        add(MonthlyWords::tr("Revoked"), [](Counts c) { return c.revoked; });
        add(MonthlyWords::tr("Expired"), [](Counts c) { return c.expired; });
        add(MonthlyWords::tr("Appeals recorded"), [](Counts c) { return c.appeals; });
        add(MonthlyWords::tr("Appeals allowed"), [](Counts c) { return c.appealsAllowed; });
        add(MonthlyWords::tr("Appeals dismissed"), [](Counts c) { return c.appealsDismissed; });
        heading(MonthlyWords::tr("At the end"));
        add(MonthlyWords::tr("Certified centres"), [](Counts c) { return c.centres; });
        const auto line = [&](const QDate &day) { return quotaAt(m_facts, part, m_policy, day); };
        table.rows.append({MonthlyWords::tr("Quota line"), shown(m_facts.month, line(m_facts.until)),
                           shown(before, line(lastOf(before))), shown(year, line(lastOf(year)))});
        add(MonthlyWords::tr("Seats in certified centres"), [](Counts c) { return c.seats; });
        add(MonthlyWords::tr("Surveillance visits overdue"), [](Counts c) { return c.surveillanceDue; });
        heading(MonthlyWords::tr("Loans and subsidy"));
        const auto &money = part.loans.periods;
        const auto amount = [&](const QString &label, auto value) {
            const auto of = [&](const QDate &first, const LoansMonth &moved) {
                return lastOf(first) < m_policy.start ? QStringLiteral("–") : format::rupees(value(moved).value);
            };
            table.rows.append({label, of(m_facts.month, money[0]), of(before, money[1]), of(year, money[2])});
        };
        using Moved = const LoansMonth &;
        amount(MonthlyWords::tr("Paid out to owners"), [](Moved m) { return m.paidOut; });
        amount(MonthlyWords::tr("Paid back by owners"), [](Moved m) { return m.repaid; });
        amount(MonthlyWords::tr("Given back of the subsidy"), [](Moved m) { return m.recovered; });
        amount(MonthlyWords::tr("Subsidy that fell due: Ignite"), [](Moved m) { return m.due.ignite; });
        amount(MonthlyWords::tr("Subsidy that fell due: PSDP"), [](Moved m) { return m.due.psdp; });
        amount(MonthlyWords::tr("Subsidy that fell due: not decided whose"), [](Moved m) { return m.due.undecided; });
        return table;
    }

    /// As they stand when the report is made: the records do not say when each moved.
    MonthlyTable loans(const MonthlyPart &part) const
    {
        MonthlyTable table;
        table.title = MonthlyWords::tr("Loans of owners, and the subsidy that they commit, as of now");
        table.figures = true;
        table.widths = {52, 16, 32};
        table.head = {QString(), MonthlyWords::tr("Loans"), MonthlyWords::tr("Amount")};
        table.empty = MonthlyWords::tr("No loan is recorded here.");
        const LoansFigures &loans = part.loans;
        if (loans.standing.isEmpty())
            return table;
        for (auto it = loans.standing.begin(); it != loans.standing.end(); ++it)
            table.rows.append(
                {loanwords::state(it.key()), format::number(it->loans), format::rupees(it->principal.value)});
        table.rows.append(QStringList{MonthlyWords::tr("Subsidy of all months of the approved and the paid out")});
        const auto share = [&table](const QString &label, Paisa amount) {
            table.rows.append({label, QString(), format::rupees(amount.value)});
        };
        share(MonthlyWords::tr("Ignite"), loans.committed.ignite);
        share(MonthlyWords::tr("PSDP"), loans.committed.psdp);
        share(MonthlyWords::tr("Not decided whose"), loans.committed.undecided);
        if (loans.unknown > 0)
            table.note = MonthlyWords::tr("Without the subsidy of %1 loans, whose policy is not on this laptop.")
                             .arg(format::number(loans.unknown));
        return table;
    }

    MonthlyBars funnel(const MonthlyPart &part) const
    {
        const std::array names{MonthlyWords::tr("Identified"), MonthlyWords::tr("Assigned"),
                               MonthlyWords::tr("Inspected"), MonthlyWords::tr("Reviewed"),
                               MonthlyWords::tr("Certified")};
        MonthlyBars bars;
        bars.title =
            MonthlyWords::tr("Pipeline: buildings that reached each stage in the twelve months to %1").arg(m_month);
        bars.empty = MonthlyWords::tr("Nothing: no building is registered here.");
        bars.note =
            MonthlyWords::tr("In brackets: the share of the stage before. Identified and assigned are all until "
                             "%1, not of these months alone.")
                .arg(format::date(m_facts.until));
        for (size_t i = 0; i < names.size(); ++i) {
            const int reached = part.year.funnel[i];
            QString shown = format::number(reached);
            // Of the year's visits no share of all that were ever assigned.
            if (i > 0 && i != kInspected && part.year.funnel[i - 1] > 0)
                shown += QStringLiteral(" (%1)").arg(shareOf(reached, part.year.funnel[i - 1]));
            bars.bars.append({names[i], reached, shown});
        }
        return bars;
    }

    MonthlyColumns certified(const MonthlyPart &part) const
    {
        MonthlyColumns columns;
        columns.title = MonthlyWords::tr("Certified centres at the end of each month, and the quota line");
        columns.full = MonthlyWords::tr("Full");
        columns.provisional = MonthlyWords::tr("Provisional");
        columns.quota = MonthlyWords::tr("Quota line");
        columns.empty = MonthlyWords::tr("Nothing was certified at the end of any of these twelve months.");
        for (const MonthInForce &at : part.months) {
            const bool names = at.month.month() == 1 || at.month == part.months.first().month;
            columns.months.append(
                {names ? format::month(at.month) : format::shortMonth(at.month), at.full, at.provisional, at.quota});
        }
        return columns;
    }

    MonthlyTable tiers(const MonthlyPart &part) const
    {
        MonthlyTable table;
        table.title = MonthlyWords::tr("Certified centres by province and tier, at the end of %1")
                          .arg(format::date(m_facts.until));
        table.figures = true;
        table.widths = {40, 12, 12, 12, 12, 12};
        table.strong = 4;
        table.head = {MonthlyWords::tr("Province"), labels::tier(1),          labels::tier(2), labels::tier(3),
                      MonthlyWords::tr("All"),      MonthlyWords::tr("Quota")};
        table.empty = MonthlyWords::tr("Nothing is certified.");
        int all = 0;
        std::array<int, 4> sums{};
        for (const ProvinceCount &count : part.year.certifiedByProvince) {
            const int sum = count.byTier[0] + count.byTier[1] + count.byTier[2];
            all += sum;
            for (size_t tier = 0; tier < 3; ++tier)
                sums[tier] += count.byTier[tier];
            table.rows.append(row(labels::province(count.province), count.byTier, sum, m_policy.quota(count.province)));
        }
        if (all == 0)
            table.rows.clear();
        else if (table.rows.size() > 1)
            table.rows.append(row(MonthlyWords::tr("Together"), {sums[0], sums[1], sums[2]}, all, part.quota));
        return table;
    }

    static QStringList row(const QString &name, const std::array<int, 3> &tiers, int sum, int quota)
    {
        return {name,
                format::number(tiers[0]),
                format::number(tiers[1]),
                format::number(tiers[2]),
                format::number(sum),
                format::number(quota)};
    }

    MonthlyBars failing(const MonthlyPart &part) const
    {
        MonthlyBars bars;
        bars.title = MonthlyWords::tr("Items that failed most in %1").arg(m_month);
        bars.empty = part.inspected == 0 ? MonthlyWords::tr("Nothing: no inspection of this month was scored.")
                                         : MonthlyWords::tr("Nothing failed.");
        bars.note = MonthlyWords::tr("Of the inspections that answered the item, and were not returned.");
        for (const FailingItem &failed : part.failing) {
            const Item *item = m_standards.item(failed.code);
            QString words = item != nullptr ? item->shortText.in(isUrdu()) : QString();
            if (!words.isEmpty())
                words[0] = words.at(0).toUpper();
            const QString label = QStringLiteral("%1 %2").arg(format::code(failed.code), words);
            bars.bars.append({label, failed.failed,
                              MonthlyWords::tr("%1 of %2 (%3)")
                                  .arg(format::number(failed.failed), format::number(failed.inspections),
                                       shareOf(failed.failed, failed.inspections))});
        }
        return bars;
    }

    MonthlyTable expiring(const MonthlyPart &part) const
    {
        MonthlyTable table;
        table.title = MonthlyWords::tr("Certificates that expire within %1 days after %2")
                          .arg(format::number(kExpiringDays), format::date(m_facts.until));
        table.widths = {20, 38, 16, 13, 13};
        table.head = {MonthlyWords::tr("Number"), MonthlyWords::tr("Building"), MonthlyWords::tr("City"),
                      MonthlyWords::tr("Grade"), MonthlyWords::tr("Last day")};
        table.empty = MonthlyWords::tr("Nothing expires in these days.");
        for (const ExpiringCertificate &certificate :
             part.expiring.first(std::min(part.expiring.size(), kMostExpiring))) {
            const City *city = m_gazetteer.city(certificate.cityId);
            table.rows.append(
                {format::code(certificate.number),
                 QStringLiteral("%1 %2").arg(format::code(certificate.buildingCode), certificate.buildingName),
                 city == nullptr ? QString() : labels::city(m_gazetteer, *city), labels::grade(certificate.grade),
                 format::date(certificate.until)});
        }
        if (part.expiring.size() > kMostExpiring)
            table.note = MonthlyWords::tr("And %1 more, later in these days.")
                             .arg(format::number(part.expiring.size() - kMostExpiring));
        return table;
    }

    const MonthlyFacts &m_facts;
    const ProgrammePolicy &m_policy;
    const Gazetteer &m_gazetteer;
    const StandardCatalogue &m_standards;
    QString m_month;
};

} // namespace

MonthlyDocument monthlyDocument(const MonthlyFacts &facts, const Actor &actor, const QDateTime &made,
                                const Gazetteer &gazetteer, const StandardCatalogue &standards)
{
    const Words words(facts, facts.policy, gazetteer, standards);
    MonthlyDocument document;
    document.urdu = isUrdu();
    document.title = MonthlyWords::tr("Monthly report on freelancing centres");
    document.month = format::longMonth(facts.month);
    if (facts.open)
        document.month = MonthlyWords::tr("%1, until %2").arg(document.month, format::date(facts.until));
    document.facts = {{MonthlyWords::tr("Provinces"), words.provinces()},
                      {MonthlyWords::tr("Figures as of"),
                       facts.asOf.isValid()
                           ? MonthlyWords::tr("%1 (last sync)").arg(format::programmeDateTime(facts.asOf))
                           : MonthlyWords::tr("never: this laptop has not reached a server yet")},
                      {MonthlyWords::tr("Made for"),
                       MonthlyWords::tr("%1, %2").arg(format::words(actor.displayName), labels::of(actor.role))}};
    document.notes.append(
        MonthlyWords::tr(
            "This report counts what the server had taken by the end of %1, of %2, as the last sync brought "
            "it to the laptop that made this: the server’s moment counts, not the laptops’ clocks. Made "
            "again later it says the same, unless a building is merged, moved or removed, a mended finding is "
            "opened again, or money of a loan is recorded late; how loans stand is of the last sync. Days are "
            "those of Pakistan’s clock.")
            .arg(format::date(facts.until),
                 facts.wholeCountry ? MonthlyWords::tr("all provinces") : words.provinces()));
    if (facts.waiting > 0)
        document.notes.append(MonthlyWords::tr("Changes of this laptop that wait for the server are not counted: %1. "
                                               "They count in the month in which it takes them.")
                                  .arg(format::number(facts.waiting)));
    if (facts.buildingsWaiting > 0)
        document.warnings.append(
            MonthlyWords::tr("Changes of buildings wait on this laptop: %1. What belongs to these buildings is counted "
                             "as if the server had them. Sync, then make the report again.")
                .arg(format::number(facts.buildingsWaiting)));
    if (facts.behind)
        document.warnings.append(MonthlyWords::tr("This laptop last synced on %1: what came after is missing.")
                                     .arg(format::date(programmeDay(facts.asOf))));
    if (!facts.asOf.isValid())
        document.warnings.append(
            MonthlyWords::tr("This laptop has not reached a server yet: what others recorded is missing."));
    if (facts.partial)
        document.warnings.append(
            MonthlyWords::tr("The last sync did not come to its end: records may be missing. Sync, "
                             "then make the report again."));
    if (facts.open)
        document.notes.append(MonthlyWords::tr("The month is not over: it is counted until %1. The months beside it "
                                               "are whole.")
                                  .arg(format::date(facts.until)));
    for (const MonthlyPart &part : facts.parts)
        document.sections.append(words.section(part));
    document.foot = MonthlyWords::tr("Made with Markaz on %1.").arg(format::date(programmeDay(made)));
    if (facts.asOf.isValid())
        document.foot =
            MonthlyWords::tr("%1 Records as of %2.").arg(document.foot, format::date(programmeDay(facts.asOf)));
    document.pageOf = MonthlyWords::tr("Page %1 of %2");
    document.sample = facts.sample;
    if (facts.sample)
        document.foot = MonthlyWords::tr("Sample data. %1").arg(document.foot);
    return document;
}

Sentence monthlySentence(const Error &error, const ProgrammePolicy &policy, const QString &path)
{
    if (error.where == QLatin1String("month"))
        return {MonthlyWords::tr("That is no month."),
                {},
                MonthlyWords::tr("Write the year and the month, such as 2026-10.")};
    if (error.where == QLatin1String("month.future"))
        return {MonthlyWords::tr("That month has not begun yet."),
                {},
                MonthlyWords::tr("Choose this month or an earlier one.")};
    if (error.where == QLatin1String("month.early"))
        return {MonthlyWords::tr("The programme began in %1: there is nothing to report of an earlier month.")
                    .arg(format::month(policy.start)),
                {},
                MonthlyWords::tr("Choose a later month.")};
    if (error.where == QLatin1String("cancelled"))
        return {MonthlyWords::tr("The report was stopped."),
                MonthlyWords::tr("Nothing was written; what was in the file before is still there."),
                {}};
    return sentences::ofWriting(error, path);
}

QString monthlyFileName(const QDate &month)
{
    return QStringLiteral("markaz-report-%1.pdf").arg(month.toString(QStringLiteral("yyyy-MM")));
}

} // namespace markaz::ui
