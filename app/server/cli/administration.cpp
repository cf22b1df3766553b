// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/administration.h"

#include "app/server/cli/textqr.h"

#include <QFile>

namespace markaz::server {

std::unique_ptr<Administration> Administration::open(const QCommandLineParser &parser, int &code, StoreUse use)
{
    auto location = storeOf(parser, use);
    if (!location) {
        code = kWrongUsage;
        return nullptr;
    }
    auto reference = Reference::load();
    if (!reference) {
        code = fail(sentenceOf(reference.error()));
        return nullptr;
    }
    auto store = Store::prepare(*location, SystemClock());
    if (!store) {
        code = fail(sentenceOf(store.error()));
        return nullptr;
    }
    return std::unique_ptr<Administration>(
        new Administration(std::move(*location), std::move(*reference), std::move(*store)));
}

int Administration::with(const QCommandLineParser &parser,
                         const std::function<int(Administration &, const StoredAccount &)> &act)
{
    int code = kDone;
    const auto administration = open(parser, code);
    const auto account = administration ? administration->named(parser, code) : std::nullopt;
    return account ? act(*administration, *account) : code;
}

std::optional<StoredAccount> Administration::named(const QCommandLineParser &parser, int &code)
{
    const QString name = parser.value(QStringLiteral("name"));
    auto account = Accounts(database()).byName(name);
    if (!account) {
        code = fail(sentenceOf(account.error()));
        return std::nullopt;
    }
    if (!account->has_value())
        code = fail(QStringLiteral("There is no account \"%1\". \"markaz-server account list\" shows them. Nothing was "
                                   "changed.")
                        .arg(name));
    return *account;
}

void declareName(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("name"), QStringLiteral("The account's name."), QStringLiteral("NAME")});
}

void declareCode(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("server"),
                      QStringLiteral("Address at which laptops reach this server, for the QR code; such as "
                                     "https://markaz.example."),
                      QStringLiteral("URL")});
    parser.addOption(
        {QStringLiteral("qr"), QStringLiteral("Draws the QR code of address, name and code; needs --server.")});
}

std::optional<QString> serverOf(const QCommandLineParser &parser)
{
    const QString server = parser.value(QStringLiteral("server"));
    if (server.isEmpty()) {
        if (!parser.isSet(QStringLiteral("qr")))
            return QString();
        fail(QStringLiteral("--qr needs --server: the address at which laptops reach this server."));
        return std::nullopt;
    }
    const auto tried =
        protocol::writeEnrolment({server, QStringLiteral("name"), QStringLiteral("0000-0000-0000-0000-0000")});
    if (tried)
        return server;
    fail(QStringLiteral("--server takes an address that laptops take, such as https://markaz.example, and \"%1\" is "
                        "none: it is https, or http to this computer itself. Nothing was changed.")
             .arg(server));
    return std::nullopt;
}

void sayCode(const QCommandLineParser &parser, const QString &server, const QString &account,
             const protocol::CodeReply &code)
{
    say(QStringLiteral("One-time code of %1, good until %2 and for one laptop: it is shown this once only.")
            .arg(account,
                 code.expiresAt.left(16).replace(QLatin1Char('T'), QLatin1Char(' ')) + QStringLiteral(" UTC")));
    say(QStringLiteral("  %1").arg(code.code));
    if (server.isEmpty())
        return;
    auto text = protocol::writeEnrolment({server, account, code.code});
    if (!text) {
        fail(sentenceOf(text.error()));
        return;
    }
    say(QStringLiteral("  %1").arg(*text));
    if (parser.isSet(QStringLiteral("qr")))
        say(textQr(*text));
}

std::optional<QStringList> provincesOf(const QString &text)
{
    auto reference = Reference::load();
    if (!reference) {
        fail(sentenceOf(reference.error()));
        return std::nullopt;
    }
    QStringList known;
    for (const Province &province : reference->gazetteer.provinces())
        known.append(province.code);
    if (text == QLatin1String("all"))
        return known;
    QStringList codes = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString &code : codes) {
        code = code.trimmed().toUpper();
        if (!known.contains(code)) {
            fail(
                QStringLiteral("There is no province \"%1\": %2, or all.").arg(code, known.join(QStringLiteral(", "))));
            return std::nullopt;
        }
    }
    return codes;
}

std::optional<Role> roleOf(const QString &text)
{
    auto role = parse<Role>(text);
    if (role)
        return *role;
    fail(QStringLiteral("There is no role \"%1\": inspector, officer, administrator or auditor.").arg(text));
    return std::nullopt;
}

std::optional<QString> hashFromStdin()
{
    QFile input;
    QByteArray line;
    if (input.open(stdin, QIODevice::ReadOnly))
        line = input.readLine(kPasswordMaxBytes + 16);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    const QString password = QString::fromUtf8(line);
    if (auto checked = checkPassword(password); !checked) {
        fail(
            QStringLiteral("The password must have at least %1 characters, %2 of them different, and at most %3 bytes. "
                           "Nothing was changed.")
                .arg(kPasswordMinCharacters)
                .arg(kPasswordMinDifferent)
                .arg(kPasswordMaxBytes));
        return std::nullopt;
    }
    auto hash = hashPassword(password);
    if (!hash) {
        fail(sentenceOf(hash.error()));
        return std::nullopt;
    }
    return *hash;
}

int refused(const Error &error, const QString &account)
{
    if (error.code == ErrorCode::Exists)
        return fail(QStringLiteral("There is an account \"%1\" already. Nothing was changed.").arg(account));
    if (error.code == ErrorCode::WrongState && error.where == QLatin1String("last"))
        return fail(QStringLiteral("%1 is the last administrator who can sign in. Nothing was changed. Add another one "
                                   "first, and let them sign in once.")
                        .arg(account));
    if (error.code == ErrorCode::WrongState)
        return fail(
            QStringLiteral("The account %1 is closed. Nothing was changed. Open it first: markaz-server account "
                           "open --name %1")
                .arg(account));
    return fail(sentenceOf(error));
}

} // namespace markaz::server
