// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/invariants.h"

#include "core/security/columnsealer.h"
#include "core/storage/contentstore.h"
#include "core/storage/outboxrepository.h"
#include "core/storage/recordrepository.h"
#include "core/storage/scoperepository.h"
#include "tests/support/laptopkey.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace markaz::test {
namespace {

using protocol::FeedItem;

QString nameOf(Entity entity, const QString &id)
{
    return token(entity) + QLatin1Char(' ') + id;
}

QString nameOf(const SavedChange &saved)
{
    return QStringLiteral("%1: change %2 (%3) of %4")
        .arg(nameOf(saved.change.entity, saved.change.id), saved.change.opId, token(saved.change.kind), saved.account);
}

QString textOf(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).left(200));
}

QString firstDifference(const QJsonObject &here, const QJsonObject &there)
{
    QStringList names = here.keys() + there.keys();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        if (here.value(name) != there.value(name))
            return QStringLiteral("%1 is %2 here and %3 there")
                .arg(name, textOf(here.value(name)), textOf(there.value(name)));
    }
    return {};
}

bool wasTaken(const protocol::ChangeResult &result)
{
    return result.outcome == Outcome::Applied || result.outcome == Outcome::Merged ||
           result.outcome == Outcome::Conflict;
}

/// What the server decides in a field that clients write too: a building's number when two laptops gave out the same,
/// what follows from a submit, a review or a decision.
bool serverMayDecide(const QString &path)
{
    return path == QLatin1String("code") || path == QLatin1String("state") || path == QLatin1String("score");
}

bool hashesTo(const QByteArray &bytes, const QString &sha256)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() == sha256.toLatin1();
}

} // namespace

struct Invariants::Inside
{
    Inside(std::unique_ptr<Database> opened, SecretKey key)
        : database(std::move(opened))
        , sealer(key)
        , records(*database, sealer)
        , outbox(*database, sealer)
    {
    }
    static Result<std::unique_ptr<Inside>> open(const QString &profile)
    {
        auto key = laptopKey(profile + QStringLiteral("/data.key"));
        auto opened = Database::openSqlite(profile + QStringLiteral("/cache.sqlite"), Database::Check::None);
        if (!key || !opened)
            return key ? opened.error() : key.error();
        return std::make_unique<Inside>(std::move(opened).value(), std::move(key).value());
    }

    std::unique_ptr<Database> database;
    ColumnSealer sealer;
    RecordRepository records;
    OutboxRepository outbox;
};

Invariants::Invariants(ServerStore store, const QUrl &server)
    : m_store(std::move(store))
    , m_server(server)
{
}

void Invariants::leadTo(const QUrl &server)
{
    m_server = server;
    for (const auto &reader : std::as_const(m_readers))
        reader->leadTo(server);
}

void Invariants::leadTo(const QUrl &server, const ServerStore &store)
{
    m_store = store;
    leadTo(server);
}

void Invariants::addLaptop(const QString &profile, const QString &account, const QString &password)
{
    m_laptops.append({profile, account});
    if (!m_readers.contains(account))
        m_readers.insert(account, std::make_shared<FeedReader>(m_server, account, password));
}

QStringList Invariants::violations(const Journal &journal, FeedWatch *watch)
{
    m_violations.clear();
    m_feeds.clear();
    m_onLaptop.clear();
    const auto saved = journal.all();
    if (!saved)
        return {QStringLiteral("the journal cannot be read: %1").arg(saved.error().detail)};
    const auto truth = ServerTruth::read(m_store);
    if (!truth)
        return {QStringLiteral("the server's store cannot be read: %1").arg(truth.error().detail)};
    for (auto it = m_readers.begin(); it != m_readers.end(); ++it) {
        auto feed = (*it)->everything();
        if (!feed)
            return {QStringLiteral("the feed of %1 cannot be read: %2").arg(it.key(), feed.error().detail)};
        m_feeds.insert(it.key(), std::move(feed).value());
    }
    for (const CheckedLaptop &laptop : std::as_const(m_laptops))
        checkLaptop(laptop, *truth);
    checkChanges(*saved, *truth);
    checkValues(*saved, *truth);
    checkFiles(*saved, *truth);
    if (watch != nullptr)
        m_violations += watch->violations();
    if (auto audit = ServerProcess::command(QStringList{QStringLiteral("verify-audit")} + m_store.arguments()); !audit)
        broken(QStringLiteral("(e) the audit chain does not verify: %1").arg(audit.error().detail));
    return m_violations;
}

