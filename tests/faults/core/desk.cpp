// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/core/desk.h"

#include <QFile>

namespace markaz::test {
namespace {

QByteArray carried(const char *name)
{
    QFile file(QStringLiteral(":/markaz/reference/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

const Gazetteer &carriedGazetteer()
{
    static const Gazetteer read =
        Gazetteer::read(carried("cities.csv"), carried("city-codes.csv"), carried("provinces.geojson")).value();
    return read;
}

struct Desk::Open
{
    Open(Desk &desk, std::unique_ptr<Database> opened)
        : database(std::move(opened))
        , records(*database, desk.m_sealer)
        , outbox(*database, desk.m_sealer)
        , state(*database)
        , parts{*database, records, outbox, state, desk.m_clock, desk.m_ids}
        , workspace{*database, records, outbox, desk.m_clock, desk.m_ids, notifier}
        , transport(desk.m_server.connect())
        , client(*transport, state, desk.m_clock, desk.m_ids)
        , session(client, parts, desk.m_sealer, QStringLiteral("https://markaz.example"))
        , engine(parts, session, {[] { return 0.5; }, {}, QStringLiteral("fake")})
    {
    }
    std::unique_ptr<Database> database;
    RecordRepository records;
    OutboxRepository outbox;
    SyncStateRepository state;
    SyncParts parts;
    ChangeNotifier notifier;
    Workspace workspace;
    std::unique_ptr<Transport> transport;
    ServerClient client;
    Session session;
    SyncEngine engine;
};

Desk::Desk(FakeServer &server, FixedClock &clock, const QString &path)
    : m_server(server)
    , m_clock(clock)
    , m_path(path)
    , m_ids(clock, 5)
    , m_sealer(SecretKey::random())
{
}

Desk::~Desk() = default;

Result<void> Desk::open(Look look)
{
    auto opened = openCache(m_path, carriedGazetteer(), m_clock, look);
    if (!opened)
        return opened.error();
    if (opened->movedAside)
        return makeError(ErrorCode::StorageCorrupt, opened->movedAside->reason, QStringLiteral("moved aside"));
    m_open = std::make_unique<Open>(*this, std::move(opened->database));
    return {};
}

void Desk::close()
{
    m_open.reset();
}

void Desk::waitForNobody()
{
    if (auto done = m_open->database->run(QStringLiteral("PRAGMA busy_timeout = 0")); !done)
        qFatal("%s", qPrintable(done.error().detail));
}

Result<Actor> Desk::signIn(const QString &name)
{
    std::optional<Result<Actor>> answer;
    m_open->session.signIn(name, name + QStringLiteral("-password"), QStringLiteral("test"),
                           [&answer](const Result<Actor> &result) { answer.emplace(result); });
    m_server.pump();
    if (!answer)
        return makeError(ErrorCode::Internal, QStringLiteral("no answer to the sign-in"));
    if (*answer) {
        m_actor = answer->value();
        m_open->engine.noteSession(true);
    }
    return *answer;
}

Result<QString> Desk::create(Entity entity, const QJsonObject &fields)
{
    ChangeSet changes(m_open->workspace, m_actor);
    auto record = changes.create(entity, fields);
    if (!record)
        return record.error();
    if (auto saved = changes.commit(); !saved)
        return saved.error();
    m_told.append({entity, record->id, QStringLiteral("name"), fields.value(QStringLiteral("name"))});
    m_tried.append({m_told.last(), true});
    return record->id;
}

Result<void> Desk::edit(Entity entity, const QString &id, const QString &path, const QJsonValue &value)
{
    auto before = m_open->records.require(entity, id);
    if (!before)
        return before.error();
    QJsonObject after = before->fields;
    setValueAt(after, path, value);
    ChangeSet changes(m_open->workspace, m_actor);
    if (auto staged = changes.update(*before, after); !staged)
        return staged.error();
    const Told edited{entity, id, path, value};
    m_tried.append({edited, false});
    if (auto saved = changes.commit(); !saved)
        return saved.error();
    m_tried.last().second = true;
    m_told.append(edited);
    return {};
}

QList<QJsonValue> Desk::mayStand(const QString &id, const QString &path) const
{
    QList<QJsonValue> values;
    for (const auto &[edited, told] : m_tried) {
        if (edited.id != id || edited.path != path)
            continue;
        if (told)
            values.clear();
        values.append(edited.value);
    }
    return values;
}

SyncSnapshot::Trouble Desk::sync()
{
    m_open->engine.run();
    m_server.pump();
    m_open->engine.abandon();
    return m_open->engine.snapshot().trouble;
}

std::optional<Record> Desk::find(Entity entity, const QString &id)
{
    auto found = m_open->records.find(entity, id);
    return found ? *found : std::nullopt;
}

QList<OutboxRow> Desk::rows()
{
    auto rows = m_open->outbox.list(std::nullopt, 100'000);
    return rows ? *rows : QList<OutboxRow>();
}

Database &Desk::database()
{
    return *m_open->database;
}

} // namespace markaz::test
