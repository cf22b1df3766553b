// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/import/buildingimport.h"

#include "app/server/import/buildingrow.h"
#include "app/server/import/similarbuildings.h"
#include "app/server/store/auditlog.h"
#include "app/server/store/recordtable.h"
#include "core/domain/buildingcode.h"

#include <QSet>

namespace markaz::server {
namespace {

/// What the file adds, checked against the store and against its own earlier rows.
class Importer
{
public:
    Importer(RecordTable &table, const ImportOptions &options, IdSource &ids)
        : m_table(table)
        , m_options(options)
        , m_ids(ids)
    {
    }

    Result<void> know();
    /// Incomplete or InvalidValue when the row is refused; StorageFailed and the like are the store's.
    Result<void> add(const BuildingRow &row);
    const QList<RecordWrite> &writes() const { return m_writes; }
    int owners() const { return static_cast<int>(m_owners.size()); }
    int buildings() const { return static_cast<int>(m_writes.size()) - owners(); }

private:
    Result<QString> codeOf(const BuildingRow &row);
    QString ownerOf(const BuildingRow &row);

    RecordTable &m_table;
    const ImportOptions &m_options;
    IdSource &m_ids;
    SimilarBuildings m_similar;
    QSet<QString> m_codes;
    QHash<QString, int> m_highest;    ///< prefix -> number
    QHash<QString, QString> m_owners; ///< name|kind|number|province -> id
    QList<RecordWrite> m_writes;
};

Result<void> Importer::know()
{
    auto buildings = m_table.all(Entity::Building);
    if (!buildings)
        return buildings.error();
    for (const StoredRecord &building : std::as_const(*buildings))
        m_similar.add(building.record.fields, building.ukey);
    return {};
}

Result<QString> Importer::codeOf(const BuildingRow &row)
{
    const QString given = row.building.value(QStringLiteral("code")).toString();
    if (!given.isEmpty()) {
        auto known = m_table.byKey(Entity::Building, given);
        if (!known)
            return known.error();
        if (known->has_value() || m_codes.contains(given))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("%1 is taken").arg(given), QStringLiteral("code"));
        m_codes.insert(given);
        return given;
    }
    const QString prefix = row.city->prefix;
    if (!m_highest.contains(prefix)) {
        auto highest = m_table.highestCode(prefix);
        if (!highest)
            return highest.error();
        m_highest.insert(prefix, *highest);
    }
    for (;;) {
        auto code = BuildingCode::make(prefix, ++m_highest[prefix]);
        if (!code)
            return makeError(ErrorCode::InvalidValue, QStringLiteral("%1 has no free code left").arg(row.city->name),
                             QStringLiteral("city"));
        if (m_codes.contains(code->toString()))
            continue;
        m_codes.insert(code->toString());
        return code->toString();
    }
}

QString Importer::ownerOf(const BuildingRow &row)
{
    if (row.owner.isEmpty())
        return {};
    QStringList parts;
    for (const char *field : {"name", "kind", "cnic_ntn", "province"})
        parts.append(row.owner.value(QLatin1String(field)).toString().toCaseFolded());
    QString &id = m_owners[parts.join(QLatin1Char('|'))];
    if (id.isEmpty()) {
        id = m_ids.next();
        StoredRecord owner;
        owner.record = {Entity::Owner, id, 1, row.owner};
        owner.province = row.city->province;
        m_writes.append({std::nullopt, owner});
    }
    return id;
}

Result<void> Importer::add(const BuildingRow &row)
{
    if (const QString like = m_similar.like(row.building); !like.isEmpty() && !m_options.allowSimilar)
        return makeError(ErrorCode::InvalidValue,
                         QStringLiteral("this looks like a building that is there: %1").arg(like));
    auto code = codeOf(row);
    if (!code)
        return code.error();
    StoredRecord building;
    QJsonObject fields = row.building;
    fields.insert(QStringLiteral("code"), *code);
    if (const QString owner = ownerOf(row); !owner.isEmpty()) {
        fields.insert(QStringLiteral("owner"), owner);
        building.parent = owner;
    }
    building.record = {Entity::Building, m_ids.next(), 1, fields};
    building.province = row.city->province;
    building.ukey = *code;
    m_writes.append({std::nullopt, building});
    m_similar.add(fields, QStringLiteral("%1 (line %2)").arg(*code).arg(row.line));
    return {};
}

bool aboutTheRow(const Error &error)
{
    return error.code == ErrorCode::InvalidValue || error.code == ErrorCode::Incomplete;
}

} // namespace

const QStringList &buildingColumns()
{
    static const QStringList columns = QStringLiteral("name address city covered_area_sqft storeys province code "
                                                      "tenure planned_seats year_built idle_since condition "
                                                      "level_entrance has_generator latitude longitude accuracy_m "
                                                      "notes owner_name owner_kind owner_cnic_ntn owner_phone "
                                                      "owner_email owner_postal_address")
                                           .split(QLatin1Char(' '));
    return columns;
}

Result<ImportReport> importBuildings(Store &store, const Reference &reference, const QByteArray &csv,
                                     const ImportOptions &options, const Clock &clock, IdSource &ids)
{
    auto rows = readCsv(csv);
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("the file is empty"));
    auto columns = columnsOf(rows->first(), buildingColumns(), buildingColumns().mid(0, 5));
    if (!columns)
        return columns.error();

    Database &database = store.database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    RecordTable table(database);
    if (auto locked = table.takeWritersLock(); !locked)
        return locked.error();
    Importer importer(table, options, ids);
    if (auto known = importer.know(); !known)
        return known.error();
    ImportReport report;
    for (qsizetype i = 1; i < rows->size(); ++i) {
        ++report.rows;
        auto row = readBuildingRow(rows->at(i), *columns, reference.gazetteer);
        auto added = row ? importer.add(*row) : Result<void>(row.error());
        if (added)
            continue;
        if (!aboutTheRow(added.error()))
            return added.error();
        report.refused.append({rows->at(i).line, added.error().where, added.error().detail});
    }
    report.buildings = importer.buildings();
    report.owners = importer.owners();
    if (options.dryRun)
        return report;
    const QString at = toIso(clock.now());
    if (auto written = table.write(importer.writes(), at); !written)
        return written.error();
    AuditEvent event = auditEvent(at, QStringLiteral("server"), {}, QStringLiteral("import_buildings"));
    event.insert(QStringLiteral("buildings"), report.buildings);
    if (auto logged = AuditLog(database).append({event}); !logged)
        return logged.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return report;
}

} // namespace markaz::server