void Invariants::checkChanges(const QList<SavedChange> &saved, const ServerTruth &truth)
{
    for (const SavedChange &one : saved) {
        Change change = one.change;
        // A change that has not been sent yet learns what the one before it made of the record.
        if (const auto shown = m_onLaptop.constFind(change.opId); shown != m_onLaptop.constEnd())
            change.baseRev = shown->baseRev;
        const QString word = m_onLaptop.value(change.opId).word;
        const bool shown = word == QLatin1String("waiting") || word == QLatin1String("sent") ||
                           word == QLatin1String("held") || word == QLatin1String("dead");
        const bool disposed = word == QLatin1String("given_up") || word == QLatin1String("replaced");
        const auto settled = truth.ledger.constFind(change.opId);
        if (settled == truth.ledger.constEnd()) {
            if (!shown && !disposed && !truth.quarantined.contains(change.opId))
                broken(QStringLiteral("(a) %1 is lost: the server has never settled it, and the laptop says %2")
                           .arg(nameOf(one), word.isEmpty() ? QStringLiteral("nothing") : word));
            continue;
        }
        if (settled->bodyHash != protocol::bodyHash(change))
            broken(QStringLiteral("(a) %1 was settled with another body").arg(nameOf(one)));
        if (const int times = truth.written.value(change.opId + QLatin1Char('|') + change.id); times > 1)
            broken(QStringLiteral("(a) %1 was applied %2 times").arg(nameOf(one)).arg(times));
        if (wasTaken(settled->result) && !truth.records.contains(change.id) && change.kind != ChangeKind::Delete)
            broken(QStringLiteral("(a) %1 was settled as %2, and there is no such record")
                       .arg(nameOf(one), token(settled->result.outcome)));
        if (settled->result.outcome == Outcome::Conflict && !truth.conflictsOf.contains(change.opId))
            broken(QStringLiteral("(a) %1 met a conflict that no record keeps").arg(nameOf(one)));
        if (settled->result.outcome == Outcome::Rejected && !shown && !disposed &&
            !truth.quarantined.contains(change.opId))
            broken(QStringLiteral("(a) %1 was rejected, and its author is not told: the laptop says %2")
                       .arg(nameOf(one), word));
    }
}

/// What was applied last must stand. The server's order is that of the revisions.
void Invariants::checkValues(const QList<SavedChange> &saved, const ServerTruth &truth)
{
    struct Last
    {
        qint64 rev = 0;
        QJsonValue value;
        const SavedChange *by = nullptr;
    };
    QHash<QString, QHash<QString, Last>> last; // by record, then by path
    for (const SavedChange &one : saved) {
        const auto settled = truth.ledger.constFind(one.change.opId);
        if (settled == truth.ledger.constEnd() || !wasTaken(settled->result))
            continue;
        for (auto it = one.change.fields.begin(); it != one.change.fields.end(); ++it) {
            if (serverMayDecide(it.key()) || settled->result.conflicts.contains(it.key()))
                continue;
            // A group travels whole: what its author did not change says nothing.
            if (it->before == it->after && one.change.kind != ChangeKind::Create)
                continue;
            Last &known = last[one.change.id][it.key()];
            if (settled->result.rev >= known.rev)
                known = {settled->result.rev, it->after, &one};
        }
    }
    for (auto record = last.constBegin(); record != last.constEnd(); ++record) {
        const auto stored = truth.records.constFind(record.key());
        if (stored == truth.records.constEnd() || stored->deleted)
            continue;
        for (auto it = record->constBegin(); it != record->constEnd(); ++it) {
            const QJsonValue now = valueAt(stored->fields, it.key());
            if (now != it->value)
                broken(QStringLiteral("(a) %1 is lost: it set %2 to %3 as the last one, and the server has %4")
                           .arg(nameOf(*it->by), it.key(), textOf(it->value), textOf(now)));
        }
    }
}

void Invariants::checkLaptop(const CheckedLaptop &laptop, const ServerTruth &truth)
{
    auto inside = Inside::open(laptop.profile);
    if (!inside) {
        broken(QStringLiteral("(b) the laptop of %1 cannot be read: %2").arg(laptop.account, inside.error().detail));
        return;
    }
    auto words = (*inside)->database->run(QStringLiteral("SELECT op_id, state, outcome, base_rev FROM outbox"));
    while (words && (*words)->next()) {
        const QString state = (*words)->value(1).toString();
        const QString fate = (*words)->value(2).toString();
        const bool disposed = fate == QLatin1String("given_up") || fate == QLatin1String("replaced");
        m_onLaptop.insert((*words)->value(0).toString(), {disposed ? fate : state, (*words)->value(3).toLongLong()});
    }
    if (words)
        (*words)->finish();
    checkRecords(**inside, laptop, truth);
}

