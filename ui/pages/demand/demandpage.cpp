// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/demand/demandpage.h"

#include "core/domain/citynames.h"
#include "core/domain/namekey.h"
#include "core/finance/amortisation.h"
#include "core/workflow/preferences.h"
#include "ui/pages/demand/demandexport.h"
#include "ui/pages/demand/rankingpane.h"
#include "ui/text/citylabels.h"
#include "ui/text/demandwords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/card.h"
#include "ui/widgets/charts/citymap.h"
#include "ui/widgets/charts/demandchart.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/moneyfield.h"
#include "ui/widgets/savedialog.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>
#include <limits>

namespace markaz::ui {
namespace {

const QString kLoad = QStringLiteral("load");
const QString kAim = QStringLiteral("aim");
const QString kExport = QStringLiteral("export");
const QString kKept = QStringLiteral("demand.ranking");
constexpr int kPauseMs = 400;
constexpr qsizetype kBars = 8;

} // namespace

DemandPage::DemandPage(const Services &services, QWidget *parent)
    : ListPage(tr("Programme"), parent)
    , m_services(services)
    , m_buildings(services.gazetteer)
{
    setObjectName(QStringLiteral("demandPage"));
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &DemandPage::remember);
    if (!isAdministrator()) {
        recall();
        showView(QStringLiteral("cities"));
    }
    ChangeNotifier &notifier = services.workspace.notifier;
    connect(&notifier, &ChangeNotifier::recordChanged, this, [this](Entity entity) {
        switch (entity) {
        case Entity::Demand:
        case Entity::Building:
        case Entity::Assignment:
        case Entity::Inspection:
        case Entity::Certificate:
        case Entity::Loan:
        case Entity::Policy:
            m_freshness.changed();
            break;
        default:
            break;
        }
    });
    connect(&notifier, &ChangeNotifier::manyChanged, this, [this] { m_freshness.changed(); });
    connect(&notifier, &ChangeNotifier::outboxChanged, this, [this] {
        if (isAdministrator()) // whether the last list is sent
            m_freshness.changed();
    });
}

DemandPage::~DemandPage()
{
    if (m_pause.isActive())
        remember();
}

void DemandPage::showView(const QString &id)
{
    if (isAdministrator())
        return;
    m_view = id;
    m_views->setCurrent(id);
    m_stack->setCurrentIndex(id == QLatin1String("buildings") ? 1 : 0);
    sayCount();
}

void DemandPage::reload()
{
    auto next = NextCentres::read(m_services.workspace, m_services.actor, m_services.gazetteer);
    if (!next) {
        messages()->post(kLoad, Message::of(next.error()));
        return; // what was shown stays
    }
    if (isAdministrator()) {
        const auto imports = importedDemand(m_services.workspace);
        if (!imports) {
            messages()->post(kLoad, Message::of(imports.error()));
            return;
        }
        m_imports.setRows(*imports);
    }
    messages()->withdraw(kLoad);
    m_freshness.refreshed();
    m_buildings.setContent(nullptr, {}, {}); // it points into what goes now
    m_next = std::move(next).value();
    QList<FilterOption> cities;
    const QList<CityNeed> all = m_next.cities({});
    for (const CityNeed &need : all)
        cities.append({QString::number(need.city->id), labels::cityName(*need.city), {need.city->name}});
    m_city->setOptions(cities);
    const bool nothing = !m_next.demand();
    m_empty->setContent(QStringLiteral("office-chart-line-forecast"),
                        isAdministrator()
                            ? tr("No registered freelancers were imported yet. Choose a CSV file with a city and its "
                                 "number of registered freelancers in each row.")
                            : tr("Nobody has imported the registered freelancers by city yet. An administrator does "
                                 "that; then this page shows where the next centres are most needed."),
                        isAdministrator() ? tr("Import…") : QString());
    m_outer->setCurrentWidget(nothing ? static_cast<QWidget *>(m_empty) : m_content);
    m_export->setEnabled(!nothing);
    if (m_views != nullptr)
        m_views->setEnabled(!nothing);
    sayDemand();
    if (!isAdministrator())
        reassume();
    recount();
}

