// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/columnsealer.h"
#include "core/sync/fileengine.h"
#include "core/sync/syncengine.h"
#include "core/workflow/conflicts.h"
#include "tests/support/sync/fakeserver.h"

#include <QTemporaryDir>

namespace markaz::test {

inline const QString kOne = QStringLiteral("sample.one"); ///< the two accounts of every World
inline const QString kTwo = QStringLiteral("sample.two");
inline constexpr int kLahore = 1172451;  ///< in PK-PB
inline constexpr int kKarachi = 1174872; ///< in PK-SD

/// A sample account of the fake server; the password is the name with "-password" behind it.
Actor sampleActor(const QString &name,
                  const QStringList &provinces = {QStringLiteral("PK-PB"), QStringLiteral("PK-SD")});
void addSampleAccount(FakeServer &server, const Actor &actor);
QJsonObject sampleOwner(const QString &name, const QString &province = QStringLiteral("PK-PB"));
QJsonObject sampleBuilding(int number, int city = kLahore);
QJsonObject sampleInspection(const QString &building, const QString &inspector);
/// \p size bytes that look like nothing, the same for the same \p seed.
QByteArray sampleBytes(qint64 size, int seed = 1);
QString sha256Of(const QByteArray &bytes);

/// One laptop: a real cache file and the real engine, over a transport to the fake server. crash() drops everything but
/// the file, at whatever point it stands; open() comes back as a new process would.
class Laptop
{
public:
    Laptop(FakeServer &server, FixedClock &clock, const QString &path, quint64 seed = 1);
    ~Laptop();

    void open();
    void crash();
    /// Drives the server until the answer is there.
    Result<Actor> signIn(const QString &name, const QString &password = {});
    Result<Actor> enrol(const QString &name, const QString &code, const QString &password);
    /// A run, with the server answering until the engine rests or an answer hangs.
    void sync();
    /// A run of the files, with the server answering until they rest or an answer hangs.
    void syncFiles();
    /// A building and a draft inspection of it; its id.
    QString inspection(int number = 1);
    /// As the use case does: content in the store, then record, outbox row and queue row in one transaction.
    Record attach(const QString &inspectionId, const QByteArray &bytes, const QString &item = {});

    /// As the use cases do: record and outbox row in one transaction.
    Record create(Entity entity, const QJsonObject &fields);
    void edit(Entity entity, const QString &id, const QString &path, const QJsonValue &value);
    void edit(Entity entity, const QString &id, const QMap<QString, QJsonValue> &values,
              ChangeKind kind = ChangeKind::Patch);
    void remove(Entity entity, const QString &id);
    /// As the sync page does: a dead letter is mended and sent again or given up, a conflict is decided.
    void sendAgain(qint64 position, const QMap<QString, QJsonValue> &mended = {});
    void giveUp(qint64 position);
    /// Every field of the conflict from one side.
    void resolve(const QString &conflictId, ConflictChoice::Take take);
    Result<void> tryToResolve(const QString &conflictId, ConflictChoice::Take take);
    QStringList openConflicts(); ///< those that the actor may decide

    std::optional<Record> find(Entity entity, const QString &id);
    QString text(Entity entity, const QString &id, const QString &path);
    OutboxCounts counts();
    QList<OutboxRow> rows(std::optional<OutboxState> state = {});
    QString state(const QString &name);
    /// Every record with a revision, "entity|id|rev|fields", sorted.
    QStringList everything();

    const std::shared_ptr<const Sealer> &sealer() const { return m_sealer; }
    SyncEngine &engine();
    FileEngine &files();
    FileParts &fileParts();
    const FileFigures &figures() { return files().figures(); }
    QList<FileJob> jobs();
    Session &session();
    SyncParts &parts();
    const SyncSnapshot &snapshot() { return engine().snapshot(); }

    QString address = QStringLiteral("https://markaz.example"); ///< of the server, from the next open() on
    double jitter = 0.5;
    bool networkThere = true;
    QList<qint64> delays;     ///< wantsRunIn, in order
    qint64 atLeast = 0;       ///< of the last
    QList<bool> runs;         ///< runFinished
    QList<qint64> fileDelays; ///< the files' wantsRunIn, in order
    qint64 fileAtLeast = 0;   ///< of the last
    QStringList sentFiles;
    QStringList cameFiles;
    Actor actor;

private:
    struct Machine;
    Result<Actor> begun(const std::function<void(const Session::SignedIn &)> &how);
    FakeServer &m_server;
    FixedClock &m_clock;
    QString m_path;
    SeededIdSource m_ids;
    std::shared_ptr<const Sealer> m_sealer;
    std::unique_ptr<Machine> m_machine;
};

/// A server, its clock and a folder for the laptops' files.
struct World
{
    World();
    /// A laptop's file in the world's folder.
    QString file(const QString &name = QStringLiteral("a")) const
    {
        return folder.filePath(name + QStringLiteral(".db"));
    }

    FixedClock clock;
    FakeServer server;
    QTemporaryDir folder;
};

/// Every record on the server, in the form of Laptop::everything().
QStringList everythingOn(const FakeServer &server);

} // namespace markaz::test
