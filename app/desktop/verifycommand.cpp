// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/verifycommand.h"

#include "app/desktop/profile.h"
#include "core/protocol/messages.h"
#include "core/storage/cache.h"
#include "core/support/programmeday.h"
#include "core/sync/statenames.h"
#include "core/sync/trustdata.h"
#include "ui/widgets/codes/codepicture.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextStream>

namespace markaz::desktop {
namespace {

struct VerifyCommand
{
    Q_DECLARE_TR_FUNCTIONS(VerifyCommand)
};

const QByteArray kPrefix = QByteArrayLiteral("MKZ1:");
constexpr qint64 kMostText = 64 * 1024; ///< more than any code has
constexpr qint64 kMostKeys = 256 * 1024;

int ends(VerifyExit how, const QString &sentence)
{
    QTextStream(stderr) << sentence << '\n';
    return static_cast<int>(how);
}

int wrongUse(const QString &sentence)
{
    return ends(VerifyExit::Usage, sentence + QStringLiteral("\nSee markaz verify --help."));
}

QString about()
{
    return VerifyCommand::tr(
        "Says of a certificate's code whether it is genuine and holds, without a network: by the keys and the list of "
        "revoked certificates that the last sync brought. It asks for no passphrase.\n\n"
        "CODE is the text of the QR code, “MKZ1:...”. FILE holds that text, or is a picture of the QR code. "
        "“-” reads standard input.\n\n"
        "Standard output: the first line is the verdict, the others are what the certificate states, each a name and "
        "its value; the last says as of when the list of revoked certificates is.\n\n"
        "Exit status:\n"
        "  0  valid: genuine, in its time, and nothing is known against it\n"
        "  1  nothing could be said: no keys are known here, or the file cannot be read\n"
        "  2  wrong options\n"
        "  3  suspended\n"
        "  4  revoked\n"
        "  5  expired, or its first day is still to come\n"
        "  6  unknown: it is signed with a key that nobody here knows\n"
        "  7  tampered: altered, not readable as a code, or signed with a key that was revoked\n"
        "  8  superseded: another certificate has its place\n"
        "  9  sample: made from sample data, no certificate\n\n"
        "Examples:\n"
        "  markaz verify certificate.jpg\n"
        "  markaz verify \"MKZ1:NCFOXN...\"\n"
        "  markaz verify --keys keys.json --revocations revocations.json code.txt");
}

/// The code in what the argument names; nothing, and \p code is what the command ends with, when there is none.
std::optional<QString> codeIn(const QString &argument, int &code)
{
    if (argument.startsWith(QLatin1String(kPrefix)))
        return argument.trimmed();
    QFile file;
    const bool input = argument == QLatin1String("-");
    file.setFileName(argument);
    if (!(input ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly))) {
        code = ends(VerifyExit::Failed, VerifyCommand::tr("%1 cannot be read: %2").arg(argument, file.errorString()));
        return std::nullopt;
    }
    const QByteArray head = input ? file.read(kMostText) : file.peek(kMostText);
    if (head.trimmed().startsWith(kPrefix))
        return QString::fromLatin1(head.trimmed());
    const auto read = input ? Result<QString>(makeError(ErrorCode::NotFound, QString(), QStringLiteral("code.type")))
                            : ui::codeInPicture(file);
    if (read)
        return *read;
    code = ends(VerifyExit::Tampered,
                VerifyCommand::tr("%1 holds no code of a certificate (%2).").arg(argument, read.error().where));
    return std::nullopt;
}

struct Trust
{
    std::optional<IssuerKeys> keys;
    std::optional<RevocationList> list;
    std::optional<QDateTime> server; ///< its time at the last contact
};

Result<QJsonObject> jsonIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::NotFound, file.errorString(), path);
    auto json = protocol::parseBody(file.read(protocol::kMaxReply), protocol::kMaxReply);
    return json ? json : Result<QJsonObject>(makeError(json.error().code, json.error().detail, path));
}

/// As GET /public/keys and GET /public/revocations gave them.
Result<Trust> trustOfFiles(const QString &keysFile, const QString &listFile)
{
    Trust trust;
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

/// What the profile's account learnt at its last sync; nothing of it is sealed.
Result<Trust> trustOfProfile(const QString &folder, const QString &named)
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
    const TrustData data(state);
    auto keys = data.keys();
    auto list = data.revocations();
    const auto server = state.value(state::kServerTime);
    if (!keys || !list || !server)
        return !keys ? keys.error() : !list ? list.error() : server.error();
    Trust trust{*keys, *list, std::nullopt};
    if (const auto at = fromIso(*server))
        trust.server = *at;
    return trust;
}

QString minuteOf(const QString &instant)
{
    return instant.left(16).replace(QLatin1Char('T'), QLatin1Char(' ')) + QStringLiteral(" UTC");
}

