// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dashboard/dashboardtable.h"

#include "core/domain/centre.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/loanwords.h"
#include "ui/widgets/charts/funnelchart.h"

#include <QCoreApplication>

namespace markaz::ui::dashboard {
namespace {

struct DashboardTable
{
    Q_DECLARE_TR_FUNCTIONS(DashboardTable)
};

QString monthText(const QDate &month)
{
    return month.toString(QStringLiteral("yyyy-MM"));
}

/// Puts the lines together; a share is a number of per cent.
class Lines
{
public:
    Lines(const Shown &shown, const ProgrammePolicy &policy, const StandardCatalogue &standards,
          const Gazetteer &gazetteer)
        : m_shown(shown)
        , m_figures(shown.answer.figures)
        , m_policy(policy)
        , m_standards(standards)
        , m_gazetteer(gazetteer)
    {
    }

    QList<FigureLine> all()
    {
        add(DashboardTable::tr("Filter"), {}, {}, m_shown.filter.join(QStringLiteral("; ")));
        add(DashboardTable::tr("Counted on"), {}, {}, format::programmeDateTime(m_shown.at));
        addCards();
        addPipeline();
        addCertified();
        addVisits();
        addLoans();
        return m_lines;
    }

private:
    void add(const QString &figure, const QString &row, const QString &part, const TableCell &value)
    {
        m_lines.append({figure, row, part, value});
    }
    void count(const QString &figure, const QString &row, const QString &part, qint64 value)
    {
        add(figure, row, part, value);
    }

    void addCards()
    {
        const Question &question = m_shown.question;
        count(DashboardTable::tr("Certified"), {}, {}, m_figures.certified);
        if (const auto quota = dashboard::quota(question, m_policy)) {
            count(DashboardTable::tr("Quota"), format::date(m_policy.target().by), {}, *quota);
            count(DashboardTable::tr("Quota line"), format::date(question.day()), {},
                  quotaLine(question, m_policy, question.day()).value_or(0));
        }
        count(DashboardTable::tr("In the pipeline, today"), {}, {}, m_shown.answer.inPipeline);
        count(DashboardTable::tr("Waiting for review, today"), {}, {}, m_figures.waitingForReview);
        count(DashboardTable::tr("Seats in centres"), {}, {}, m_figures.seats);
        count(DashboardTable::tr("Fire-safe occupancy"), {}, {}, m_figures.fireSafe);
        const Occupancy &months = m_figures.occupancy;
        if (months.centres == 0)
            return;
        const QString month = monthText(months.month);
        count(DashboardTable::tr("Centres that reported"), month, {}, months.centres);
        count(DashboardTable::tr("Seats reported"), month, {}, months.seats);
        count(DashboardTable::tr("Seats taken"), month, {}, months.taken);
        if (const auto share = centre::shareBp(months.taken, months.seats))
            add(DashboardTable::tr("Occupancy, per cent"), month, {}, *share / 100.0);
        if (months.taken > 0)
            add(DashboardTable::tr("Average seat rate, Rs a month"), month, {},
                static_cast<double>(months.ratePaisa) / 100.0);
        add(DashboardTable::tr("Seat rate ceiling, Rs a month"), {}, {},
            static_cast<double>(m_shown.answer.rateCeilingPaisa) / 100.0);
        add(DashboardTable::tr("Market rate from, Rs a month"), {}, {},
            static_cast<double>(m_policy.marketRateLow.value) / 100.0);
        count(DashboardTable::tr("Freelancers"), month, {}, months.freelancers);
        count(DashboardTable::tr("Other staff"), month, {}, months.otherStaff);
        if (const auto share = centre::shareBp(months.otherStaff, months.freelancers + months.otherStaff))
            add(DashboardTable::tr("E-employment, per cent"), month, {}, *share / 100.0);
        count(DashboardTable::tr("Centres with other staff"), month, {}, months.mixed);
    }

    void addLoans()
    {
        const QList<LoanBar> bars = loanBars(m_shown.answer);
        for (const LoanBar &bar : bars) {
            const QString state = loanwords::state(bar.state);
            count(DashboardTable::tr("Loans, today"), state, {}, bar.loans);
            add(DashboardTable::tr("Loans, today"), state, DashboardTable::tr("Amount, Rs"),
                static_cast<double>(bar.principalPaisa) / 100.0);
        }
        const InterestSplit &parts = m_shown.answer.subsidy.interest;
        const QString figure = DashboardTable::tr("Subsidy committed, Rs");
        for (const auto &[payer, part] :
             {std::pair{QStringLiteral("Ignite"), parts.ignite}, std::pair{QStringLiteral("PSDP"), parts.psdp},
              std::pair{DashboardTable::tr("Undecided"), parts.undecided}})
            add(figure, payer, {}, static_cast<double>(part.value) / 100.0);
        count(DashboardTable::tr("Loans whose policy is missing"), {}, {}, m_shown.answer.subsidy.unknown);
    }

    void addPipeline()
    {
        const QStringList steps = FunnelChart::stepNames();
        for (qsizetype i = 0; i < steps.size(); ++i)
            count(DashboardTable::tr("Pipeline, buildings"), steps.at(i), {}, m_figures.funnel[static_cast<size_t>(i)]);
    }

