// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/import/buildingrow.h"

#include "core/domain/buildingcode.h"
#include "core/domain/change.h"
#include "core/domain/position.h"
#include "core/domain/recordspec.h"

namespace markaz::server {
namespace {

QString plain(const QString &name)
{
    QString text = name.trimmed().toLower();
    text.replace(QLatin1Char(' '), QLatin1Char('_')).replace(QLatin1Char('-'), QLatin1Char('_'));
    return text;
}

Error wrong(const char *column, const QString &why)
{
    return makeError(ErrorCode::InvalidValue, why, QLatin1String(column));
}

class Row
{
public:
    Row(const CsvRow &row, const QHash<QString, int> &columns)
        : m_row(row)
        , m_columns(columns)
    {
    }

    QString text(const char *column) const
    {
        const int at = m_columns.value(QLatin1String(column), -1);
        return at >= 0 && at < m_row.cells.size() ? m_row.cells.at(at).trimmed() : QString();
    }

private:
    const CsvRow &m_row;
    const QHash<QString, int> &m_columns;
};

Result<const City *> cityOf(const Row &row, const Gazetteer &gazetteer)
{
    const QString name = row.text("city");
    const QString province = row.text("province");
    bool number = false;
    const int id = name.toInt(&number);
    if (number) {
        const City *city = gazetteer.city(id);
        return city == nullptr
                   ? Result<const City *>(wrong("city", QStringLiteral("no city has the number %1").arg(id)))
                   : city;
    }
    QList<const City *> found;
    for (const City &city : gazetteer.cities()) {
        const bool here = province.isEmpty() || city.province.compare(province, Qt::CaseInsensitive) == 0;
        if (here && city.name.compare(name, Qt::CaseInsensitive) == 0)
            found.append(&city);
    }
    if (found.isEmpty())
        return wrong("city", QStringLiteral("no city \"%1\"%2")
                                 .arg(name, province.isEmpty() ? QString() : QStringLiteral(" in ") + province));
    if (found.size() > 1)
        return wrong("city", QStringLiteral(
                                 "several cities have this name; add the column province or use the GeoNames number"));
    return found.first();
}

Result<void> addNumber(QJsonObject &fields, const Row &row, const char *column)
{
    const QString text = row.text(column);
    if (text.isEmpty())
        return {};
    bool number = false;
    const qint64 value = text.toLongLong(&number);
    if (!number)
        return wrong(column, QStringLiteral("\"%1\" is no whole number").arg(text.left(40)));
    fields.insert(QLatin1String(column), value);
    return {};
}

Result<void> addFlag(QJsonObject &fields, const Row &row, const char *column)
{
    const QString text = row.text(column).toLower();
    if (text.isEmpty())
        return {};
    const bool yes = text == QLatin1String("yes") || text == QLatin1String("true") || text == QLatin1String("1");
    if (!yes && text != QLatin1String("no") && text != QLatin1String("false") && text != QLatin1String("0"))
        return wrong(column, QStringLiteral("must be yes or no"));
    fields.insert(QLatin1String(column), yes);
    return {};
}

Result<void> addPosition(QJsonObject &fields, const Row &row)
{
    const QString latitude = row.text("latitude");
    const QString longitude = row.text("longitude");
    if (latitude.isEmpty() && longitude.isEmpty())
        return {};
    auto position = Position::parse(latitude + QStringLiteral(", ") + longitude);
    if (!position)
        return wrong("latitude", QStringLiteral("not a position as in 32.4945 and 74.5229"));
    fields.insert(QStringLiteral("latitude_e6"), position->latitudeE6());
    fields.insert(QStringLiteral("longitude_e6"), position->longitudeE6());
    fields.insert(QStringLiteral("position_source"), QStringLiteral("typed"));
    return addNumber(fields, row, "accuracy_m");
}

} // namespace

Result<QHash<QString, int>> columnsOf(const CsvRow &head, const QStringList &known, const QStringList &needed)
{
    QHash<QString, int> columns;
    for (qsizetype i = 0; i < head.cells.size(); ++i) {
        const QString name = plain(head.cells.at(i));
        if (!known.contains(name)) // a column that would be dropped silently is a loss
            return makeError(ErrorCode::InvalidValue,
                             QStringLiteral("there is no column \"%1\"").arg(head.cells.at(i).left(60)), name);
        if (columns.contains(name))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("the column \"%1\" comes twice").arg(name), name);
        columns.insert(name, static_cast<int>(i));
    }
    for (const QString &name : needed) {
        if (!columns.contains(name))
            return makeError(ErrorCode::Incomplete, QStringLiteral("the column \"%1\" is missing").arg(name), name);
    }
    return columns;
}

Result<BuildingRow> readBuildingRow(const CsvRow &csv, const QHash<QString, int> &columns, const Gazetteer &gazetteer)
{
    if (csv.cells.size() > columns.size())
        return makeError(ErrorCode::InvalidValue,
                         QStringLiteral("the row has more cells than the first line has names"));
    const Row row(csv, columns);
    BuildingRow result;
    result.line = csv.line;
    auto city = cityOf(row, gazetteer);
    if (!city)
        return city.error();
    result.city = *city;
    QJsonObject &fields = result.building;
    fields.insert(QStringLiteral("city"), result.city->id);
    for (const char *column : {"code", "name", "address", "tenure", "condition", "idle_since", "notes"}) {
        if (const QString text = row.text(column); !text.isEmpty())
            fields.insert(QLatin1String(column), text);
    }
    for (const char *column : {"covered_area_sqft", "storeys", "planned_seats", "year_built"}) {
        if (auto added = addNumber(fields, row, column); !added)
            return added.error();
    }
    for (const char *column : {"level_entrance", "has_generator"}) {
        if (auto added = addFlag(fields, row, column); !added)
            return added.error();
    }
    if (auto added = addPosition(fields, row); !added)
        return added.error();
    QJsonObject whole = fields;
    if (!whole.contains(QStringLiteral("code"))) // it gets one; the check wants one
        whole.insert(QStringLiteral("code"), result.city->prefix + QStringLiteral("-0001"));
    if (auto checked = specOf(Entity::Building).check(whole); !checked)
        return checked.error();
    if (whole.value(QStringLiteral("code")).toString().left(3) != result.city->prefix)
        return wrong("code", QStringLiteral("codes of %1 start with %2").arg(result.city->name, result.city->prefix));

    if (const QString name = row.text("owner_name"); !name.isEmpty()) {
        result.owner = {{QStringLiteral("name"), name}, {QStringLiteral("province"), result.city->province}};
        const QString kind = row.text("owner_kind");
        result.owner.insert(QStringLiteral("kind"), kind.isEmpty() ? QStringLiteral("individual") : kind);
        for (const char *column : {"cnic_ntn", "phone", "email", "postal_address"}) {
            if (const QString text = row.text(qPrintable(QStringLiteral("owner_") + QLatin1String(column)));
                !text.isEmpty())
                result.owner.insert(QLatin1String(column), text);
        }
        if (auto checked = specOf(Entity::Owner).check(result.owner); !checked)
            return makeError(checked.error().code, checked.error().detail,
                             QStringLiteral("owner_") + checked.error().where);
        if (auto formed = checkForms(specOf(Entity::Owner), differences(specOf(Entity::Owner), {}, result.owner));
            !formed)
            return makeError(formed.error().code, formed.error().detail,
                             QStringLiteral("owner_") + formed.error().where);
    }
    return result;
}

} // namespace markaz::server
