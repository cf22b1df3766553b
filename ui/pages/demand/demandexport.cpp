// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/demand/demandexport.h"

#include "core/storage/buildingplaces.h"
#include "ui/text/demandwords.h"
#include "ui/text/labels.h"

#include <QCoreApplication>

namespace markaz::ui::demandexport {
namespace {

struct DemandExport
{
    Q_DECLARE_TR_FUNCTIONS(DemandExport)
};

double hundredths(qint64 value)
{
    return static_cast<double>(value) / 100.0;
}

/// A city has its Latin name in every file, whatever the language: by that name the import and other programs find it
/// again.
TableCell cellOf(const CityNeed &row, int column, bool tokens)
{
    switch (column) {
    case CityNeedsModel::Name:
        return row.city->name;
    case CityNeedsModel::ProvinceName:
        return tokens ? row.city->province : labels::province(row.city->province);
    case CityNeedsModel::Tier:
        return qint64(row.city->tier);
    case CityNeedsModel::Freelancers:
        return row.freelancers ? TableCell(*row.freelancers) : TableCell();
    case CityNeedsModel::Seats:
        return row.seats;
    case CityNeedsModel::PerThousand:
        return row.perThousand ? TableCell(hundredths(*row.perThousand)) : TableCell();
    case CityNeedsModel::Missing:
        return row.missing;
    case CityNeedsModel::Ready:
        return qint64(row.ready);
    default:
        return {};
    }
}

QList<TableColumn> rankingColumns()
{
    return {{QStringLiteral("place"), DemandExport::tr("Place")},
            {QStringLiteral("code"), DemandExport::tr("Code")},
            {QStringLiteral("name"), DemandExport::tr("Name")},
            {QStringLiteral("city"), DemandExport::tr("City")},
            {QStringLiteral("province"), DemandExport::tr("Province")},
            {QStringLiteral("tier"), DemandExport::tr("Tier")},
            {QStringLiteral("seats"), DemandExport::tr("Seats that it brings")},
            {QStringLiteral("closes"), DemandExport::tr("Seats of the gap that it closes")},
            {QStringLiteral("gap_before"), DemandExport::tr("Gap of its city before it, seats")},
            {QStringLiteral("loan_pkr"), DemandExport::tr("Loan, Rs")},
            {QStringLiteral("loan_recorded"), DemandExport::tr("Loan recorded")},
            {QStringLiteral("subsidy_pkr"), DemandExport::tr("Subsidy, Rs")},
            {QStringLiteral("subsidy_per_seat_pkr"), DemandExport::tr("Subsidy for each seat, Rs")},
            {QStringLiteral("stage"), DemandExport::tr("Stage")},
            {QStringLiteral("score"), DemandExport::tr("Score")},
            {QStringLiteral("points_gap"), DemandExport::tr("Points: gap closed")},
            {QStringLiteral("points_subsidy"), DemandExport::tr("Points: low subsidy")},
            {QStringLiteral("points_readiness"), DemandExport::tr("Points: readiness")},
            {QStringLiteral("points_tier"), DemandExport::tr("Points: tier")},
            {QStringLiteral("points"), DemandExport::tr("Points")},
            {QStringLiteral("why"), DemandExport::tr("Why")}};
}

QList<TableCell> cellsOf(const NextBuildingsModel::Row &row, const QString &why, bool tokens)
{
    const BuildingPlan &plan = row.plan;
    const QString stage = token(row.building.stage);
    const QString recorded = tokens ? (plan.recorded ? QStringLiteral("yes") : QStringLiteral("no"))
                                    : (plan.recorded ? labels::yes() : labels::no());
    QList<TableCell> cells{
        qint64(row.place),
        row.building.code,
        row.building.name,
        row.city == nullptr ? TableCell() : TableCell(row.city->name),
        row.city == nullptr ? TableCell()
                            : TableCell(tokens ? row.city->province : labels::province(row.city->province)),
        row.city == nullptr ? TableCell() : TableCell(qint64(row.city->tier)),
        qint64(plan.seats),
        qint64(row.ranked.closes),
        row.ranked.left,
        hundredths(plan.principal.value),
        recorded,
        hundredths(plan.subsidy.value),
        plan.seats == 0 ? TableCell() : TableCell(hundredths((plan.subsidy.value + plan.seats / 2) / plan.seats)),
        tokens ? stage : labels::stage(stage),
        row.building.scoreBp < 0 ? TableCell() : TableCell(hundredths(row.building.scoreBp))};
    int sum = 0;
    for (const int tenths : row.points) {
        cells.append(tenths / 10.0);
        sum += tenths;
    }
    cells.append(sum / 10.0);
    cells.append(why);
    return cells;
}

} // namespace

Result<qint64> writeCities(TableFormat format, const QString &path, const CityNeedsModel &cities,
                           const QList<int> &columns)
{
    QList<TableColumn> heads;
    for (const int column : columns)
        heads.append({CityNeedsModel::keyOf(column), CityNeedsModel::titleOf(column)});
    auto file = TableFile::create(format, path, heads, DemandExport::tr("Cities"));
    if (!file)
        return file.error();
    for (const CityNeed &need : cities.rows()) {
        TableRow row{QString::number(need.city->id), {}, std::nullopt};
        for (const int column : columns)
            row.cells.append(cellOf(need, column, format == TableFormat::GeoJson));
        if (const auto there = Position::make(need.city->latitudeE6, need.city->longitudeE6))
            row.position = *there;
        if (auto added = (*file)->add(row); !added)
            return added.error();
    }
    if (auto whole = (*file)->finish(); !whole)
        return whole.error();
    return cities.rows().size();
}

Result<qint64> writeRanking(TableFormat format, const QString &path, const NextBuildingsModel &buildings,
                            Database &database)
{
    const int rows = buildings.rowCount();
    QHash<QString, Position> places;
    if (format == TableFormat::GeoJson) {
        QStringList ids;
        for (int i = 0; i < rows; ++i)
            ids.append(buildings.row(i).building.id);
        auto found = BuildingPlaces(database).positions(ids);
        if (!found)
            return found.error();
        places = std::move(found).value();
    }
    auto file = TableFile::create(format, path, rankingColumns(), DemandExport::tr("Next centres"));
    if (!file)
        return file.error();
    for (int i = 0; i < rows; ++i) {
        const NextBuildingsModel::Row row = buildings.row(i);
        const QString why = buildings.index(i, 0).data(NextBuildingsModel::WhyRole).toString();
        TableRow line{row.building.id, cellsOf(row, why, format == TableFormat::GeoJson), std::nullopt};
        if (const auto there = places.constFind(row.building.id); there != places.constEnd())
            line.position = *there;
        if (auto added = (*file)->add(line); !added)
            return added.error();
    }
    if (auto whole = (*file)->finish(); !whole)
        return whole.error();
    return rows;
}

} // namespace markaz::ui::demandexport