SeatAim DemandPage::aim() const
{
    return m_ownAim ? SeatAim::perThousand(m_aim) : m_next.average();
}

QString DemandPage::aimWords() const
{
    return demandwords::perThousand(m_ownAim ? m_aim
                                             : seatsPerThousand(m_next.seats(), m_next.freelancers()).value_or(0));
}

void DemandPage::recount()
{
    m_cities.setContent(m_next.cities(aim()), isAdministrator() ? QString() : aimWords());
    if (!isAdministrator()) {
        if (!m_ownAim && m_aimField != nullptr)
            m_aimField->setText(aimWords().remove(QChar(0x2066)).remove(QChar(0x2069)));
        rerank();
    }
    filter();
}

void DemandPage::reassume()
{
    // A policy that is not to be read leaves the page without its ranking, and says so.
    if (auto assumed = m_next.assume(m_services.workspace, m_services.policy, m_pane->assumed()); !assumed)
        messages()->post(kLoad, Message::of(assumed.error()));
    rerank();
}

void DemandPage::rerank()
{
    m_buildings.setContent(&m_next, m_next.rank(aim(), m_pane->weights()), m_pane->weights());
    const int row = std::max(0, m_buildings.rowOf(m_selected));
    if (m_buildings.rowCount() > 0)
        m_ranking->setCurrentIndex(m_buildings.index(row, 0));
    sayWhy();
    sayCount();
}

void DemandPage::filter()
{
    const auto numbers = [](const QStringList &ids) {
        QList<int> all;
        for (const QString &id : ids)
            all.append(id.toInt());
        return all;
    };
    m_places = {m_province->chosen(), numbers(m_tier->chosen()), numbers(m_city->chosen())};
    PlaceFilter typed = m_places;
    if (const QString words = m_filter->words(); !words.isEmpty()) {
        // Of the cities those that are called so; buildings are found by their own names too.
        QList<int> called = citiesCalled(words);
        const QString key = nameKey(words);
        for (const City &city : m_services.gazetteer.cities()) {
            if (!called.contains(city.id) && nameKey(city.name).contains(key))
                called.append(city.id);
        }
        if (!typed.cities.isEmpty())
            called.removeIf([&typed](int id) { return !typed.cities.contains(id); });
        typed.cities = called.isEmpty() ? QList<int>{0} : called; // none is called so, and not all of them
    }
    m_cities.setFilter(typed);
    if (!isAdministrator()) {
        m_buildings.setFilter(m_places, m_filter->words());
        if (m_buildings.rowCount() > 0)
            m_ranking->setCurrentIndex(m_buildings.index(std::max(0, m_buildings.rowOf(m_selected)), 0));
        sayWhy();
        showChart();
        showMap();
    }
    sayCount();
}

void DemandPage::aimChosen()
{
    messages()->withdraw(kAim);
    if (m_ownAim) {
        if (const auto typed = m_aimField->hundredths()) {
            m_aim = static_cast<int>(*typed);
        } else {
            messages()->post(kAim, {Status::Warn,
                                    {tr("The aim must be a number such as 6.8, at most 1,000 with two places."),
                                     tr("The page still goes by %1.").arg(aimWords()),
                                     {}},
                                    {},
                                    {},
                                    true});
            return;
        }
    }
    recount();
    m_pause.start();
}

void DemandPage::sayDemand()
{
    if (!m_next.demand())
        return;
    const DemandRow &demand = *m_next.demand();
    QStringList words{tr("%1 registered freelancers in %2, as of %3. Source: %4.")
                          .arg(format::number(demand.total), demandwords::cities(demand.cities),
                               format::date(demand.asOf), format::words(demand.source))};
    if (m_next.seesBuildings()) {
        const auto average = seatsPerThousand(m_next.seats(), m_next.freelancers());
        const QString each = average ? demandwords::perThousand(*average) : QStringLiteral("–");
        words.append(m_next.wholeCountry()
                         ? tr("The country has %1 seats for each 1,000.").arg(each)
                         : tr("Your provinces have %1 seats for each 1,000; the average is theirs alone.").arg(each));
    }
    m_demand->setText(words.join(QLatin1Char(' ')));
}

