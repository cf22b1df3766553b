// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/devicecommands.h"

#include "app/server/cli/administration.h"
#include "app/server/store/issuer.h"
#include "core/domain/recordspec.h"

namespace markaz::server {
namespace {

QString minuteOf(const QString &instant)
{
    return instant.left(16).replace(QLatin1Char('T'), QLatin1Char(' ')) + QStringLiteral(" UTC");
}

} // namespace

QString DeviceListCommand::examples() const
{
    return QStringLiteral("  markaz-server device list --data /var/lib/markaz\n"
                          "  markaz-server device list --data /var/lib/markaz --name a.khan\n\n"
                          "State: active; revoked, when it has not said yet that it obeyed; wiped, when it has.");
}

void DeviceListCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    declareName(parser);
}

int DeviceListCommand::run(const QCommandLineParser &parser)
{
    int code = kDone;
    const auto administration = Administration::open(parser, code);
    if (!administration)
        return code;
    QString only;
    if (parser.isSet(QStringLiteral("name"))) {
        const auto account = administration->named(parser, code);
        if (!account)
            return code;
        only = account->actor.accountId;
    }
    auto accounts = Accounts(administration->database()).all();
    if (!accounts)
        return fail(sentenceOf(accounts.error()));
    QHash<QString, QString> names;
    for (const StoredAccount &account : std::as_const(*accounts))
        names.insert(account.actor.accountId, account.actor.name);
    auto list = administration->devices().list(Manager::server(), only);
    if (!list)
        return fail(sentenceOf(list.error()));
    for (const protocol::DeviceEntry &device : std::as_const(list->devices)) {
        say(QStringLiteral("%1 %2 %3 %4 %5")
                .arg(device.id)
                .arg(names.value(device.account), -24)
                .arg(token(device.state), -8)
                .arg(device.lastContact.left(16).replace(QLatin1Char('T'), QLatin1Char(' ')))
                .arg(device.name));
    }
    if (list->devices.isEmpty())
        say(QStringLiteral("No laptop was ever signed in."));
    return kDone;
}

QString DeviceRevokeCommand::examples() const
{
    return QStringLiteral(
        "  markaz-server device revoke --data /var/lib/markaz --name a.khan \\\n"
        "      --device 01900000-0000-7000-8000-00000000d001\n\n"
        "At its next contact the laptop hands in what was entered on it, into quarantine, and destroys the key of its\n"
        "data. There is no way back; the same laptop can be set up anew with a one-time code.");
}

void DeviceRevokeCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    declareName(parser);
    parser.addOption({QStringLiteral("device"), QStringLiteral("The laptop's id, as \"device list\" shows it."),
                      QStringLiteral("ID")});
}

int DeviceRevokeCommand::run(const QCommandLineParser &parser)
{
    const QString device = parser.value(QStringLiteral("device"));
    if (!device.isEmpty() && !isRecordId(device))
        return fail(QStringLiteral("\"%1\" is no laptop's id: one looks like 01900000-0000-7000-8000-00000000d001. "
                                   "\"markaz-server device list\" shows them. Nothing was changed.")
                        .arg(device),
                    kWrongUsage);
    if (parser.value(QStringLiteral("name")).isEmpty() || device.isEmpty())
        return fail(QStringLiteral("Say whose laptop and which: --name NAME --device ID. \"markaz-server device list\" "
                                   "shows them."),
                    kWrongUsage);
    return Administration::with(parser, [&](Administration &administration, const StoredAccount &account) {
        auto key =
            loadOrCreateIssuer(administration.database(), administration.location().dataFolder, administration.clock());
        if (!key)
            return fail(sentenceOf(key.error()));
        auto revoked = administration.devices().revoke(Manager::server(), device, account.actor.accountId, *key);
        if (!revoked) {
            if (revoked.error().code == ErrorCode::NotFound)
                return fail(
                    QStringLiteral("%1 was never signed in on this laptop. Nothing was changed. \"markaz-server "
                                   "device list --name %1\" shows those it was.")
                        .arg(account.actor.name));
            return fail(sentenceOf(revoked.error()));
        }
        const QString before = minuteOf(revoked->device.revokedAt);
        if (revoked->device.state == protocol::DeviceState::Wiped)
            say(QStringLiteral("%1 was revoked already (%2) and has given up its data. Nothing was changed.")
                    .arg(device, before));
        else if (revoked->already && revoked->device.lastContact > revoked->device.revokedAt)
            say(QStringLiteral("%1 was revoked already (%2). It was heard of since, last %3, and has not said yet that "
                               "it gave up the data of %4. Nothing was changed.")
                    .arg(device, before, minuteOf(revoked->device.lastContact), account.actor.name));
        else if (revoked->already)
            say(QStringLiteral("%1 was revoked already (%2). It has not been heard of since: it gives up the data of "
                               "%3 at its next contact. Nothing was changed.")
                    .arg(device, before, account.actor.name));
        else
            say(QStringLiteral("Revoked %1. It gives up the data of %2 at its next contact.")
                    .arg(device, account.actor.name));
        return kDone;
    });
}

} // namespace markaz::server
