// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sync/laptop.h"

#include "core/domain/evidence.h"
#include "core/storage/migrator.h"
#include "core/storage/scoperepository.h"
#include "core/workflow/rejections.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <gtest/gtest.h>

namespace markaz::test {
namespace {

/// Test set-up that fails is a fault of the test.
template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return std::move(result).value();
}

void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
}

void makeCache(const QString &path)
{
    initSqlResources();
    auto database = must(Database::openSqlite(path));
    must(migrate(*database, QStringLiteral(":/markaz/sql/cache")));
    must(database->run(QStringLiteral("INSERT INTO province VALUES ('PK-PB', 'Punjab', ''), ('PK-SD', 'Sindh', '')")));
    must(database->run(
        QStringLiteral("INSERT INTO city VALUES (%1, 'Lahore', 'PK-PB', 'LHE', 1, 1, 31549720, 74343610), "
                       "(%2, 'Karachi', 'PK-SD', 'KHI', 1, 1, 24860800, 67010400)")
            .arg(kLahore)
            .arg(kKarachi)));
}

QString line(const Record &record)
{
    return QStringLiteral("%1|%2|%3|%4")
        .arg(token(record.entity), record.id)
        .arg(record.rev)
        .arg(QString::fromUtf8(QJsonDocument(record.fields).toJson(QJsonDocument::Compact)));
}

} // namespace

Actor sampleActor(const QString &name, const QStringList &provinces)
{
    const QString id =
        QStringLiteral("01900000-0000-7000-8000-%1").arg(qHash(name, 7) & 0xffffffffffffULL, 12, 16, QLatin1Char('0'));
    return {id, name, QStringLiteral("Sample ") + name, Role::Officer, provinces};
}

void addSampleAccount(FakeServer &server, const Actor &actor)
{
    server.addAccount(actor, actor.name + QStringLiteral("-password"));
}

QJsonObject sampleOwner(const QString &name, const QString &province)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("kind"), QStringLiteral("company")},
            {QStringLiteral("province"), province},
            {QStringLiteral("sample"), true}};
}

QJsonObject sampleBuilding(int number, int city)
{
    return {{QStringLiteral("code"), QStringLiteral("%1-%2")
                                         .arg(city == kLahore ? QStringLiteral("LHE") : QStringLiteral("KHI"))
                                         .arg(number, 4, 10, QLatin1Char('0'))},
            {QStringLiteral("name"), QStringLiteral("Sample building %1").arg(number)},
            {QStringLiteral("address"), QStringLiteral("Sample road %1").arg(number)},
            {QStringLiteral("city"), city},
            {QStringLiteral("covered_area_sqft"), 4000},
            {QStringLiteral("storeys"), 2},
            {QStringLiteral("notes"), QStringLiteral("sealed note %1").arg(number)},
            {QStringLiteral("sample"), true}};
}

QJsonObject sampleInspection(const QString &building, const QString &inspector)
{
    return {{QStringLiteral("building"), building},
            {QStringLiteral("inspector"), inspector},
            {QStringLiteral("kind"), QStringLiteral("initial")},
            {QStringLiteral("standard"), QStringLiteral("sample-standard")},
            {QStringLiteral("standard_version"), 1},
            {QStringLiteral("standard_hash"), QString(64, QLatin1Char('0'))},
            {QStringLiteral("revision"), 1},
            {QStringLiteral("started_at"), QStringLiteral("2026-11-24T09:00:00.000Z")},
            {QStringLiteral("state"), QStringLiteral("draft")},
            {QStringLiteral("sample"), true}};
}