void DemandPage::sayCount()
{
    if (m_view == QLatin1String("buildings")) {
        m_filter->setCount(m_buildings.rowCount() == 0
                               ? tr("no building")
                               : tr("%1 buildings close %2 seats for %3")
                                     .arg(format::number(m_buildings.rowCount()), format::number(m_buildings.closes()),
                                          format::shortRupees(m_buildings.subsidy().value)));
    } else {
        m_filter->setCount(demandwords::cities(m_cities.rowCount()));
    }
    if (isAdministrator())
        return;
    const bool none = m_buildings.rowCount() == 0;
    m_rankingStack->setCurrentIndex(none ? 1 : 0);
    if (none && m_buildings.total() > 0)
        m_noRanking->setContent(QStringLiteral("view-filter"),
                                tr("No ranked building matches. Clear the filters to see all."),
                                tr("Clear the filters"));
    else if (none)
        m_noRanking->setContent(QStringLiteral("office-chart-line-forecast"),
                                tr("No idle building would close anything of what the cities are short of. Choose a "
                                   "higher aim, or register buildings where seats are missing."));
}

void DemandPage::sayWhy()
{
    const QModelIndex current = m_ranking->currentIndex();
    QStringList words;
    if (current.isValid())
        words.append(current.data(NextBuildingsModel::WhyRole).toString());
    if (m_next.dangerous() > 0)
        words.append(
            tr("Not ranked because their condition is dangerous: %1.").arg(format::number(m_next.dangerous())));
    if (m_next.withdrawn() > 0)
        words.append(tr("Not ranked because their certificate is suspended or revoked: %1.")
                         .arg(format::number(m_next.withdrawn())));
    m_why->setText(words.join(QLatin1Char(' ')));
}

/// Of the cities that are shown those with the most freelancers, the best served first.
void DemandPage::showChart()
{
    QList<CityNeed> largest;
    for (const CityNeed &need : m_cities.rows()) {
        if (need.perThousand)
            largest.append(need);
    }
    std::stable_sort(largest.begin(), largest.end(),
                     [](const CityNeed &a, const CityNeed &b) { return *a.freelancers > *b.freelancers; });
    largest = largest.mid(0, kBars);
    std::stable_sort(largest.begin(), largest.end(),
                     [](const CityNeed &a, const CityNeed &b) { return *a.perThousand > *b.perThousand; });
    const auto bounded = [](qint64 value) {
        return static_cast<int>(std::min<qint64>(value, std::numeric_limits<int>::max()));
    };
    DemandContent content;
    for (const CityNeed &need : std::as_const(largest))
        content.bars.append({need.city->id, labels::cityName(*need.city), bounded(*need.perThousand)});
    content.line = bounded(seatsPerThousand(m_next.seats(), m_next.freelancers()).value_or(0));
    content.lineName = m_next.wholeCountry() ? tr("country") : tr("your provinces");
    m_chart->setContent(content);
}

void DemandPage::showMap()
{
    QList<CityMark> marks;
    qint64 missing = 0;
    for (const CityNeed &need : m_cities.rows()) {
        if (need.missing == 0)
            continue;
        missing += need.missing;
        marks.append({need.city->id, labels::cityName(*need.city), need.city->latitudeE6, need.city->longitudeE6,
                      static_cast<int>(need.missing)});
    }
    m_map->setContent(marks);
    m_mapCard->setNote(marks.isEmpty() ? tr("none") : tr("%1 seats").arg(format::number(missing)));
}

void DemandPage::chooseCities(const QList<int> &cities)
{
    QStringList ids;
    for (const int city : cities)
        ids.append(QString::number(city));
    // The same once more takes the choice back.
    m_city->setChosen(m_city->chosen() == ids ? QStringList() : ids);
    filter();
}

