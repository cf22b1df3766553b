// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/accountactions.h"

#include "app/server/cli/administration.h"
#include "app/server/store/enrolmentcodes.h"

namespace markaz::server {
namespace {

/// --name was given; else the sentence was said.
bool isNamed(const QCommandLineParser &parser, const Command &command)
{
    if (!parser.value(QStringLiteral("name")).isEmpty())
        return true;
    fail(QStringLiteral("--name is missing. \"markaz-server %1 --help\" shows an example.").arg(command.name()));
    return false;
}

} // namespace

QString AccountCodeCommand::examples() const
{
    return QStringLiteral("  markaz-server account code --data /var/lib/markaz --name a.khan --server "
                          "https://markaz.example --qr\n\n"
                          "The code is good for %1 days and one laptop, where the account chooses a new password; its "
                          "other sessions\n"
                          "end then. An older code is void. From now on each new laptop of this account needs a code.")
        .arg(EnrolmentCodes::kDays);
}

void AccountCodeCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    declareName(parser);
    declareCode(parser);
}

int AccountCodeCommand::run(const QCommandLineParser &parser)
{
    const auto server = isNamed(parser, *this) ? serverOf(parser) : std::nullopt;
    if (!server)
        return kWrongUsage;
    return Administration::with(parser, [&](Administration &administration, const StoredAccount &account) {
        auto made = administration.accounts().makeCode(account.actor.accountId);
        if (!made)
            return refused(made.error(), account.actor.name);
        sayCode(parser, *server, account.actor.name, *made);
        return kDone;
    });
}

QString AccountStateCommand::examples() const
{
    return QStringLiteral("  markaz-server %1 --data /var/lib/markaz --name a.khan\n\n").arg(name()) +
           (m_open ? QStringLiteral("It signs in again as before; a one-time code that was void stays void.")
                   : QStringLiteral("Its sessions end and its one-time code is void. What it recorded stays. The last\n"
                                    "administrator who can sign in is not closed. To have a laptop give up its data:\n"
                                    "markaz-server device revoke."));
}

void AccountStateCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    declareName(parser);
}

int AccountStateCommand::run(const QCommandLineParser &parser)
{
    if (!isNamed(parser, *this))
        return kWrongUsage;
    return Administration::with(parser, [this](Administration &administration, const StoredAccount &account) {
        if (account.active == m_open) {
            say(m_open ? QStringLiteral("%1 is open already.").arg(account.actor.name)
                       : QStringLiteral("%1 is closed already.").arg(account.actor.name));
            return kDone;
        }
        protocol::AccountChange change;
        change.active = m_open;
        if (auto changed = administration.accounts().change(account.actor.accountId, change); !changed)
            return refused(changed.error(), account.actor.name);
        say(m_open ? QStringLiteral("Opened %1 again.").arg(account.actor.name)
                   : QStringLiteral("Closed %1. Its sessions have ended.").arg(account.actor.name));
        return kDone;
    });
}

QString AccountPasswordCommand::examples() const
{
    return QStringLiteral(
        "  printf '%s\\n' \"$PASSWORD\" | markaz-server account password --data /var/lib/markaz \\\n"
        "      --name a.khan --password-stdin\n\n"
        "All its sessions end. To let the account choose its password itself: markaz-server account code.");
}

void AccountPasswordCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    declareName(parser);
    parser.addOption({QStringLiteral("password-stdin"),
                      QStringLiteral("Reads the password from the first line of standard input.")});
}

int AccountPasswordCommand::run(const QCommandLineParser &parser)
{
    if (!isNamed(parser, *this))
        return kWrongUsage;
    if (!parser.isSet(QStringLiteral("password-stdin")))
        return fail(QStringLiteral("The password comes on standard input only: add --password-stdin."), kWrongUsage);
    const auto hash = hashFromStdin();
    if (!hash)
        return kFailed;
    return Administration::with(parser, [&](Administration &administration, const StoredAccount &account) {
        if (auto set = administration.accounts().setPassword(account.actor.accountId, *hash); !set)
            return refused(set.error(), account.actor.name);
        say(QStringLiteral("%1 has another password. Its sessions have ended.").arg(account.actor.name));
        return kDone;
    });
}

QString AccountScopeCommand::examples() const
{
    return QStringLiteral(
        "  markaz-server account scope --data /var/lib/markaz --name a.khan --provinces PK-PB,PK-SD\n"
        "  markaz-server account scope --data /var/lib/markaz --name a.khan --role officer\n\n"
        "It holds from the account's next request on; its laptops give up what they may not see any more.");
}

void AccountScopeCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    declareName(parser);
    parser.addOptions({{QStringLiteral("role"), QStringLiteral("inspector, officer, administrator or auditor."),
                        QStringLiteral("ROLE")},
                       {QStringLiteral("provinces"), QStringLiteral("Its scope, such as PK-PB,PK-SD; or all."),
                        QStringLiteral("CODES")}});
}

int AccountScopeCommand::run(const QCommandLineParser &parser)
{
    if (!isNamed(parser, *this))
        return kWrongUsage;
    protocol::AccountChange change;
    if (parser.isSet(QStringLiteral("role"))) {
        change.role = roleOf(parser.value(QStringLiteral("role")));
        if (!change.role)
            return kWrongUsage;
    }
    if (parser.isSet(QStringLiteral("provinces"))) {
        change.provinces = provincesOf(parser.value(QStringLiteral("provinces")));
        if (!change.provinces)
            return kWrongUsage;
    }
    if (!change.role && !change.provinces)
        return fail(QStringLiteral("Say what it is to be: --role, --provinces, or both."), kWrongUsage);
    return Administration::with(parser, [&](Administration &administration, const StoredAccount &account) {
        auto changed = administration.accounts().change(account.actor.accountId, change);
        if (!changed)
            return refused(changed.error(), account.actor.name);
        say(QStringLiteral("%1 is %2 for %3.")
                .arg(changed->account.name, token(changed->account.role),
                     changed->account.provinces.join(QStringLiteral(", "))));
        return kDone;
    });
}

} // namespace markaz::server
