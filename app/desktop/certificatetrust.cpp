// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/certificatetrust.h"

#include "app/desktop/profile.h"
#include "core/protocol/messages.h"
#include "core/storage/cache.h"
#include "core/sync/statenames.h"
#include "core/sync/trustdata.h"

#include <QFile>
#include <QFileInfo>

namespace markaz::desktop {
namespace {

Result<QJsonObject> jsonIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::NotFound, file.errorString(), path);
    auto json = protocol::parseBody(file.read(protocol::kMaxReply), protocol::kMaxReply);
    return json ? json : Result<QJsonObject>(makeError(json.error().code, json.error().detail, path));
}

} // namespace

Result<CertificateTrust> certificateTrust(SyncStateRepository &state)
{
    const TrustData data(state);
    auto keys = data.keys();
    auto list = data.revocations();
    const auto server = state.value(state::kServerTime);
    if (!keys || !list || !server)
        return !keys ? keys.error() : !list ? list.error() : server.error();
    CertificateTrust trust{*keys, *list, std::nullopt};
    if (const auto at = fromIso(*server))
        trust.server = *at;
    return trust;
}

Result<CertificateTrust> trustOfProfile(const QString &folder, const QString &named)
{
    auto profile = Profile::open(folder);
    if (!profile)
        return profile.error();
    const QString account = named.isEmpty() ? profile->settings().account : named;
    auto place = account.isEmpty() ? Result<QString>(makeError(ErrorCode::NotFound, QString(), folder))
                                   : profile->accountFolder(account);
    if (!place)
        return place.error();
    const QString path = cachePathIn(*place);
    if (!QFileInfo::exists(path)) // looking makes no cache
        return makeError(ErrorCode::NotFound, QStringLiteral("no records"), path);
    auto database = Database::openSqlite(path, Database::Check::None);
    if (!database)
        return database.error();
    SyncStateRepository state(**database);
    return certificateTrust(state);
}

Result<CertificateTrust> trustOfFiles(const QString &keysFile, const QString &listFile)
{
    CertificateTrust trust;
    const auto json = jsonIn(keysFile);
    if (!json)
        return json.error();
    auto keys = IssuerKeys::fromJson(*json);
    if (auto holds = keys ? verifyIssuerKeys(*keys) : Result<void>(keys.error()); !holds)
        return makeError(holds.error().code, holds.error().detail, keysFile);
    trust.keys = *keys;
    if (listFile.isEmpty())
        return trust;
    const auto text = jsonIn(listFile);
    if (!text)
        return text.error();
    auto list = RevocationList::fromJson(*text);
    if (auto holds = list ? verifyRevocations(*list, *keys) : Result<void>(list.error()); !holds)
        return makeError(holds.error().code, holds.error().detail, listFile);
    trust.list = *list;
    return trust;
}

} // namespace markaz::desktop
