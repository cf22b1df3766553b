// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/importbuildings.h"

#include "core/security/permissions.h"
#include "core/storage/buildingplaces.h"
#include "core/workflow/similarbuildings.h"

namespace markaz {

/// One reading of the file.
struct ImportBuildings::Pass
{
    const Told *told = nullptr; ///< nullptr: nobody is
    bool writes = false;        ///< in the open transaction
    bool alsoAlike = false;
    qint64 registered = 0;
    SimilarBuildings similar = {};
    QHash<QString, int> free = {};       ///< prefix -> numbers that are left
    QHash<QString, QString> owners = {}; ///< name|kind|number|province -> id
};

namespace {

constexpr int kFieldsOfOwner = 6; // of "owner."

/// "owner.phone" -> "owner_phone", "latitude_e6" -> "latitude", a rule of the permissions -> "city".
QString importField(const Error &error)
{
    if (error.code == ErrorCode::NotAllowed)
        return QStringLiteral("city");
    if (error.where.startsWith(QLatin1String("owner.")))
        return QStringLiteral("owner_") + error.where.mid(kFieldsOfOwner);
    if (error.where == QLatin1String("latitude_e6"))
        return QStringLiteral("latitude");
    return error.where == QLatin1String("longitude_e6") ? QStringLiteral("longitude") : error.where;
}

QString ownerKey(const ImportRow &row)
{
    QStringList parts{row.city->province};
    for (const char *field : {"name", "kind", "cnic_ntn"})
        parts.append(row.owner.value(QLatin1String(field)).toString().toCaseFolded());
    return parts.join(QLatin1Char('|'));
}

} // namespace

Result<ImportCount> ImportBuildings::check(const Actor &actor, const BuildingFile &file, const Told &told)
{
    Pass pass{&told};
    return go(actor, file, pass);
}

Result<qint64> ImportBuildings::run(const Actor &actor, const BuildingFile &file, const ImportCount &checked,
                                    bool alsoAlike)
{
    auto transaction = Transaction::begin(m_workspace.database);
    if (!transaction)
        return transaction.error();
    Pass pass{nullptr, true, alsoAlike};
    const auto count = go(actor, file, pass);
    if (!count)
        return count.error();
    if (*count != checked)
        return makeError(ErrorCode::WrongState, QStringLiteral("the file or the records are others since the check"),
                         QStringLiteral("file"));
    if (m_progress.cancelled)
        return importCancelled();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return pass.registered;
}

Result<ImportCount> ImportBuildings::go(const Actor &actor, const BuildingFile &file, Pass &pass)
{
    if (!roleGrants(actor.role, Action::RegisterBuilding))
        return makeError(ErrorCode::NotAllowed, QStringLiteral("registers no buildings"), QStringLiteral("role"));
    if (auto usable = checkImportFields(file.fields); !usable)
        return usable.error();
    if (file.fields.contains(QStringLiteral("code"))) // as in RegisterBuilding
        return makeError(ErrorCode::InvalidValue, QStringLiteral("code is not entered"), QStringLiteral("code"));
    const ImportRowReader rows(file.fields, m_gazetteer);
    return readRows(
        file, m_progress,
        [this, &pass] {
            return BuildingPlaces(m_workspace.database).each([&pass](const QString &code, const QJsonObject &fields) {
                pass.similar.add(fields, {code});
            });
        },
        [&](const CsvRow &row, ImportCount &count) { return take(actor, row, rows, count, pass); });
}

Result<void> ImportBuildings::take(const Actor &actor, const CsvRow &row, const ImportRowReader &rows,
                                   ImportCount &count, Pass &pass)
{
    const auto read = rows.read(row);
    std::optional<RowFault> fault;
    if (const auto *unreadable = std::get_if<RowFault>(&read)) {
        fault = *unreadable;
    } else {
        auto found = faultOf(actor, std::get<ImportRow>(read), pass);
        if (!found)
            return found.error();
        fault = std::move(found).value();
    }
    if (!fault)
        ++count.good;
    else
        ++(fault->isAlike() ? count.alike : count.refused);
    if (fault && pass.told != nullptr) {
        if (auto told = (*pass.told)(*fault, row); !told)
            return told;
    }
    const bool wanted = !fault || (fault->isAlike() && pass.alsoAlike);
    if (!wanted || !pass.writes)
        return {};
    return write(actor, std::get<ImportRow>(read), pass);
}

/// Everything that RegisterBuilding would refuse, then what tells of another building.
Result<std::optional<RowFault>> ImportBuildings::faultOf(const Actor &actor, const ImportRow &row, Pass &pass)
{
    const auto possible =
        RegisterBuilding(m_workspace, m_gazetteer)
            .make(actor, {row.building, QString(), row.owner},
                  [this](Entity entity, const QJsonObject &fields) { return couldBe(m_workspace, entity, fields); });
    const QString &prefix = row.city->prefix;
    if (!possible && possible.error().code != ErrorCode::Exists) {
        if (!isAboutTheRow(possible.error()))
            return possible.error();
        return std::optional<RowFault>(
            RowFault{row.line, RowReason::Refused, importField(possible.error()), {}, possible.error()});
    }
    if (!pass.free.contains(prefix)) {
        const auto left = BuildingPlaces(m_workspace.database).freeNumbers(prefix);
        if (!left)
            return left.error();
        pass.free.insert(prefix, *left);
    }
    if (--pass.free[prefix] < 0)
        return std::optional<RowFault>(
            RowFault{row.line, RowReason::NoFreeCode, QStringLiteral("city"), row.city->name,
                     makeError(ErrorCode::InvalidValue, QStringLiteral("%1 has no free code left").arg(row.city->name),
                               QStringLiteral("city"))});
    auto like = pass.similar.like(row.building, row.line);
    if (!like)
        pass.similar.add(row.building, {QString(), row.line});
    return like;
}

Result<void> ImportBuildings::write(const Actor &actor, const ImportRow &row, Pass &pass)
{
    BuildingEntry entry{row.building, QString(), row.owner};
    QString key;
    if (!row.owner.isEmpty()) {
        key = ownerKey(row);
        entry.ownerId = pass.owners.value(key);
        if (!entry.ownerId.isEmpty())
            entry.owner = {};
    }
    const auto made =
        RegisterBuilding(m_workspace, m_gazetteer).make(actor, entry, [&](Entity entity, const QJsonObject &fields) {
            return createInTransaction(m_workspace, actor, entity, fields);
        });
    if (!made)
        return made.error();
    if (!key.isEmpty())
        pass.owners.insert(key, made->fields().value(QStringLiteral("owner")).toString());
    ++pass.registered;
    return {};
}

} // namespace markaz