    void addCertified()
    {
        const QString full = labels::grade(QStringLiteral("full"));
        const QString provisional = labels::grade(QStringLiteral("provisional"));
        const CertifiedContent months = certifiedMonths(m_shown.question, m_shown.answer, m_policy);
        for (qsizetype i = 0; i < months.months.size(); ++i) {
            const QString month = monthText(months.months.at(i));
            if (i < months.full.size()) {
                count(DashboardTable::tr("In force at the end of the month"), month, full, months.full.at(i));
                count(DashboardTable::tr("In force at the end of the month"), month, provisional,
                      months.provisional.at(i));
            }
            if (i < months.quota.size())
                count(DashboardTable::tr("In force at the end of the month"), month, DashboardTable::tr("Quota line"),
                      months.quota.at(i));
        }
        const QList<ProvinceRow> provinces = provinceRows(m_shown.question, m_shown.answer, m_policy);
        for (const ProvinceRow &row : provinces) {
            for (int tier = 1; tier <= 3; ++tier)
                count(DashboardTable::tr("Certified by province"), row.name, labels::tier(tier),
                      row.byTier[static_cast<size_t>(tier - 1)]);
            if (row.quota >= 0)
                count(DashboardTable::tr("Certified by province"), row.name, DashboardTable::tr("Quota"), row.quota);
        }
        for (const CityCount &city : m_figures.byCity) {
            if (const City *place = m_gazetteer.city(city.cityId))
                count(DashboardTable::tr("Certified by city"), place->name, {}, city.certified);
        }
        for (const MonthCount &month : m_figures.ending) {
            count(DashboardTable::tr("Certificates that end"), monthText(month.month), full, month.full);
            count(DashboardTable::tr("Certificates that end"), monthText(month.month), provisional, month.provisional);
        }
    }

    void addVisits()
    {
        for (const ScoreBin &bin : m_figures.scores) {
            const QString scores = QStringLiteral("%1-%2").arg(bin.fromBp / 100).arg(bin.fromBp / 100 + 5);
            for (const auto &[verdict, inspections] :
                 {std::pair{Verdict::Eligible, bin.eligible}, std::pair{Verdict::Provisional, bin.provisional},
                  std::pair{Verdict::Refused, bin.refused}})
                count(DashboardTable::tr("Inspection scores"), scores, labels::of(verdict), inspections);
        }
        const QList<ItemShare> items = failingItems(m_shown.answer, m_standards);
        for (const ItemShare &item : items) {
            const QString name = QStringLiteral("%1 %2").arg(item.code, item.text);
            count(DashboardTable::tr("Items that fail most"), name, DashboardTable::tr("Failed"), item.failed);
            count(DashboardTable::tr("Items that fail most"), name, DashboardTable::tr("Inspections"),
                  item.inspections);
        }
    }

    const Shown &m_shown;
    const DashboardFigures &m_figures;
    const ProgrammePolicy &m_policy;
    const StandardCatalogue &m_standards;
    const Gazetteer &m_gazetteer;
    QList<FigureLine> m_lines;
};

Result<void> writeCities(TableFile &file, const Shown &shown, const Gazetteer &gazetteer)
{
    for (const CityCount &count : shown.answer.figures.byCity) {
        const City *city = gazetteer.city(count.cityId);
        if (city == nullptr)
            continue;
        TableRow row{QString::number(city->id),
                     {city->name, city->province, qint64(city->tier), qint64(count.certified)},
                     std::nullopt};
        if (const auto there = Position::make(city->latitudeE6, city->longitudeE6))
            row.position = *there;
        if (auto added = file.add(row); !added)
            return added;
    }
    return {};
}

} // namespace

QList<FigureLine> figureLines(const Shown &shown, const ProgrammePolicy &policy, const StandardCatalogue &standards,
                              const Gazetteer &gazetteer)
{
    return Lines(shown, policy, standards, gazetteer).all();
}

Result<void> writeFigures(TableFormat format, const QString &path, const Shown &shown, const ProgrammePolicy &policy,
                          const StandardCatalogue &standards, const Gazetteer &gazetteer)
{
    const bool map = format == TableFormat::GeoJson;
    const QList<TableColumn> columns =
        map ? QList<TableColumn>{{QStringLiteral("city"), {}},
                                 {QStringLiteral("province"), {}},
                                 {QStringLiteral("tier"), {}},
                                 {QStringLiteral("certified"), {}}}
            : QList<TableColumn>{{QStringLiteral("figure"), DashboardTable::tr("Figure")},
                                 {QStringLiteral("row"), DashboardTable::tr("Row")},
                                 {QStringLiteral("part"), DashboardTable::tr("Part")},
                                 {QStringLiteral("value"), DashboardTable::tr("Value")}};
    auto file = TableFile::create(format, path, columns, DashboardTable::tr("Dashboard"));
    if (!file)
        return file.error();
    if (map) {
        if (auto written = writeCities(**file, shown, gazetteer); !written)
            return written;
        return (*file)->finish();
    }
    const auto textOrNothing = [](const QString &text) { return text.isEmpty() ? TableCell() : TableCell(text); };
    const QList<FigureLine> lines = figureLines(shown, policy, standards, gazetteer);
    for (const FigureLine &line : lines) {
        if (auto added =
                (*file)->add({{}, {line.figure, textOrNothing(line.row), textOrNothing(line.part), line.value}, {}});
            !added)
            return added;
    }
    return (*file)->finish();
}

} // namespace markaz::ui::dashboard
