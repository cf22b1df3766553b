// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold when a game is over, read from the server's tables, its ledger and its audit, and from the laptops.
#include "tests/faults/core/game.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/recordaudit.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

namespace markaz::test {
namespace {

QJsonObject objectOf(const QVariant &text)
{
    return QJsonDocument::fromJson(text.toByteArray()).object();
}

std::string textOf(const QJsonObject &fields)
{
    return QJsonDocument(fields).toJson(QJsonDocument::Compact).toStdString();
}

template <class Row>
void eachRow(Database &database, const QString &sql, Row row)
{
    auto query = database.run(sql);
    ASSERT_TRUE(query) << qPrintable(query.error().detail);
    while ((*query)->next())
        row(**query);
    (*query)->finish();
}

void expectSame(const QStringList &laptops, const QStringList &servers)
{
    for (const QString &line : laptops)
        EXPECT_TRUE(servers.contains(line)) << "only on the laptop: " << qPrintable(line);
    for (const QString &line : servers)
        EXPECT_TRUE(laptops.contains(line)) << "only on the server: " << qPrintable(line);
}

/// A record as the accepted changes made it, one after the other.
struct Replayed
{
    QJsonObject fields;
    bool there = false;
    std::string story;    ///< for whoever reads a failure
    bool amended = false; ///< the server gave it another code than its author did
};

} // namespace

QHash<QString, protocol::ChangeResult> Game::ledger()
{
    QHash<QString, protocol::ChangeResult> ledger;
    eachRow(m_server->database(), QStringLiteral("SELECT op_id, result FROM ledger"), [&](const QSqlQuery &row) {
        ledger.insert(row.value(0).toString(),
                      protocol::decode<protocol::ChangeResult>(objectOf(row.value(1))).value());
    });
    return ledger;
}

/// Every record that the laptop's account may see, in the form of Laptop::everything().
QStringList Game::truthFor(int i)
{
    const bool own = isInspector(i);
    QStringList lines;
    eachRow(m_server->database(),
            QStringLiteral("SELECT entity, id, rev, data, assignee FROM record WHERE deleted = 0"),
            [&](const QSqlQuery &row) {
                const QString assignee = row.value(4).toString();
                if (own && !assignee.isEmpty() && assignee != laptop(i).actor.accountId)
                    return;
                lines.append(
                    QStringLiteral("%1|%2|%3|%4")
                        .arg(row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                             QString::fromUtf8(QJsonDocument(objectOf(row.value(3))).toJson(QJsonDocument::Compact))));
            });
    lines.sort();
    return lines;
}

void Game::check()
{
    const auto settled = ledger();
    for (int i = 0; i < static_cast<int>(m_players.size()); ++i) {
        SCOPED_TRACE(testing::Message() << "laptop " << i << " of " << m_players.size() << ", "
                                        << qPrintable(m_players.at(static_cast<size_t>(i))->name));
        checkLaptop(i, settled);
    }
    checkHistory(settled);
    const auto verified = server::AuditLog(m_server->database()).verify();
    EXPECT_TRUE(verified) << qPrintable(verified.error().where);
    const auto records = server::compareRecords(m_server->database());
    ASSERT_TRUE(records) << qPrintable(records.error().detail);
    EXPECT_EQ(records->unhashed, 0);
    for (const server::RecordFinding &finding : records->findings)
        ADD_FAILURE() << "behind the audit: " << qPrintable(token(finding.kind)) << ' ' << qPrintable(finding.entity)
                      << ' ' << qPrintable(finding.id);
}

void Game::checkLaptop(int i, const QHash<QString, protocol::ChangeResult> &ledger)
{
    expectSame(laptop(i).everything(), truthFor(i));
    EXPECT_EQ(laptop(i).counts().dead, 0);
    QSet<QString> stopped; // records whose changes stand behind one that is held
    for (const OutboxRow &row : laptop(i).rows()) {
        const Change &change = row.change;
        SCOPED_TRACE(testing::Message() << qPrintable(token(change.kind)) << ' ' << qPrintable(token(change.entity))
                                        << ' ' << qPrintable(change.id) << " op " << qPrintable(change.opId));
        if (row.state != OutboxState::Acknowledged) {
            // It may wait for ever for a record that somebody else removed: its author sees it wait.
            EXPECT_TRUE(row.state == OutboxState::Held || stopped.contains(change.id)) << qPrintable(token(row.state));
            stopped.insert(change.id);
            continue;
        }
        if (row.fate != Fate::None) // refused, and its author has read that
            continue;
        EXPECT_TRUE(ledger.contains(change.opId));
        if (ledger.value(change.opId).outcome == Outcome::Conflict)
            checkVisible(change, ledger.value(change.opId));
    }
}

/// A conflicting edit is in a conflict record, with its value.
void Game::checkVisible(const Change &change, const protocol::ChangeResult &result)
{
    QJsonObject fields;
    eachRow(
        m_server->database(),
        QStringLiteral("SELECT data FROM record WHERE entity = 'conflict' AND data->>'op_id' = '%1'").arg(change.opId),
        [&](const QSqlQuery &row) { fields = objectOf(row.value(0)).value(QStringLiteral("fields")).toObject(); });
    ASSERT_FALSE(fields.isEmpty());
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it) {
        if (fields.contains(it.key())) {
            EXPECT_EQ(fields.value(it.key()).toObject().value(QStringLiteral("client")), it->after);
        } else if (change.kind != ChangeKind::Submit) { // of a submit that met other answers nothing is submitted
            EXPECT_FALSE(result.conflicts.contains(it.key()));
        }
    }
}