QByteArray sampleBytes(qint64 size, int seed)
{
    QRandomGenerator random(static_cast<quint32>(seed));
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

struct Laptop::Machine
{
    Machine(Laptop &laptop, FakeServer &server, FixedClock &clock, const QString &path)
        : database(must(Database::openSqlite(path, Database::Check::None)))
        , records(*database, *laptop.m_sealer)
        , outbox(*database, *laptop.m_sealer)
        , syncState(*database)
        , parts{*database, records, outbox, syncState, clock, laptop.m_ids}
        , workspace{*database, records, outbox, clock, laptop.m_ids, notifier}
        , transport(server.connect())
        , client(*transport, syncState, clock, laptop.m_ids)
        , session(client, parts, *laptop.m_sealer, laptop.address)
        , engine(
              parts, session,
              {[&laptop] { return laptop.jitter; }, [&laptop] { return laptop.networkThere; }, QStringLiteral("fake")})
        , fileDatabase(must(Database::openSqlite(path, Database::Check::None)))
        , fileRecords(*fileDatabase, *laptop.m_sealer)
        , files(*fileDatabase)
        , fileState(*fileDatabase)
        , store(path + QStringLiteral(".files"), *laptop.m_sealer)
        , fileParts{*fileDatabase, fileRecords, files, fileState, store, clock}
        , fileTransport(server.connect())
        , fileClient(*fileTransport, fileState, clock, laptop.m_ids)
        , calls(fileClient, session)
        , fileEngine(fileParts, calls,
                     {[&laptop] { return laptop.jitter; },
                      [&clock] { return std::chrono::milliseconds(clock.now().toMSecsSinceEpoch()); },
                      [&laptop] { return laptop.networkThere; }})
    {
    }
    std::unique_ptr<Database> database;
    RecordRepository records;
    OutboxRepository outbox;
    SyncStateRepository syncState;
    SyncParts parts;
    ChangeNotifier notifier;
    Workspace workspace;
    std::unique_ptr<Transport> transport;
    ServerClient client;
    Session session;
    SyncEngine engine;
    std::unique_ptr<Database> fileDatabase;
    RecordRepository fileRecords;
    FileRepository files;
    SyncStateRepository fileState;
    ContentStore store;
    FileParts fileParts;
    std::unique_ptr<Transport> fileTransport;
    ServerClient fileClient;
    AuthorizedCalls calls;
    FileEngine fileEngine;
};

Laptop::Laptop(FakeServer &server, FixedClock &clock, const QString &path, quint64 seed)
    : m_server(server)
    , m_clock(clock)
    , m_path(path)
    , m_ids(clock, seed)
    , m_sealer(std::make_shared<const ColumnSealer>(SecretKey::random()))
{
    static const QByteArray empty = [&path] {
        makeCache(path);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(empty) != empty.size())
        qFatal("the test folder cannot be written");
    file.close();
    open();
}

Laptop::~Laptop() = default;

void Laptop::open()
{
    m_machine = std::make_unique<Machine>(*this, m_server, m_clock, m_path);
    QObject::connect(&engine(), &SyncEngine::wantsRunIn, &engine(), [this](qint64 milliseconds, qint64 least) {
        delays.append(milliseconds);
        atLeast = least;
    });
    QObject::connect(&engine(), &SyncEngine::runFinished, &engine(), [this](bool clean) { runs.append(clean); });
    QObject::connect(&files(), &FileEngine::wantsRunIn, &files(), [this](qint64 milliseconds, qint64 least) {
        fileDelays.append(milliseconds);
        fileAtLeast = least;
    });
    QObject::connect(&files(), &FileEngine::fileSent, &files(),
                     [this](const QString &hash) { sentFiles.append(hash); });
    QObject::connect(&files(), &FileEngine::fileCame, &files(),
                     [this](const QString &hash) { cameFiles.append(hash); });
}

void Laptop::crash()
{
    m_machine.reset();
}

Result<Actor> Laptop::signIn(const QString &name, const QString &password)
{
    return begun([&](const Session::SignedIn &reply) {
        session().signIn(name, password.isNull() ? name + QStringLiteral("-password") : password,
                         QStringLiteral("test"), reply);
    });
}

Result<Actor> Laptop::enrol(const QString &name, const QString &code, const QString &password)
{
    return begun(
        [&](const Session::SignedIn &reply) { session().enrol(name, code, password, QStringLiteral("test"), reply); });
}

Result<Actor> Laptop::begun(const std::function<void(const Session::SignedIn &)> &how)
{
    std::optional<Result<Actor>> answer;
    how([&answer](const Result<Actor> &result) { answer.emplace(result); });
    m_server.pump();
    if (!answer)
        return makeError(ErrorCode::Internal, QStringLiteral("no answer to the sign-in"));
    if (*answer) {
        actor = answer->value();
        engine().noteSession(true);
    }
    return *answer;
}

void Laptop::sync()
{
    engine().run();
    m_server.pump();
}

void Laptop::syncFiles()
{
    files().run();
    m_server.pump();
}

QString Laptop::inspection(int number)
{
    const Record building = create(Entity::Building, sampleBuilding(number));
    return create(Entity::Inspection, sampleInspection(building.id, actor.accountId)).id;
}

Record Laptop::attach(const QString &inspectionId, const QByteArray &bytes, const QString &item)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    auto incoming = must(fileParts().store.receive(buffer, evidence::kMaxBytes));
    must(incoming.keep());
    QJsonObject fields{{QStringLiteral("inspection"), inspectionId},
                       {QStringLiteral("kind"), QStringLiteral("photo")},
                       {QStringLiteral("sha256"), incoming.sha256()},
                       {QStringLiteral("size"), incoming.size()},
                       {QStringLiteral("media_type"), QStringLiteral("image/jpeg")},
                       {QStringLiteral("filename"), QStringLiteral("sample photo.jpg")},
                       {QStringLiteral("sample"), true}};
    if (!item.isEmpty())
        fields.insert(QStringLiteral("item"), item);
    Record record{Entity::Evidence, m_ids.next(), 0, fields};
    auto transaction = must(Transaction::begin(*m_machine->database));
    must(parts().records.putLocal(record));
    must(parts().outbox.append({m_ids.next(), record.entity, record.id, ChangeKind::Create, 0, 1, toIso(m_clock.now()),
                                differences(specOf(record.entity), {}, fields)},
                               actor.accountId));
    must(FileRepository(*m_machine->database).queueUpload(incoming.sha256(), incoming.size()));
    must(transaction.commit());
    files().recount();
    return record;
}

