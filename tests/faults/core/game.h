// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/core/realbackend.h"
#include "tests/support/sync/laptop.h"

#include <random>

namespace markaz::test {

/// Two to five laptops, some of them of one account, edit the same records offline, over a line that does what the row
/// is about, against the real server. When the faults stop and all is quiet, every laptop shows the server's records,
/// each change was applied once or is visible, and no value was overwritten that its writer had not seen.
///
/// Everything is drawn from the seed.
class Game
{
public:
    enum class ServerDisk { Quick, Real }; ///< Real: commits wait for the disk, as in the product
    enum class Clocks { One, Apart };      ///< Apart: each up to ten years off, and they jump
    Game(quint64 seed, std::vector<Fault> faults, ServerDisk disk = ServerDisk::Quick, Clocks clocks = Clocks::One);

    void play(int steps);
    /// The faults stop; everybody syncs, decides what was refused, and syncs again.
    void calm();
    void check();
    QString serverFile() const { return m_world.folder.filePath(QStringLiteral("markaz.sqlite")); }
    void restartServer();

private:
    struct Player
    {
        QString name;
        std::unique_ptr<FixedClock> clock;
        std::unique_ptr<Laptop> laptop;
    };
    int pick(qsizetype below) { return static_cast<int>(m_random() % static_cast<quint64>(below)); }
    Laptop &laptop(int i) const;
    bool isInspector(int i) const;
    void quicken(int i);
    void step(int i);
    void advance(qint64 milliseconds);
    void jump();
    qint64 distance();
    void harvest(int i);
    void create(int i);
    void edit(int i);
    void submit(int i);
    void remove(int i);
    void decide(int i);
    void crash(int i);
    QString shared(Entity entity, int i);
    QMap<QString, QJsonValue> newValues(Entity entity);
    QString word() { return QStringLiteral("w%1").arg(pick(1000)); }
    void clearDead(int i);
    void signInWhereNeeded(int i);

    void checkLaptop(int i, const QHash<QString, protocol::ChangeResult> &ledger);
    void checkVisible(const Change &change, const protocol::ChangeResult &result);
    QStringList truthFor(int i);
    QHash<QString, protocol::ChangeResult> ledger();
    void checkHistory(const QHash<QString, protocol::ChangeResult> &ledger);

    World m_world;
    std::unique_ptr<RealBackend> m_server;
    std::mt19937_64 m_random;
    std::vector<Fault> m_faults;
    Clocks m_clocks;
    std::vector<std::unique_ptr<Player>> m_players;
    QList<std::pair<Entity, QString>> m_shared;
    QHash<QString, Change> m_changes; ///< of all laptops, those too that a laptop has let go of
    int m_numbers = 0;
};

} // namespace markaz::test