/// Makes every record anew from the changes that the audit says were applied, in its order. Each was applied once, each
/// accepted step began where the one before it had ended, and the end is what the server shows.
void Game::checkHistory(const QHash<QString, protocol::ChangeResult> &ledger)
{
    for (int i = 0; i < static_cast<int>(m_players.size()); ++i)
        harvest(i);
    const QHash<QString, Change> &changes = m_changes;
    QHash<QString, Replayed> records;
    QSet<QString> applied;
    eachRow(m_server->database(), QStringLiteral("SELECT event FROM audit ORDER BY n"), [&](const QSqlQuery &row) {
        const QJsonObject event = objectOf(row.value(0));
        const auto found = changes.constFind(event.value(QStringLiteral("op")).toString());
        if (found == changes.constEnd() || event.value(QStringLiteral("id")).toString() != found->id ||
            event.value(QStringLiteral("action")) == QStringLiteral("refused"))
            return;
        const Change &change = *found;
        EXPECT_FALSE(applied.contains(change.opId)) << "applied twice: " << qPrintable(change.opId);
        applied.insert(change.opId);
        const protocol::ChangeResult result = ledger.value(change.opId);
        Replayed &record = records[change.id];
        record.story += textOf(event) + " -> " + textOf(protocol::encode(result)) + '\n';
        if (change.kind == ChangeKind::Delete) {
            record.there = false;
            return;
        }
        const bool fresh = record.fields.isEmpty();
        for (auto it = change.fields.begin(); it != change.fields.end(); ++it) {
            if (result.conflicts.contains(it.key()))
                continue;
            const QJsonValue now = valueAt(record.fields, it.key());
            EXPECT_TRUE(fresh || now == it->before || now == it->after)
                << qPrintable(it.key()) << " of " << qPrintable(change.id) << " was overwritten unseen by "
                << qPrintable(change.opId);
            setValueAt(record.fields, it.key(), it->after);
        }
        record.there = true;
        // The server adds when it took a building, and a visit that was handed in.
        const bool handedIn = event.value(QStringLiteral("action")) == QStringLiteral("submit");
        if (handedIn || (fresh && change.entity == Entity::Building))
            record.fields.insert(QStringLiteral("received_at"), event.value(QStringLiteral("at")));
        record.amended = record.amended || (fresh && result.outcome == Outcome::Merged);
    });
    for (auto it = ledger.begin(); it != ledger.end(); ++it) {
        const auto change = changes.constFind(it.key());
        if (change != changes.constEnd() && change->kind == ChangeKind::Create && it->outcome == Outcome::Applied) {
            EXPECT_TRUE(applied.contains(it.key())) << "lost: " << qPrintable(it.key());
        }
    }
    eachRow(m_server->database(),
            QStringLiteral("SELECT id, deleted, data FROM record WHERE entity IN ('owner', 'building', 'inspection')"),
            [&](const QSqlQuery &row) {
                const QString id = row.value(0).toString();
                QJsonObject fields = objectOf(row.value(2));
                Replayed record = records.value(id);
                EXPECT_EQ(record.there, row.value(1).toInt() == 0) << qPrintable(id);
                if (record.amended)
                    record.fields.insert(QStringLiteral("code"), fields.value(QStringLiteral("code")));
                EXPECT_EQ(textOf(record.fields), textOf(fields)) << qPrintable(id) << '\n' << record.story;
            });
}

} // namespace markaz::test