void Invariants::checkRecords(Inside &inside, const CheckedLaptop &laptop, const ServerTruth &truth)
{
    const QHash<QString, FeedItem> &feed = m_feeds[laptop.account];
    const auto placed = ScopeRepository(*inside.database).everything();
    const auto owed = inside.outbox.recordsWaiting();
    const auto all = inside.outbox.owed();
    if (!placed || !owed || !all) {
        broken(QStringLiteral("(b) the laptop of %1 cannot be read").arg(laptop.account));
        return;
    }
    QSet<QString> waits = *owed;
    for (const OutboxRow &row : *all) // rejected ones too: the record goes on showing what its author entered
        waits.insert(row.change.id);
    QSet<QString> here;
    for (const PlacedRecord &record : *placed) {
        const QString name = nameOf(record.entity, record.id) + QStringLiteral(" of the laptop of ") + laptop.account;
        here.insert(record.id);
        if (record.rev < 1) {
            if (!waits.contains(record.id))
                broken(QStringLiteral("(b) %1: the server has never seen it, and nothing waits to be sent").arg(name));
            continue;
        }
        const auto there = feed.constFind(record.id);
        if (there == feed.constEnd()) {
            const auto stored = truth.records.constFind(record.id);
            const bool isGone = stored == truth.records.constEnd() || stored->deleted;
            broken(isGone
                       ? QStringLiteral("(b) %1: the server has removed it").arg(name)
                       : QStringLiteral("(f) %1: it is of %2 and outside of the account's scope")
                             .arg(name, stored->province.isEmpty() ? QStringLiteral("no province") : stored->province));
            continue;
        }
        if (record.rev != there->rev) {
            broken(QStringLiteral("(b) %1: revision %2 here and %3 there").arg(name).arg(record.rev).arg(there->rev));
            continue;
        }
        const auto local = waits.contains(record.id) ? inside.records.findAtServer(record.entity, record.id)
                                                     : inside.records.find(record.entity, record.id);
        if (!local || !local->has_value())
            broken(QStringLiteral("(b) %1: it cannot be read here").arg(name));
        else if (const QString differs = firstDifference((*local)->fields, there->fields()); !differs.isEmpty())
            broken(QStringLiteral("(b) %1: %2").arg(name, differs));
    }
    for (const FeedItem &item : feed) {
        if (!here.contains(item.id))
            broken(QStringLiteral("(b) %1: it is not on the laptop of %2")
                       .arg(nameOf(item.entity, item.id), laptop.account));
    }
}

void Invariants::checkFiles(const QList<SavedChange> &saved, const ServerTruth &truth)
{
    QSet<QString> looked;
    for (auto feed = m_feeds.constBegin(); feed != m_feeds.constEnd(); ++feed) {
        for (const FeedItem &item : *feed) {
            if (item.entity != Entity::Evidence)
                continue;
            const QJsonObject fields = item.fields();
            const QString sha256 = fields.value(QStringLiteral("sha256")).toString();
            if (!fields.contains(QStringLiteral("received_at")) || looked.contains(sha256))
                continue;
            looked.insert(sha256);
            const auto bytes = readerOf(feed.key()).file(sha256);
            if (!bytes)
                broken(QStringLiteral("(c) %1: its file %2 does not come: %3")
                           .arg(nameOf(item.entity, item.id), sha256, bytes.error().detail));
            else if (!hashesTo(*bytes, sha256))
                broken(QStringLiteral("(c) %1: its file on the server does not hash to its name %2")
                           .arg(nameOf(item.entity, item.id), sha256));
        }
    }
    for (const SavedChange &one : saved) {
        if (one.change.entity != Entity::Evidence || one.change.kind != ChangeKind::Create)
            continue;
        const auto stored = truth.records.constFind(one.change.id);
        const bool isGone = stored != truth.records.constEnd() && stored->deleted;
        const bool there = stored != truth.records.constEnd() && stored->fields.contains(QStringLiteral("received_at"));
        const QString word = m_onLaptop.value(one.change.opId).word;
        if (there || isGone || one.profile.isEmpty() || word == QLatin1String("given_up"))
            continue;
        const QString sha256 = one.change.fields.value(QStringLiteral("sha256")).after.toString();
        auto key = laptopKey(one.profile + QStringLiteral("/data.key"));
        if (!key) {
            broken(QStringLiteral("(c) %1: the laptop's key: %2").arg(nameOf(one), key.error().detail));
            continue;
        }
        const ColumnSealer sealer(*key);
        const ContentStore store(ContentStore::folderBeside(one.profile + QStringLiteral("/cache.sqlite")), sealer);
        const auto whole = store.isWhole(sha256);
        if (!whole || !*whole)
            broken(QStringLiteral("(c) %1: its file %2 is neither on the server nor whole on the laptop")
                       .arg(nameOf(one), sha256));
    }
}

FeedReader &Invariants::readerOf(const QString &account)
{
    return *m_readers[account];
}

} // namespace markaz::test
