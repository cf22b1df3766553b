// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/filerepository.h"

#include "core/support/clock.h"

namespace markaz {
namespace {

const QString kUp = QStringLiteral("up");
const QString kDown = QStringLiteral("down");

QString wordOf(FileDirection direction)
{
    return direction == FileDirection::Up ? kUp : kDown;
}

QString wordOf(FileState state)
{
    switch (state) {
    case FileState::Done:
        return QStringLiteral("done");
    case FileState::Refused:
        return QStringLiteral("refused");
    case FileState::Waiting:
        break;
    }
    return QStringLiteral("waiting");
}

FileState stateOf(const QString &word)
{
    for (const FileState state : {FileState::Done, FileState::Refused}) {
        if (word == wordOf(state))
            return state;
    }
    return FileState::Waiting;
}

QDateTime instant(const QVariant &cell)
{
    const auto time = fromIso(cell.toString());
    return time ? *time : QDateTime();
}

Result<void> done(const Result<QSqlQuery *> &query)
{
    return query ? Result<void>() : Result<void>(query.error());
}

/// Records before files: the server takes a file only for a record that it has, and has only what it was sent.
const QString kMayMove = QStringLiteral(
    "q.state = 'waiting' AND EXISTS (SELECT 1 FROM evidence e WHERE e.sha256 = q.sha256 "
    "AND e.deleted = 0 AND CASE q.direction WHEN 'up' THEN e.rev > 0 ELSE e.received_at IS NOT NULL END)");

} // namespace

Result<QList<FileJob>> FileRepository::jobs(const QString &rest, const QVariantList &values) const
{
    auto query = m_database.run(
        QStringLiteral("SELECT q.id, q.direction, q.sha256, q.size, q.done, q.url, q.state, q.attempts, q.next_at, "
                       "q.error, (SELECT e.id FROM evidence e WHERE e.sha256 = q.sha256 AND e.deleted = 0 "
                       "ORDER BY e.rev > 0 DESC, e.id LIMIT 1) FROM file_queue AS q %1")
            .arg(rest),
        values);
    if (!query)
        return query.error();
    QList<FileJob> found;
    const QSqlQuery &cells = **query;
    while ((*query)->next()) {
        FileJob job;
        job.id = cells.value(0).toLongLong();
        job.direction = cells.value(1).toString() == kUp ? FileDirection::Up : FileDirection::Down;
        job.sha256 = cells.value(2).toString();
        job.size = cells.value(3).toLongLong();
        job.done = cells.value(4).toLongLong();
        job.url = cells.value(5).toString();
        job.state = stateOf(cells.value(6).toString());
        job.attempts = cells.value(7).toInt();
        job.nextAt = instant(cells.value(8));
        job.error = cells.value(9).toString();
        job.evidence = cells.value(10).toString();
        found.append(job);
    }
    return found;
}

Result<void> FileRepository::queueUpload(const QString &sha256, qint64 size)
{
    // The same content may have been sent for another record: the server then has it, and one question says so.
    return done(m_database.run(
        QStringLiteral("INSERT INTO file_queue (direction, sha256, size) VALUES ('up', ?, ?) ON CONFLICT "
                       "(direction, sha256) DO UPDATE SET state = 'waiting', next_at = NULL, error = '', attempts = 0"),
        {sha256, size}));
}

Result<void> FileRepository::queueDownload(const QString &sha256, qint64 size, bool asked)
{
    return done(m_database.run(
        QStringLiteral("INSERT INTO file_queue (direction, sha256, size, asked) VALUES ('down', ?, ?, ?) ON CONFLICT "
                       "(direction, sha256) DO UPDATE SET asked = max(asked, excluded.asked), "
                       "next_at = CASE WHEN excluded.asked = 1 THEN NULL ELSE next_at END, "
                       "state = CASE WHEN excluded.asked = 1 THEN 'waiting' ELSE state END"),
        {sha256, size, asked ? 1 : 0}));
}

Result<std::optional<FileJob>> FileRepository::next(const QDateTime &now) const
{
    auto found = jobs(QStringLiteral("WHERE %1 AND (q.next_at IS NULL OR q.next_at <= ?) "
                                     "ORDER BY q.asked DESC, q.direction DESC, q.id LIMIT 1")
                          .arg(kMayMove),
                      {toIso(now)});
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<FileJob>() : std::optional<FileJob>(found->first());
}

Result<std::optional<QDateTime>> FileRepository::nextDue(const QDateTime &now) const
{
    const auto row = m_database.row(
        QStringLiteral("SELECT min(q.next_at) FROM file_queue AS q WHERE %1 AND q.next_at > ?").arg(kMayMove),
        {toIso(now)});
    if (!row)
        return row.error();
    const QDateTime due = row.value() ? instant(row.value()->value(0)) : QDateTime();
    return due.isValid() ? std::optional<QDateTime>(due) : std::nullopt;
}

Result<void> FileRepository::progress(qint64 id, qint64 bytes, const QString &url)
{
    return done(m_database.run(QStringLiteral("UPDATE file_queue SET done = ?, url = ?, attempts = 0, error = '', "
                                              "next_at = NULL WHERE id = ?"),
                               {bytes, url, id}));
}

Result<void> FileRepository::standsAt(qint64 id, qint64 bytes, const QString &url)
{
    return done(
        m_database.run(QStringLiteral("UPDATE file_queue SET done = ?, url = ? WHERE id = ?"), {bytes, url, id}));
}

Result<void> FileRepository::failed(qint64 id, const QString &error, const QDateTime &nextAt)
{
    return done(m_database.run(
        QStringLiteral("UPDATE file_queue SET attempts = attempts + 1, error = ?, next_at = ? WHERE id = ?"),
        {error, toIso(nextAt), id}));
}

Result<void> FileRepository::refuse(qint64 id, const QString &error)
{
    return done(m_database.run(QStringLiteral("UPDATE file_queue SET state = 'refused', error = ?, done = 0, url = '' "
                                              "WHERE id = ?"),
                               {error, id}));
}

Result<void> FileRepository::finish(const FileJob &job)
{
    if (job.direction == FileDirection::Down)
        return done(m_database.run(QStringLiteral("DELETE FROM file_queue WHERE id = ?"), {job.id}));
    return done(m_database.run(QStringLiteral("UPDATE file_queue SET state = 'done', done = size, url = '', "
                                              "error = '', next_at = NULL, attempts = 0, asked = 0 WHERE id = ?"),
                               {job.id}));
}

Result<void> FileRepository::tryAgain(qint64 id)
{
    return done(m_database.run(QStringLiteral("UPDATE file_queue SET state = 'waiting', error = '', next_at = NULL, "
                                              "attempts = 0 WHERE id = ? AND state <> 'done'"),
                               {id}));
}

Result<void> FileRepository::forget(qint64 id)
{
    auto gone = m_database.run(
        QStringLiteral("DELETE FROM file_queue WHERE id = ? AND state = 'refused' AND NOT EXISTS "
                       "(SELECT 1 FROM evidence e WHERE e.sha256 = file_queue.sha256 AND e.deleted = 0)"),
        {id});
    if (!gone)
        return gone.error();
    if ((*gone)->numRowsAffected() == 0)
        return makeError(ErrorCode::NotFound, QStringLiteral("no file that may be forgotten"));
    return {};
}

Result<void> FileRepository::tidy()
{
    for (const char *sql :
         {"UPDATE file_queue SET state = 'done', done = size, url = '', error = '', next_at = NULL "
          "WHERE direction = 'up' AND state <> 'done' AND asked = 0 "
          "AND EXISTS (SELECT 1 FROM evidence e WHERE e.sha256 = file_queue.sha256 AND e.deleted = 0) "
          "AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.sha256 = file_queue.sha256 AND e.deleted = 0 "
          "AND e.received_at IS NULL)",
          "UPDATE file_queue SET state = 'refused', error = 'no_record' WHERE direction = 'up' AND state = 'waiting' "
          "AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.sha256 = file_queue.sha256 AND e.deleted = 0)",
          "DELETE FROM file_queue WHERE direction = 'down' "
          "AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.sha256 = file_queue.sha256 AND e.deleted = 0)"}) {
        if (auto run = done(m_database.run(QLatin1String(sql))); !run)
            return run;
    }
    return {};
}

Result<int> FileRepository::offerAgain()
{
    // Asked for, so that the server is asked whatever its records say: a backup may have the record of a file and not
    // the file.
    auto again = m_database.run(
        QStringLiteral("UPDATE file_queue SET state = 'waiting', done = 0, url = '', next_at = NULL, attempts = 0, "
                       "asked = 1 WHERE direction = 'up' AND state = 'done'"));
    if (!again)
        return again.error();
    return (*again)->numRowsAffected();
}

Result<void> FileRepository::clear()
{
    return done(m_database.run(QStringLiteral("DELETE FROM file_queue")));
}

Result<void> FileRepository::withdraw(const QString &sha256)
{
    return done(m_database.run(
        QStringLiteral("DELETE FROM file_queue WHERE direction = 'up' AND sha256 = ? AND NOT EXISTS "
                       "(SELECT 1 FROM evidence e WHERE e.sha256 = file_queue.sha256 AND e.deleted = 0)"),
        {sha256}));
}

Result<QStringList> FileRepository::gone() const
{
    auto query = m_database.run(QStringLiteral("SELECT sha256 FROM file_gone"));
    if (!query)
        return query.error();
    QStringList hashes;
    while ((*query)->next())
        hashes.append((*query)->value(0).toString());
    return hashes;
}

Result<void> FileRepository::settleGone(const QString &sha256)
{
    return done(m_database.run(QStringLiteral("DELETE FROM file_gone WHERE sha256 = ?"), {sha256}));
}

Result<bool> FileRepository::isNeeded(const QString &sha256) const
{
    const auto row = m_database.row(
        QStringLiteral("SELECT EXISTS (SELECT 1 FROM evidence WHERE sha256 = ?) OR EXISTS (SELECT 1 FROM file_queue "
                       "WHERE sha256 = ? AND direction = 'up' AND state <> 'done')"),
        {sha256, sha256});
    if (!row)
        return row.error();
    return row.value()->value(0).toBool();
}

Result<FileCounts> FileRepository::counts(FileDirection direction) const
{
    const auto row = m_database.row(
        QStringLiteral("SELECT count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'refused'), "
                       "coalesce(sum(size) FILTER (WHERE state = 'waiting'), 0), "
                       "coalesce(sum(done) FILTER (WHERE state = 'waiting'), 0) FROM file_queue WHERE direction = ?"),
        {wordOf(direction)});
    if (!row)
        return row.error();
    const QVariantList &cells = *row.value();
    return FileCounts{cells[0].toInt(), cells[1].toInt(), cells[2].toLongLong(), cells[3].toLongLong()};
}

Result<QList<FileJob>> FileRepository::list(std::optional<FileState> state, int limit) const
{
    const QString which =
        !state ? QStringLiteral("q.state <> 'done'") : QStringLiteral("q.state = '%1'").arg(wordOf(*state));
    return jobs(QStringLiteral("WHERE %1 ORDER BY q.asked DESC, q.direction DESC, q.id LIMIT ?").arg(which), {limit});
}

} // namespace markaz