Record Laptop::create(Entity entity, const QJsonObject &fields)
{
    Record record{entity, m_ids.next(), 0, fields};
    auto transaction = must(Transaction::begin(*m_machine->database));
    must(parts().records.putLocal(record));
    must(parts().outbox.append({m_ids.next(), entity, record.id, ChangeKind::Create, 0, 1, toIso(m_clock.now()),
                                differences(specOf(entity), {}, fields)},
                               actor.accountId));
    must(transaction.commit());
    return record;
}

void Laptop::edit(Entity entity, const QString &id, const QString &path, const QJsonValue &value)
{
    edit(entity, id, QMap<QString, QJsonValue>{{path, value}});
}

void Laptop::edit(Entity entity, const QString &id, const QMap<QString, QJsonValue> &values, ChangeKind kind)
{
    const Record before = must(parts().records.require(entity, id));
    Record after = before;
    for (auto it = values.begin(); it != values.end(); ++it)
        setValueAt(after.fields, it.key(), it.value());
    const FieldChanges changes = differences(specOf(entity), before.fields, after.fields);
    if (changes.isEmpty())
        return;
    auto transaction = must(Transaction::begin(*m_machine->database));
    must(parts().records.putLocal(after));
    must(parts().outbox.append({m_ids.next(), entity, id, kind, before.rev, 1, toIso(m_clock.now()), changes},
                               actor.accountId));
    must(transaction.commit());
}

void Laptop::remove(Entity entity, const QString &id)
{
    const Record before = must(parts().records.require(entity, id));
    auto transaction = must(Transaction::begin(*m_machine->database));
    must(parts().records.hide(entity, id));
    must(parts().outbox.append({m_ids.next(), entity, id, ChangeKind::Delete, before.rev, 1, toIso(m_clock.now()), {}},
                               actor.accountId));
    must(transaction.commit());
}

void Laptop::sendAgain(qint64 position, const QMap<QString, QJsonValue> &mended)
{
    must(RejectedChanges(m_machine->workspace).sendAgain(actor, position, mended));
}

void Laptop::giveUp(qint64 position)
{
    must(RejectedChanges(m_machine->workspace).giveUp(actor, position));
}

void Laptop::resolve(const QString &conflictId, ConflictChoice::Take take)
{
    must(tryToResolve(conflictId, take));
}

Result<void> Laptop::tryToResolve(const QString &conflictId, ConflictChoice::Take take)
{
    ResolveConflict conflicts(m_machine->workspace);
    const auto view = conflicts.view(actor, conflictId);
    if (!view)
        return view.error();
    QHash<QString, ConflictChoice> choices;
    for (const ConflictField &field : view->fields)
        choices.insert(field.key, {take, {}});
    return conflicts.run(actor, conflictId, choices);
}

QStringList Laptop::openConflicts()
{
    return must(ResolveConflict(m_machine->workspace).open(actor));
}

std::optional<Record> Laptop::find(Entity entity, const QString &id)
{
    return must(parts().records.find(entity, id));
}

QString Laptop::text(Entity entity, const QString &id, const QString &path)
{
    const auto record = find(entity, id);
    return record ? valueAt(record->fields, path).toString() : QStringLiteral("(no record)");
}

OutboxCounts Laptop::counts()
{
    return must(parts().outbox.counts());
}

QList<OutboxRow> Laptop::rows(std::optional<OutboxState> which)
{
    return must(parts().outbox.list(which, 100'000));
}

QString Laptop::state(const QString &name)
{
    return must(parts().state.value(name));
}

QStringList Laptop::everything()
{
    QStringList lines;
    for (const PlacedRecord &placed : must(ScopeRepository(*m_machine->database).known())) {
        if (const auto record = find(placed.entity, placed.id))
            lines.append(line(*record));
    }
    lines.sort();
    return lines;
}

SyncEngine &Laptop::engine()
{
    return m_machine->engine;
}

FileEngine &Laptop::files()
{
    return m_machine->fileEngine;
}

FileParts &Laptop::fileParts()
{
    return m_machine->fileParts;
}

QList<FileJob> Laptop::jobs()
{
    return must(m_machine->files.list());
}

Session &Laptop::session()
{
    return m_machine->session;
}

SyncParts &Laptop::parts()
{
    return m_machine->parts;
}

World::World()
    : clock(QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC))
    , server(clock)
{
    server.provinceOfCity = {{kLahore, QStringLiteral("PK-PB")}, {kKarachi, QStringLiteral("PK-SD")}};
    addSampleAccount(server, sampleActor(kOne));
    addSampleAccount(server, sampleActor(kTwo));
}

QStringList everythingOn(const FakeServer &server)
{
    QStringList lines;
    for (Entity entity : allValues<Entity>()) {
        for (const Record &record : server.all(entity))
            lines.append(line(record));
    }
    lines.sort();
    return lines;
}

} // namespace markaz::test
