// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/servercore.h"
#include "core/domain/actor.h"
#include "core/sync/transport.h"

#include <map>

namespace markaz::test {

/// Each account's password is its name with "-password" behind it.
struct RealAccount
{
    QString name;
    Role role = Role::Officer;
};

/// The product's own server behind a line that can be made to fail: requests go to its router and its SQLite store,
/// packed and unpacked as its HTTP front does. No sockets, no threads.
class RealBackend
{
public:
    /// In \p folder, which holds a store already or gets a copy of one in which two officers and an inspector have
    /// accounts (kOne, kTwo, kInspector), in both provinces of sampleActor().
    RealBackend(const Clock &clock, const QString &folder);

    HttpResponse answer(const HttpRequest &request);
    /// The store's connection of this thread, without waiting for the disk: a commit is none that survives a power cut.
    Database &database();
    server::ServerCore &core() { return *m_core; }
    server::StoreLocation location() const { return {m_folder, {}}; }
    /// As a new process: every connection is closed and opened again.
    Result<void> restart();

private:
    const Clock &m_clock;
    QString m_folder;
    std::unique_ptr<server::ServerCore> m_core;
};

inline const QString kInspector = QStringLiteral("sample.inspector");

/// Copies a prepared data folder to \p folder; made once a process.
void copyPreparedStore(const QString &folder);

} // namespace markaz::test
