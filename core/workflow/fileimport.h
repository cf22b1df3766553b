// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/workflow/changes.h"
#include "core/workflow/importrow.h"

#include <atomic>

namespace markaz {

/// A CSV file, how it is written and what its columns mean (empty: left out).
struct ImportFile
{
    QString path;
    CsvForm form;
    QStringList fields;
    QJsonObject about = {}; ///< what the person says of the file as a whole, where its import asks for that
};

/// What a file holds; equal when the file and what was found in it are.
struct ImportCount
{
    qint64 rows = 0; ///< without the one of the names
    qint64 good = 0;
    qint64 alike = 0; ///< good but for a record that they may be once more
    qint64 refused = 0;
    qint64 total = 0;  ///< what the good rows count, where they count something
    QByteArray digest; ///< of the file
    friend bool operator==(const ImportCount &, const ImportCount &) = default;
};

/// How far an import is, and the wish that it stop: for two threads.
struct ImportProgress
{
    std::atomic<qint64> done = 0; ///< bytes
    std::atomic<qint64> total = 0;
    std::atomic<bool> cancelled = false;
};

/// Makes records of the rows of a file: all good ones in one transaction, or none. Tells no notifier: the caller does,
/// because it works in a thread and a workspace of its own (core/workflow/ownworkspace.h).
class FileImport
{
public:
    /// Called for every row that is not good; an error ends it all.
    using Told = std::function<Result<void>(const RowFault &fault, const CsvRow &row)>;

    FileImport() = default;
    virtual ~FileImport() = default;
    FileImport(const FileImport &) = delete;
    FileImport &operator=(const FileImport &) = delete;

    /// Writes nothing. NotAllowed for a role that makes no such records; Incomplete or InvalidValue with `where` = a
    /// field for columns that will not do; Malformed or TooLarge with `where` = the line; StorageFailed with `where` =
    /// the path; WrongState with `where` "cancelled".
    virtual Result<ImportCount> check(const Actor &actor, const ImportFile &file, const Told &told) = 0;
    /// Makes the good rows, and with \p alsoAlike those that look like another record. Nothing is written unless the
    /// file and the records are still as \p checked says: WrongState with `where` "file". How many were made.
    virtual Result<qint64> run(const Actor &actor, const ImportFile &file, const ImportCount &checked,
                               bool alsoAlike) = 0;
};

/// The rows of \p file one after the other, each handed to \p take; the digest and the number of rows in what comes
/// back. \p begin is called once the file is open and before its first row. Errors as check() has them.
Result<ImportCount> readRows(const ImportFile &file, ImportProgress &progress,
                             const std::function<Result<void>()> &begin,
                             const std::function<Result<void>(const CsvRow &row, ImportCount &count)> &take);

/// WrongState with `where` "cancelled".
Error importCancelled();
/// Whether \p error speaks of the row and not of the whole.
bool isAboutTheRow(const Error &error);

/// The record as ChangeSet would make it, checked and not written.
Result<Record> couldBe(Workspace &workspace, Entity entity, const QJsonObject &fields);
/// The same, written with its outbox row into the open transaction.
/// 2026-11-28: not by ChangeSet, which keeps what it writes until it has a transaction of its own: 200,000 rows would
/// be a gigabyte.
Result<Record> createInTransaction(Workspace &workspace, const Actor &actor, Entity entity, const QJsonObject &fields);

} // namespace markaz
