// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/outboxexport.h"

#include "core/support/ownfiles.h"
#include "core/support/wholefile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace markaz {
namespace {

QString nameOf(Fate fate)
{
    switch (fate) {
    case Fate::GivenUp:
        return QStringLiteral("given_up");
    case Fate::Replaced:
        return QStringLiteral("replaced");
    case Fate::None:
        break;
    }
    return {};
}

QJsonObject jsonOf(const OutboxRow &row)
{
    QJsonObject fields;
    for (auto it = row.change.fields.begin(); it != row.change.fields.end(); ++it)
        fields.insert(it.key(), QJsonObject{{QStringLiteral("old"), it->before}, {QStringLiteral("new"), it->after}});
    QJsonObject json{{QStringLiteral("op_id"), row.change.opId},
                     {QStringLiteral("entity"), token(row.change.entity)},
                     {QStringLiteral("id"), row.change.id},
                     {QStringLiteral("kind"), token(row.change.kind)},
                     {QStringLiteral("base_rev"), row.change.baseRev},
                     {QStringLiteral("schema"), row.change.schema},
                     {QStringLiteral("made_at"), row.change.madeAt},
                     {QStringLiteral("fields"), fields},
                     {QStringLiteral("state"), token(row.state)},
                     {QStringLiteral("attempts"), row.attempts}};
    const std::pair<const char *, QString> words[] = {{"fate", nameOf(row.fate)},
                                                      {"code", row.code},
                                                      {"field", row.field},
                                                      {"message", row.message},
                                                      {"settled_at", toIso(row.settledAt)}};
    for (const auto &[name, text] : words) {
        if (!text.isEmpty())
            json.insert(QLatin1String(name), text);
    }
    return json;
}

} // namespace

Result<int> ExportOutbox::run(const Actor &actor, const QString &path) const
{
    auto rows = m_workspace.outbox.owed();
    auto disposed = m_workspace.outbox.disposed();
    if (!rows || !disposed)
        return !rows ? rows.error() : disposed.error();
    rows->append(std::move(disposed).value());
    std::sort(rows->begin(), rows->end(),
              [](const OutboxRow &a, const OutboxRow &b) { return a.position < b.position; });
    QJsonArray changes;
    for (const OutboxRow &row : std::as_const(*rows))
        changes.append(jsonOf(row));
    const QJsonObject account{{QStringLiteral("id"), actor.accountId}, {QStringLiteral("name"), actor.name}};
    const QByteArray content =
        QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("markaz-outbox")},
                                  {QStringLiteral("version"), 1},
                                  {QStringLiteral("exported_at"), toIso(m_workspace.clock.now())},
                                  {QStringLiteral("account"), account},
                                  {QStringLiteral("changes"), changes}})
            .toJson();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnFile) || file.write(content) != content.size()) {
        const bool full = file.error() == QFileDevice::ResourceError;
        return makeError(full ? ErrorCode::StorageFull : ErrorCode::StorageFailed, file.errorString(), path);
    }
    if (auto whole = commitWhole(file); !whole)
        return whole.error();
    return static_cast<int>(changes.size());
}

} // namespace markaz
