// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/core/game.h"

#include "core/storage/cache.h"

#include <gtest/gtest.h>

namespace markaz::test {

Game::Game(quint64 seed, std::vector<Fault> faults, ServerDisk disk, Clocks clocks)
    : m_random(seed)
    , m_faults(std::move(faults))
    , m_clocks(clocks)
{
    m_server = std::make_unique<RealBackend>(m_world.clock, m_world.folder.path());
    const QString pragma = disk == ServerDisk::Quick ? QStringLiteral("PRAGMA synchronous = OFF")
                                                     : QStringLiteral("PRAGMA busy_timeout = 0");
    if (auto set = m_server->database().run(pragma); !set)
        qFatal("%s", qPrintable(set.error().detail));
    m_world.server.standBefore([this](const HttpRequest &request) { return m_server->answer(request); });
    m_world.server.draw = seed;
    const QStringList names{kOne, kTwo, kInspector, kInspector};
    static constexpr std::array kPlayers{2, 2, 2, 3, 3, 4, 5};
    const int players = kPlayers.at(static_cast<size_t>(pick(kPlayers.size())));
    for (int i = 0; i < players; ++i) {
        const QString file = m_world.file(QString::number(i));
        auto clock = std::make_unique<FixedClock>(m_world.clock.now());
        if (m_clocks == Clocks::Apart)
            clock->advance(distance());
        auto own = std::make_unique<Laptop>(m_world.server, *clock, file, seed * 10 + static_cast<quint64>(i));
        m_players.push_back(
            std::make_unique<Player>(Player{names.at(pick(names.size())), std::move(clock), std::move(own)}));
        quicken(i);
        if (!laptop(i).signIn(m_players.back()->name))
            qFatal("no sign-in");
    }
    // Something that all of them have seen before they part.
    for (int i = 0; i < players; ++i) {
        for (int records = 0; records < 2; ++records)
            create(i);
        laptop(i).sync();
    }
    for (int i = 0; i < players; ++i)
        laptop(i).sync();
}

Laptop &Game::laptop(int i) const
{
    return *m_players.at(static_cast<size_t>(i))->laptop;
}

bool Game::isInspector(int i) const
{
    return m_players.at(static_cast<size_t>(i))->name == kInspector;
}

void Game::quicken(int i)
{
    // Whether a commit survives a power cut is tried elsewhere; here are hundreds of thousands of them.
    if (auto quick = laptop(i).parts().database.run(QStringLiteral("PRAGMA synchronous = OFF")); !quick)
        qFatal("%s", qPrintable(quick.error().detail));
}

void Game::restartServer()
{
    const auto again = m_server->restart();
    ASSERT_TRUE(again) << qPrintable(again.error().detail);
    EXPECT_TRUE(checkThoroughly(m_server->database()));
}

void Game::play(int steps)
{
    for (int i = 0; i < steps; ++i) {
        advance(pick(100'000));
        if (m_clocks == Clocks::Apart && pick(8) == 0)
            jump();
        step(pick(static_cast<qsizetype>(m_players.size())));
    }
}

void Game::advance(qint64 milliseconds)
{
    m_world.clock.advance(milliseconds);
    for (const auto &player : m_players)
        player->clock->advance(milliseconds);
}

/// Ten years, a year, a day, an hour or a second, to either side.
qint64 Game::distance()
{
    static constexpr std::array<qint64, 5> kSeconds{3650 * 86'400LL, 400 * 86'400LL, 86'400, 3'600, 1};
    return kSeconds.at(static_cast<size_t>(pick(kSeconds.size()))) * 1000 * (pick(2) == 0 ? 1 : -1);
}

/// Somebody's clock, or the server's, is set to another time.
void Game::jump()
{
    const int whose = pick(static_cast<qsizetype>(m_players.size()) + 1);
    if (whose == static_cast<int>(m_players.size()))
        return m_world.clock.advance(distance());
    harvest(whose); // what was acknowledged is let go of 90 days later
    m_players.at(static_cast<size_t>(whose))->clock->advance(distance());
}

void Game::harvest(int i)
{
    for (const OutboxRow &row : laptop(i).rows())
        m_changes.insert(row.change.opId, row.change);
}

void Game::step(int i)
{
    switch (pick(20)) {
    case 0:
        return create(i);
    case 1:
        return remove(i);
    case 2:
        return pick(3) == 0 ? submit(i) : edit(i);
    case 3:
        return decide(i);
    case 4:
    case 5:
        return m_world.server.fault(m_faults.at(static_cast<size_t>(pick(static_cast<qsizetype>(m_faults.size())))),
                                    1 + pick(2));
    case 6:
        return crash(i);
    case 7:
        return advance(20 * 60 * 1000); // the access tokens' time is over
    case 8:
    case 9:
    case 10:
    case 11:
        laptop(i).sync();
        return laptop(i).engine().abandon(); // nobody waits for ever for what hangs
    default:
        return edit(i);
    }
}

void Game::create(int i)
{
    Entity entity = pick(2) == 0 ? Entity::Owner : Entity::Building;
    const QString building = shared(Entity::Building, i);
    if (isInspector(i) && !building.isEmpty() && pick(2) == 0)
        entity = Entity::Inspection;
    QJsonObject fields;
    if (entity == Entity::Owner)
        fields = sampleOwner(word());
    else if (entity == Entity::Building)
        fields = sampleBuilding(++m_numbers - pick(2), pick(2) == 0 ? kLahore : kKarachi); // some codes come twice
    else
        fields = sampleInspection(building, laptop(i).actor.accountId);
    if (entity == Entity::Building && fields.value(QStringLiteral("code")).toString().endsWith(QLatin1String("0000")))
        fields = sampleBuilding(++m_numbers);
    m_shared.append({entity, laptop(i).create(entity, fields).id});
}

/// One of the records of \p entity that the laptop has; empty when there is none.
QString Game::shared(Entity entity, int i)
{
    QStringList ids;
    for (const auto &[kind, id] : std::as_const(m_shared)) {
        if (kind == entity && laptop(i).find(entity, id))
            ids.append(id);
    }
    return ids.isEmpty() ? QString() : ids.at(pick(ids.size()));
}

QMap<QString, QJsonValue> Game::newValues(Entity entity)
{
    const auto text = [this](const char *path) { return QMap<QString, QJsonValue>{{QLatin1String(path), word()}}; };
    switch (entity) {
    case Entity::Owner: {
        switch (pick(4)) {
        case 0:
            return {{QStringLiteral("phone"), QStringLiteral("+92300%1").arg(1'000'000 + pick(1000))}};
        case 1:
            return {{QStringLiteral("email"), QStringLiteral("%1@sample.example").arg(word())}};
        case 2:
            return text("postal_address");
        default:
            return text("name");
        }
    }
    case Entity::Building:
        switch (pick(5)) {
        case 0: // the group position, whole or in part
            return {{QStringLiteral("latitude_e6"), 31'000'000 + pick(1000)},
                    {QStringLiteral("longitude_e6"), 74'000'000 + pick(3)},
                    {QStringLiteral("accuracy_m"), pick(3)}};
        case 1: // the group address; another city may be another province
            return pick(3) > 0 ? text("address")
                               : QMap<QString, QJsonValue>{{QStringLiteral("city"), pick(2) == 0 ? kLahore : kKarachi}};
        case 2:
            return text("notes");
        case 3:
            return {{QStringLiteral("storeys"), 1 + pick(60)}, {QStringLiteral("planned_seats"), 1 + pick(100)}};
        default:
            return text("name");
        }
    default: {
        const QString item = QStringLiteral("C-%1").arg(pick(4));
        if (pick(4) == 0)
            return {{QStringLiteral("notes.") + item, word()}};
        if (pick(8) == 0) // an answer is taken back
            return {{QStringLiteral("answers.") + item, QJsonValue::Null}};
        return {{QStringLiteral("answers.") + item, QJsonObject{{QStringLiteral("value"), word()}}}};
    }
    }
}

void Game::edit(int i)
{
    if (m_shared.isEmpty())
        return;
    const auto [entity, id] = m_shared.at(pick(m_shared.size()));
    const auto record = laptop(i).find(entity, id);
    if (!record || (entity == Entity::Inspection &&
                    (!isInspector(i) || record->fields.value(QStringLiteral("state")) != QStringLiteral("draft"))))
        return;
    laptop(i).edit(entity, id, newValues(entity));
}

void Game::submit(int i)
{
    const QString id = isInspector(i) ? shared(Entity::Inspection, i) : QString();
    if (id.isEmpty() ||
        laptop(i).find(Entity::Inspection, id)->fields.value(QStringLiteral("state")) != QStringLiteral("draft"))
        return;
    laptop(i).edit(Entity::Inspection, id,
                   {{QStringLiteral("state"), QStringLiteral("submitted")},
                    {QStringLiteral("visit_outcome"), QStringLiteral("no_entry")},
                    {QStringLiteral("finished_at"), toIso(m_world.clock.now())}},
                   ChangeKind::Submit);
}

void Game::remove(int i)
{
    // Each role what it may remove; what others hang on is refused, and its author sees that.
    const Entity entity = isInspector(i) ? Entity::Inspection : pick(2) == 0 ? Entity::Owner : Entity::Building;
    const QString id = shared(entity, i);
    if (id.isEmpty())
        return;
    const QList<OutboxRow> rows = laptop(i).rows();
    const bool going = std::any_of(rows.begin(), rows.end(), [&id](const OutboxRow &row) {
        return row.change.id == id && row.change.kind == ChangeKind::Delete && row.state != OutboxState::Acknowledged;
    });
    if (!going && laptop(i).find(entity, id)->fields.value(QStringLiteral("state")) != QStringLiteral("submitted"))
        laptop(i).remove(entity, id);
}

void Game::decide(int i)
{
    const QStringList open = laptop(i).openConflicts();
    if (open.isEmpty())
        return;
    // It may be about a record that has gone meanwhile: then there is nothing to decide yet.
    const auto decided = laptop(i).tryToResolve(
        open.at(pick(open.size())), pick(2) == 0 ? ConflictChoice::Take::Server : ConflictChoice::Take::Client);
    if (!decided) {
        const ErrorCode code = decided.error().code;
        EXPECT_TRUE(code == ErrorCode::NotFound || code == ErrorCode::WrongState || code == ErrorCode::NotAllowed)
            << qPrintable(token(code)) << ' ' << qPrintable(decided.error().detail);
    }
}

/// The program dies with a request under way.
void Game::crash(int i)
{
    laptop(i).engine().run();
    for (int answers = pick(3); answers > 0; --answers)
        m_world.server.pumpOne();
    laptop(i).crash();
    m_world.server.pump();
    laptop(i).open();
    quicken(i);
}

void Game::signInWhereNeeded(int i)
{
    if (laptop(i).snapshot().trouble != SyncSnapshot::Trouble::SignInNeeded)
        return;
    EXPECT_TRUE(laptop(i).signIn(m_players.at(static_cast<size_t>(i))->name));
}

/// What the server would not take is decided by its author: a change that was too large for the fault goes again,
/// everything else is given up.
void Game::clearDead(int i)
{
    for (int rounds = 0; rounds < 1000; ++rounds) { // one may take others of its record with it
        const QList<OutboxRow> dead = laptop(i).rows(OutboxState::Dead);
        if (dead.isEmpty())
            return;
        const QString code = dead.first().code;
        // What others hang on, what was submitted meanwhile; never the time that a change took or says of itself.
        EXPECT_TRUE(code == protocol::code::kTooLarge || code == protocol::code::kWrongState)
            << qPrintable(code) << ' ' << qPrintable(dead.first().message);
        if (code == protocol::code::kTooLarge)
            laptop(i).sendAgain(dead.first().position);
        else
            laptop(i).giveUp(dead.first().position);
    }
    ADD_FAILURE() << "there is always another dead letter";
}

void Game::calm()
{
    m_world.server.clearFaults();
    m_world.server.letArrive();
    QVariantList before;
    for (int round = 0; round < 6; ++round) {
        for (int i = 0; i < static_cast<int>(m_players.size()); ++i) {
            signInWhereNeeded(i);
            clearDead(i);
            laptop(i).sync();
        }
        // Quiet: a whole round in which the server has taken nothing new.
        const auto now = m_server->database().row(
            QStringLiteral("SELECT (SELECT value FROM counter WHERE name = 'seq'), (SELECT count(*) FROM ledger)"));
        if (round > 0 && now.value().value() == before)
            return;
        before = now.value().value();
    }
}

} // namespace markaz::test
