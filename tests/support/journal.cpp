// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/journal.h"

#include "core/protocol/messages.h"
#include "core/storage/outboxrepository.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>

namespace markaz::test {

Result<void> Journal::note(const QString &account, Database &database, const Sealer &sealer)
{
    qint64 &last = m_noted[database.location()];
    auto query =
        database.run(QStringLiteral("SELECT position FROM outbox WHERE position > ? ORDER BY position"), {last});
    if (!query)
        return query.error();
    QList<qint64> positions;
    while ((*query)->next())
        positions.append((*query)->value(0).toLongLong());
    (*query)->finish();
    const OutboxRepository outbox(database, sealer);
    for (const qint64 position : std::as_const(positions)) {
        auto row = outbox.require(position);
        if (!row)
            return row.error();
        if (auto noted = note({account, QFileInfo(database.location()).path(), row->change}); !noted)
            return noted;
        last = position;
    }
    return {};
}

Result<void> Journal::note(const SavedChange &saved)
{
    const QJsonObject line{{QStringLiteral("account"), saved.account},
                           {QStringLiteral("profile"), saved.profile},
                           {QStringLiteral("change"), protocol::encode(saved.change)}};
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    QFile file(m_path);
    // One write to a file that is open for appending: lines of several processes do not mix.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered) ||
        file.write(bytes) != bytes.size())
        return makeError(ErrorCode::StorageFailed, file.errorString(), m_path);
    return {};
}

Result<QList<SavedChange>> Journal::all() const
{
    QList<SavedChange> all;
    QFile file(m_path);
    if (!file.exists())
        return all;
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::StorageFailed, file.errorString(), m_path);
    QSet<QString> known;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        auto change = protocol::decode<Change>(line.value(QStringLiteral("change")).toObject());
        if (!change)
            return change.error();
        if (known.contains(change->opId))
            continue;
        known.insert(change->opId);
        all.append({line.value(QStringLiteral("account")).toString(), line.value(QStringLiteral("profile")).toString(),
                    std::move(change).value()});
    }
    return all;
}

} // namespace markaz::test
