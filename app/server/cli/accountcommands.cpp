// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/accountcommands.h"

#include "app/server/cli/administration.h"
#include "core/support/programmeday.h"

namespace markaz::server {
namespace {

QString dayOf(const QString &instant)
{
    return instant.isEmpty() ? QStringLiteral("never") : programmeDay(instant).toString(Qt::ISODate);
}

/// What keeps the account from a new laptop.
QString wayIn(const protocol::AccountEntry &account)
{
    if (!account.codeExpiresAt.isEmpty())
        return QStringLiteral("code until %1").arg(dayOf(account.codeExpiresAt));
    if (!account.hasPassword)
        return QStringLiteral("needs a code");
    return account.enrolment == protocol::Enrolment::Open ? QStringLiteral("password") : QStringLiteral("by code");
}

/// Why an account may not have these names; nothing when it may.
std::optional<QString> wrongNames(const protocol::AccountRequest &account)
{
    if (!isAccountName(account.name))
        return QStringLiteral("--name takes 3 to 60 small letters, digits, dots, hyphens and underscores, the first a "
                              "letter or digit, such as a.khan; \"%1\" is no such name. Nothing was changed.")
            .arg(account.name);
    const QString shown = account.displayName.trimmed().isEmpty() ? account.name : account.displayName.trimmed();
    const Actor actor{{}, account.name, shown, account.role, account.provinces};
    if (const auto checked = specOf(Entity::Account).check(accountFields(actor, true)); !checked)
        return QStringLiteral(
                   "--display-name takes 1 to 120 characters, and \"%1\" is not that (%2). Nothing was changed.")
            .arg(shown.left(60) + (shown.size() > 60 ? QStringLiteral("...") : QString()), checked.error().detail);
    return std::nullopt;
}

} // namespace

QString AccountAddCommand::examples() const
{
    return QStringLiteral(
               "  markaz-server account add --data /var/lib/markaz --name a.khan --display-name \"A. Khan\" \\\n"
               "      --role inspector --provinces PK-PB,PK-IS --server https://markaz.example --qr\n"
               "  printf '%s\\n' \"$PASSWORD\" | markaz-server account add --data /var/lib/markaz --name a.khan \\\n"
               "      --role inspector --provinces PK-PB,PK-IS --password-stdin\n\n"
               "Without --password-stdin it prints a one-time code: with it the account chooses its password on its\n"
               "first laptop, and no other laptop opens without a code of its own. With --password-stdin the password\n"
               "is enough on every laptop.\n"
               "Roles: inspector, officer, administrator, auditor. Provinces: ISO 3166-2 codes with commas between, or "
               "all.\n"
               "A password has at least %1 characters, %2 of them different.")
        .arg(kPasswordMinCharacters)
        .arg(kPasswordMinDifferent);
}

void AccountAddCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addOptions({{QStringLiteral("name"),
                        QStringLiteral("Name to sign in with: small letters, digits, dot, hyphen, underscore."),
                        QStringLiteral("NAME")},
                       {QStringLiteral("display-name"), QStringLiteral("Name that is shown. Default: the name."),
                        QStringLiteral("NAME")},
                       {QStringLiteral("role"), QStringLiteral("inspector, officer, administrator or auditor."),
                        QStringLiteral("ROLE")},
                       {QStringLiteral("provinces"), QStringLiteral("Its scope, such as PK-PB,PK-SD; or all."),
                        QStringLiteral("CODES")},
                       {QStringLiteral("password-stdin"),
                        QStringLiteral("Reads the password from the first line of standard input.")}});
    declareCode(parser);
}

int AccountAddCommand::run(const QCommandLineParser &parser)
{
    for (const char *needed : {"name", "role", "provinces"}) {
        if (parser.value(QLatin1String(needed)).isEmpty())
            return fail(QStringLiteral("--%1 is missing. \"markaz-server account add --help\" shows an example.")
                            .arg(QLatin1String(needed)),
                        kWrongUsage);
    }
    const auto role = roleOf(parser.value(QStringLiteral("role")));
    const auto provinces = role ? provincesOf(parser.value(QStringLiteral("provinces"))) : std::nullopt;
    const auto server = provinces ? serverOf(parser) : std::nullopt;
    if (!server)
        return kWrongUsage;
    const protocol::AccountRequest account{parser.value(QStringLiteral("name")),
                                           parser.value(QStringLiteral("display-name")), *role, *provinces};
    if (const auto wrong = wrongNames(account)) // before a store is made for it
        return fail(*wrong, kWrongUsage);
    QString hash;
    if (parser.isSet(QStringLiteral("password-stdin"))) {
        const auto given = hashFromStdin();
        if (!given)
            return kFailed;
        hash = *given;
    }
    int code = kDone;
    const auto administration = Administration::open(parser, code, StoreUse::MayBegin);
    if (!administration)
        return code;
    auto added = administration->accounts().add(account, hash);
    if (!added)
        return refused(added.error(), account.name);
    say(QStringLiteral("Added %1 (%2) for %3.")
            .arg(added->account.name, token(added->account.role), added->account.provinces.join(QStringLiteral(", "))));
    if (!hash.isEmpty())
        return kDone;
    auto made = administration->accounts().makeCode(added->account.accountId);
    if (!made)
        return refused(made.error(), account.name);
    sayCode(parser, *server, account.name, *made);
    return kDone;
}

QString AccountListCommand::examples() const
{
    return QStringLiteral("  markaz-server account list --data /var/lib/markaz");
}

void AccountListCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
}

int AccountListCommand::run(const QCommandLineParser &parser)
{
    int code = kDone;
    const auto administration = Administration::open(parser, code);
    if (!administration)
        return code;
    auto list = administration->accounts().list();
    if (!list)
        return fail(sentenceOf(list.error()));
    for (const protocol::AccountEntry &entry : std::as_const(list->accounts)) {
        say(QStringLiteral("%1 %2 %3 %4 %5 %6 %7")
                .arg(entry.account.name, -24)
                .arg(token(entry.account.role), -14)
                .arg(entry.active ? QStringLiteral("active") : QStringLiteral("closed"), -7)
                .arg(dayOf(entry.lastContact), -11)
                .arg(wayIn(entry), -22)
                .arg(entry.account.provinces.join(QLatin1Char(',')), -14)
                .arg(entry.account.displayName));
    }
    return kDone;
}

} // namespace markaz::server
