// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/contentstore.h"
#include "core/storage/filerepository.h"
#include "core/sync/chunksize.h"
#include "core/sync/session.h"

namespace markaz {

/// The laptop's own side, as the files' side of sync uses it; one connection, one thread.
struct FileParts
{
    Database &database;
    RecordRepository &records;
    FileRepository &files;
    SyncStateRepository &state;
    const ContentStore &store;
    const Clock &clock;
};

/// What an answer means for the file that it is about.
struct FileStep
{
    enum class Kind {
        Moved,   ///< some of it went; go on
        Stalled, ///< none of it went, but now it is known how to go on
        Done,    ///< it is whole on the other side
        Later,   ///< this file waits a while, others go on
        Refused, ///< this file waits for a person; `failure` has the server's code
        Pause,   ///< no file can go now
    };
    Kind kind = Kind::Moved;
    SyncFailure failure{};

    static FileStep of(Kind kind) { return {kind, {}}; }
    static FileStep with(Kind kind, ErrorCode code, const QString &detail)
    {
        return {kind, {makeError(code, detail), 0, {}}};
    }
};

/// What a problem means where the caller has no better word for it: no session, no room and "not now" pause all files,
/// a lock is waited for, and anything else is the server's no to this file.
FileStep stepOfProblem(const ServerAnswer &answer);

/// For an answer that the protocol does not know: nothing is changed by it.
Error nonsense(const QString &why);

} // namespace markaz
