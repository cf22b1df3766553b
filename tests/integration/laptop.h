// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/columnsealer.h"
#include "core/standard/standard.h"
#include "core/storage/cache.h"
#include "core/storage/inspectionrepository.h"
#include "core/storage/syncstaterepository.h"
#include "core/sync/syncclient.h"
#include "core/workflow/buildings.h"
#include "core/workflow/evidence.h"
#include "core/workflow/inspections.h"
#include "core/workflow/reviews.h"

#include <QMap>

#include <functional>
#include <memory>

namespace markaz::test {

/// Runs the event loop until the callback that \p arm gets is called; the object is a context that is gone afterwards.
/// False when nobody called it in time.
bool await(const std::function<void(std::function<void()>, QObject *)> &arm);

/// What a desktop carries in itself: the standard, the gazetteer and the policy's figures.
struct Carried
{
    Standard standard; ///< as built in
    Gazetteer gazetteer;
    QJsonObject programme;
    StandardCatalogue standards{standard};
    static const Carried &get();
};

/// The desktop without its windows: the real cache file, use cases and sync worker on a profile folder, put together as
/// the program puts them together. Its day is 2026-11-23, the day of the sample answers.
///
/// Two may be open on two profiles at once; a profile that another process left behind (killed or not) opens again.
class Laptop
{
public:
    Laptop(const QString &profile, const QUrl &server, const ServerPins &pins = {});
    ~Laptop();
    Laptop(const Laptop &) = delete;
    Laptop &operator=(const Laptop &) = delete;

    /// Signs in and waits for the first run behind it.
    Result<Actor> signIn(const QString &name, const QString &password);
    /// One run, to its end; what the pill says then.
    SyncSnapshot sync();
    /// Runs until one is clean, because a server that came back may first be waited for; the last snapshot.
    SyncSnapshot syncUntilClean();
    /// As a person does who works without a network. Waits until sync knows.
    void workOffline(bool offline);
    /// Files go and come too, or wait as on a line that lets only records through.
    void withFiles(bool files);
    /// Asks for runs until \p done holds of what the pill says; the last snapshot.
    SyncSnapshot syncUntil(const std::function<bool(const SyncSnapshot &)> &done);
    /// Until nothing waits, neither change nor file, either way.
    SyncSnapshot syncWithFiles();
    /// Attaches the file at \p path as the page does.
    Result<Evidence> attach(const QString &inspectionId, const QString &item, const QString &path);
    EvidenceCount filesOf(const QString &inspectionId) const;
    /// The same profile with another server's address.
    void moveTo(const QUrl &server);

    const Actor &me() const { return m_me; }
    Workspace &workspace() { return m_workspace; }
    SyncClient &client() { return *m_client; }
    OutboxCounts owed() const;

    /// A building with an owner, as tests/support/perfectanswers describes it, in the city of \p prefix.
    Result<Building> registerBuilding(const char *prefix, const QString &name);
    Result<Inspection> begin(const QString &buildingId);
    /// Gives every answer of the perfect set, one by one; \p after is called behind each.
    Result<void> answerAll(const QString &inspectionId, const std::function<void(const QString &)> &after = {});
    Result<Inspection> submit(const QString &inspectionId);
    /// begin, answerAll, submit.
    Result<Inspection> inspect(const QString &buildingId);

    /// Rows of each kind of record that has any.
    QMap<QString, qint64> counts() const;
    /// The whole record as its owner sees it: fields and revision. Empty when it is not here.
    QJsonObject record(Entity entity, const QString &id) const;

private:
    void connectTo(const QUrl &server);
    QUrl m_server{};
    ServerPins m_pins{};
    bool m_files = false;
    bool awaitRun(const std::function<void()> &start);

    QString m_path;
    FixedClock m_clock;
    Uuid7Source m_ids;
    std::shared_ptr<const Sealer> m_sealer;
    std::unique_ptr<Database> m_database;
    RecordRepository m_records;
    OutboxRepository m_outbox;
    SyncStateRepository m_state;
    ChangeNotifier m_notifier;
    Workspace m_workspace;
    Actor m_me;
    std::unique_ptr<SyncClient> m_client;
};

} // namespace markaz::test
