// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/accountcommands.h"

#include "app/server/store/accounts.h"
#include "app/server/store/reference.h"

#include <QFile>

namespace markaz::server {
namespace {

/// The first line of standard input, without its end.
QString passwordFromStdin()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    QByteArray line = input.readLine(kPasswordMaxBytes + 16);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

/// "PK-PB,PK-SD" or "all"; NotFound with the code that is none.
Result<QStringList> provincesOf(const QString &text, const Gazetteer &gazetteer)
{
    QStringList codes;
    if (text == QLatin1String("all")) {
        for (const Province &province : gazetteer.provinces())
            codes.append(province.code);
        return codes;
    }
    codes = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString &code : codes) {
        code = code.trimmed().toUpper();
        if (gazetteer.province(code) == nullptr)
            return makeError(ErrorCode::NotFound, code);
    }
    return codes;
}

} // namespace

QString AccountAddCommand::examples() const
{
    return QStringLiteral(
               "  printf '%s\\n' \"$PASSWORD\" | markaz-server account add --data /var/lib/markaz --name a.khan \\\n"
               "      --display-name \"A. Khan\" --role inspector --provinces PK-PB,PK-IS --password-stdin\n\n"
               "Roles: inspector, officer, administrator, auditor. Provinces: ISO 3166-2 codes with commas between, or "
               "all.\n"
               "A password has at least %1 characters.")
        .arg(kPasswordMinCharacters);
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
}

int AccountAddCommand::run(const QCommandLineParser &parser)
{
    for (const char *needed : {"name", "role", "provinces"}) {
        if (parser.value(QLatin1String(needed)).isEmpty())
            return fail(QStringLiteral("--%1 is missing. \"markaz-server account add --help\" shows an example.")
                            .arg(QLatin1String(needed)),
                        kWrongUsage);
    }
    if (!parser.isSet(QStringLiteral("password-stdin")))
        return fail(QStringLiteral("The password comes on standard input only: add --password-stdin."), kWrongUsage);
    auto role = parse<Role>(parser.value(QStringLiteral("role")));
    if (!role)
        return fail(QStringLiteral("There is no role \"%1\": inspector, officer, administrator or auditor.")
                        .arg(parser.value(QStringLiteral("role"))),
                    kWrongUsage);
    auto reference = Reference::load();
    if (!reference)
        return fail(sentenceOf(reference.error()));
    auto provinces = provincesOf(parser.value(QStringLiteral("provinces")), reference->gazetteer);
    if (!provinces) {
        QStringList known;
        for (const Province &province : reference->gazetteer.provinces())
            known.append(province.code);
        return fail(QStringLiteral("There is no province \"%1\": %2, or all.")
                        .arg(provinces.error().detail, known.join(QStringLiteral(", "))),
                    kWrongUsage);
    }
    const auto location = storeOf(parser);
    if (!location)
        return kWrongUsage;
    const QString password = passwordFromStdin();
    if (auto checked = checkPassword(password); !checked)
        return fail(
            QStringLiteral("The password must have at least %1 characters and at most %2 bytes. No account was added.")
                .arg(kPasswordMinCharacters)
                .arg(kPasswordMaxBytes));
    auto hash = hashPassword(password);
    if (!hash)
        return fail(sentenceOf(hash.error()));
    const SystemClock clock;
    Uuid7Source ids(clock);
    auto store = Store::prepare(*location, clock);
    if (!store)
        return fail(sentenceOf(store.error()));
    const NewAccount account{parser.value(QStringLiteral("name")), parser.value(QStringLiteral("display-name")), *role,
                             *provinces, *hash};
    auto added = Accounts((*store)->database()).add(account, clock, ids);
    if (!added) {
        if (added.error().code == ErrorCode::Exists)
            return fail(QStringLiteral("There is an account \"%1\" already. Nothing was changed.").arg(account.name));
        return fail(sentenceOf(added.error()));
    }
    say(QStringLiteral("Added %1 (%2) for %3.")
            .arg(added->name, token(added->role), added->provinces.join(QStringLiteral(", "))));
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
    const auto location = storeOf(parser);
    if (!location)
        return kWrongUsage;
    const SystemClock clock;
    auto store = Store::prepare(*location, clock);
    if (!store)
        return fail(sentenceOf(store.error()));
    auto accounts = Accounts((*store)->database()).all();
    if (!accounts)
        return fail(sentenceOf(accounts.error()));
    for (const StoredAccount &account : std::as_const(*accounts)) {
        say(QStringLiteral("%1 %2 %3 %4 %5")
                .arg(account.actor.name, -24)
                .arg(token(account.actor.role), -14)
                .arg(account.active ? QStringLiteral("active") : QStringLiteral("closed"), -7)
                .arg(account.actor.provinces.join(QLatin1Char(',')), -14)
                .arg(account.actor.displayName));
    }
    return kDone;
}

} // namespace markaz::server