void DemandPage::askWhereToExport(TableFormat format)
{
    const QString ending = token(format);
    const QString name = m_view == QLatin1String("buildings") ? QStringLiteral("markaz-next-centres.")
                                                              : QStringLiteral("markaz-demand.");
    askWhereToSave(this, tr("Export the table"), QStringLiteral("%1 (*.%2)").arg(ending.toUpper(), ending),
                   name + ending, [this, format](const QString &path) { write(format, path); })
        ->setObjectName(QStringLiteral("exportDemandDialog"));
}

void DemandPage::write(TableFormat format, const QString &path)
{
    messages()->withdraw(kExport);
    QList<int> columns;
    for (int column = 0; column < CityNeedsModel::ColumnCount; ++column) {
        if (!m_cityTable->isColumnHidden(column))
            columns.append(column);
    }
    const auto written = m_view == QLatin1String("buildings")
                             ? demandexport::writeRanking(format, path, m_buildings, m_services.workspace.database)
                             : demandexport::writeCities(format, path, m_cities, columns);
    if (!written) {
        messages()->post(kExport, Message::ofWriting(written.error(), path));
        return;
    }
    messages()->post(
        kExport,
        {Status::Ok,
         {tr("Rows written to %1: %2.").arg(format::code(QFileInfo(path).fileName()), format::number(*written)),
          tr("It holds what the table shows, with its filters."), tr("Whoever has the file can read it.")},
         {},
         {},
         true});
}

/// What this account had set up. What cannot be read stays as it is at first.
void DemandPage::recall()
{
    const auto kept = Preferences(m_services.workspace).value(kKept);
    const QJsonObject all = kept ? kept->toObject() : QJsonObject();
    const QJsonArray weights = all.value(QStringLiteral("weights")).toArray();
    if (weights.size() == kRankingParts) {
        RankingWeights read;
        for (int i = 0; i < kRankingParts; ++i)
            read.of[static_cast<size_t>(i)] = std::clamp(weights.at(i).toInt(), 0, RankingWeights::kMostWeight);
        m_pane->setWeights(read);
    }
    LoanAssumptions assumed{Paisa{all.value(QStringLiteral("per_seat_paisa")).toInteger()},
                            all.value(QStringLiteral("markup_bp")).toInt(-1),
                            all.value(QStringLiteral("tenor_months")).toInt(),
                            all.value(QStringLiteral("grace_months")).toInt()};
    if (assumed.perSeat.value > 0 &&
        checkTerms({assumed.perSeat, assumed.markupBp, assumed.tenorMonths, assumed.graceMonths}))
        m_pane->setAssumed(assumed);
    const int aim = all.value(QStringLiteral("aim")).toInt(-1);
    m_ownAim = aim >= 0;
    m_aim = std::max(0, aim);
    m_aims->setCurrent(m_ownAim ? QStringLiteral("own") : QStringLiteral("average"));
    m_aimField->setEnabled(m_ownAim);
    if (m_ownAim)
        m_aimField->setHundredths(m_aim);
}

void DemandPage::remember()
{
    m_pause.stop();
    const LoanAssumptions &assumed = m_pane->assumed();
    QJsonObject all{{QStringLiteral("per_seat_paisa"), assumed.perSeat.value},
                    {QStringLiteral("markup_bp"), assumed.markupBp},
                    {QStringLiteral("tenor_months"), assumed.tenorMonths},
                    {QStringLiteral("grace_months"), assumed.graceMonths}};
    QJsonArray weights;
    for (const int weight : m_pane->weights().of)
        weights.append(weight);
    all.insert(QStringLiteral("weights"), weights);
    if (m_ownAim)
        all.insert(QStringLiteral("aim"), m_aim);
    if (auto set = Preferences(m_services.workspace).set(kKept, all); !set)
        messages()->post(kLoad, Message::of(set.error()));
}

void DemandPage::showEvent(QShowEvent *event)
{
    m_freshness.setActive(true);
    ListPage::showEvent(event);
}

void DemandPage::hideEvent(QHideEvent *event)
{
    m_freshness.setActive(false);
    if (m_pause.isActive())
        remember();
    ListPage::hideEvent(event);
}

} // namespace markaz::ui
