// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/downloadside.h"
#include "core/sync/syncstatus.h"
#include "core/sync/uploadside.h"

namespace markaz {

/// Sends and fetches the files of the queue, one request at a time, beside the sync of records and never before it: the
/// record that names a file is acknowledged before the file goes. It never waits inside a call and sets no timer:
/// wantsRunIn() says when it wants to run again. Whatever ends a run leaves the queue so that the next one goes on,
/// from the byte that the other side has.
class FileEngine : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        std::function<double()> jitter;                       ///< 0 up to and without 1
        std::function<std::chrono::milliseconds()> stopwatch; ///< never goes back
        std::function<bool()> networkThere;                   ///< empty = always
    };
    FileEngine(FileParts &parts, AuthorizedCalls &calls, Surroundings surroundings);

    /// Begins a run; while one is under way, asks for one more after it.
    void run();
    /// Lets go of the run that is under way: its answer is not heard.
    void abandon();
    bool isRunning() const { return m_run.has_value(); }
    /// Reads the figures anew (something was queued).
    void recount();
    void setOffline(bool offline);
    /// The records' side has just been answered by the server: what kept the files from it may be over.
    bool serverMayBeBack() const;
    void noteSession(bool signedIn);
    /// Forgets content whose record has gone and that no other record and no unsent upload names. Each run begins with
    /// it.
    Result<int> sweep();
    const FileFigures &figures() const { return m_figures; }

Q_SIGNALS:
    void changed(const markaz::FileFigures &figures);
    void fileSent(const QString &sha256); ///< the server has the whole of it
    void fileCame(const QString &sha256); ///< it is in the store
    void runFinished();
    /// The next run is due in \p milliseconds; less than nothing: not before something happens. Nobody may begin one
    /// within \p atLeast: the server asked for that.
    void wantsRunIn(qint64 milliseconds, qint64 atLeast);

private:
    struct Run
    {
        FileJob job; ///< whose request is on its way
        ServerCall call;
        std::chrono::milliseconds began{0};
        qint64 stalledJob = 0;
        int stalls = 0; ///< answers in a row that brought that job no further
    };
    void step();
    bool begin(const FileJob &job); ///< false: nothing to wait for, the next file may go
    void send(const FileJob &job, const ServerCall &call);
    void answered(const Result<ServerAnswer> &answer);
    Result<void> settle(const FileJob &job, const FileStep &step);
    Result<void> later(const FileJob &job, const Error &why);
    Result<void> done(const FileJob &job);
    Result<void> queueUnderReview();
    void fail(const SyncFailure &failure);
    void finish(const std::optional<SyncFailure> &failure);
    void setPause(FileFigures::Pause pause, const QString &detail);
    void showCurrent(const FileJob &job);
    void publish();

    FileParts &m_parts;
    AuthorizedCalls &m_calls;
    Surroundings m_surroundings;
    ChunkSize m_upChunk;
    ChunkSize m_downChunk;
    UploadSide m_upload;
    DownloadSide m_download;
    Backoff m_backoff;
    std::optional<Run> m_run;
    int m_generation = 0;
    bool m_again = false;
    bool m_offline = false;
    qint64 m_named = 0; ///< the job whose name the figures show
    FileFigures m_figures;
    FileFigures m_published;
};

} // namespace markaz