/// Names and values for scripts: English in every language, like the verdicts.
QStringList linesOf(const CheckedCode &checked)
{
    QStringList lines{token(checked.verdict)};
    if (checked.claims) {
        const CertificateClaims &says = checked.claims->claims;
        lines += {QStringLiteral("number ") + says.number,
                  QStringLiteral("building %1 %2").arg(says.buildingCode, says.buildingName.simplified()),
                  QStringLiteral("place ") + says.buildingPlace.simplified(),
                  QStringLiteral("grade ") + says.grade,
                  QStringLiteral("seats %1").arg(says.seats),
                  QStringLiteral("valid_from ") + says.validFrom.toString(Qt::ISODate),
                  QStringLiteral("valid_until ") + says.validUntil.toString(Qt::ISODate),
                  QStringLiteral("key ") + checked.claims->keyId};
    }
    if (checked.since)
        lines.append(QStringLiteral("since ") + checked.since->toString(Qt::ISODate));
    lines.append(checked.asOf.isEmpty() ? QStringLiteral("revocation data none")
                                        : QStringLiteral("revocation data as of ") + minuteOf(checked.asOf));
    return lines;
}

} // namespace

VerifyExit exitOf(CodeVerdict verdict)
{
    switch (verdict) {
    case CodeVerdict::Valid:
        return VerifyExit::Valid;
    case CodeVerdict::Suspended:
        return VerifyExit::Suspended;
    case CodeVerdict::Revoked:
        return VerifyExit::Revoked;
    case CodeVerdict::Expired:
    case CodeVerdict::NotBegun:
        return VerifyExit::Expired;
    case CodeVerdict::Unknown:
        return VerifyExit::Unknown;
    case CodeVerdict::Superseded:
        return VerifyExit::Superseded;
    case CodeVerdict::Sample:
        return VerifyExit::Sample;
    case CodeVerdict::Tampered:
    case CodeVerdict::KeyRevoked:
        break;
    }
    return VerifyExit::Tampered;
}

int runVerify(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("markaz"));
    QCoreApplication::setOrganizationName(QStringLiteral("markaz"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MARKAZ_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(about());
    parser.addHelpOption();
    const QCommandLineOption profileOption(
        QStringLiteral("profile"),
        VerifyCommand::tr("Folder of this person's records and settings. Default: the desktop's place for application "
                          "data."),
        QStringLiteral("DIR"));
    const QCommandLineOption accountOption(
        QStringLiteral("account"),
        VerifyCommand::tr("Whose keys and list to use. Default: the profile's last account."), QStringLiteral("NAME"));
    const QCommandLineOption keysOption(
        QStringLiteral("keys"),
        VerifyCommand::tr("The keys in FILE, as the server's /api/v1/public/keys gives them, and no profile. Whoever "
                          "gives the file says whom to believe."),
        QStringLiteral("FILE"));
    const QCommandLineOption listOption(
        QStringLiteral("revocations"),
        VerifyCommand::tr("With --keys: the list in FILE, as /api/v1/public/revocations gives it."),
        QStringLiteral("FILE"));
    parser.addOptions({profileOption, accountOption, keysOption, listOption});
    if (!parser.parse(app.arguments()))
        return wrongUse(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp(0);
    const QStringList names = parser.positionalArguments();
    if (names.size() != 2)
        return wrongUse(VerifyCommand::tr("Name one file, or give one code."));
    if (parser.isSet(listOption) && !parser.isSet(keysOption))
        return wrongUse(VerifyCommand::tr("--revocations goes with --keys."));

    int code = 0;
    const auto text = codeIn(names.at(1), code);
    if (!text)
        return code;
    const auto trust =
        parser.isSet(keysOption)
            ? trustOfFiles(parser.value(keysOption), parser.value(listOption))
            : trustOfProfile(parser.isSet(profileOption)
                                 ? parser.value(profileOption)
                                 : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation),
                             parser.value(accountOption));
    if (!trust || !trust->keys)
        return ends(
            VerifyExit::Failed,
            VerifyCommand::tr("No keys are known here to verify with: sync once, or name a file with --keys.") +
                (trust ? QString() : QStringLiteral(" (%1 %2)").arg(trust.error().detail, trust.error().where)));
    const QDateTime now = SystemClock().now();
    const CheckedCode checked = checkCode(*text, *trust->keys, trust->list, programmeDay(now));
    QTextStream(stdout) << linesOf(checked).join(QLatin1Char('\n')) << '\n';
    QTextStream err(stderr);
    if (!trust->list)
        err << VerifyCommand::tr("No list of revoked certificates is known here: a certificate that was revoked may "
                                 "show as valid.")
            << '\n';
    if (trust->server && now < *trust->server)
        err << VerifyCommand::tr("This laptop's clock is behind the server's last word (%1): what is over may show as "
                                 "valid.")
                   .arg(minuteOf(toIso(*trust->server)))
            << '\n';
    return static_cast<int>(exitOf(checked.verdict));
}

} // namespace markaz::desktop
