// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/fileimport.h"

#include "core/domain/change.h"

#include <QCryptographicHash>
#include <QFile>

namespace markaz {

Error importCancelled()
{
    return makeError(ErrorCode::WrongState, QStringLiteral("cancelled"), QStringLiteral("cancelled"));
}

bool isAboutTheRow(const Error &error)
{
    return error.code == ErrorCode::InvalidValue || error.code == ErrorCode::Incomplete ||
           error.code == ErrorCode::NotAllowed;
}

Result<ImportCount> readRows(const ImportFile &file, ImportProgress &progress,
                             const std::function<Result<void>()> &begin,
                             const std::function<Result<void>(const CsvRow &row, ImportCount &count)> &take)
{
    QFile bytes(file.path);
    if (!bytes.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::StorageFailed, bytes.errorString(), file.path);
    progress.total = bytes.size();
    progress.done = 0;
    ImportCount count;
    QCryptographicHash digest(QCryptographicHash::Sha256);
    if (!digest.addData(&bytes))
        return makeError(ErrorCode::StorageFailed, bytes.errorString(), file.path);
    count.digest = digest.result();

    auto reader = CsvReader::open(bytes, {}, file.form);
    if (!reader)
        return reader.error();
    auto names = reader->next();
    if (!names)
        return names.error();
    if (!names->has_value() || (*names)->cells.size() != file.fields.size())
        return makeError(ErrorCode::WrongState, QStringLiteral("the first line is another one"),
                         QStringLiteral("file"));
    if (auto begun = begin(); !begun)
        return begun.error();
    for (;;) {
        if (progress.cancelled)
            return importCancelled();
        auto row = reader->next();
        if (!row)
            return row.error();
        if (!row->has_value())
            return count;
        ++count.rows;
        if (auto taken = take(**row, count); !taken)
            return taken.error();
        progress.done = reader->bytesRead();
    }
}

Result<Record> couldBe(Workspace &workspace, Entity entity, const QJsonObject &fields)
{
    const RecordSpec &spec = specOf(entity);
    if (auto checked = spec.check(fields); !checked)
        return checked.error();
    if (auto formed = checkForms(spec, differences(spec, {}, fields)); !formed)
        return formed.error();
    return Record{entity, workspace.ids.next(), 0, fields};
}

Result<Record> createInTransaction(Workspace &workspace, const Actor &actor, Entity entity, const QJsonObject &fields)
{
    auto record = couldBe(workspace, entity, fields);
    if (!record)
        return record;
    if (auto put = workspace.records.putLocal(*record); !put)
        return put.error();
    const Change change{workspace.ids.next(),
                        entity,
                        record->id,
                        ChangeKind::Create,
                        0,
                        1,
                        toIso(workspace.clock.now()),
                        differences(specOf(entity), {}, fields)};
    if (auto appended = workspace.outbox.append(change, actor.accountId); !appended)
        return appended.error();
    return record;
}

} // namespace markaz
