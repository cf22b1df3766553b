// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/verifycommand.h"

#include "app/desktop/certificatetrust.h"
#include "app/desktop/consolecommand.h"
#include "core/support/clock.h"
#include "ui/widgets/codes/certificatefile.h"

#include <QFile>
#include <QTextStream>

namespace markaz::desktop {
namespace {

struct VerifyCommand
{
    Q_DECLARE_TR_FUNCTIONS(VerifyCommand)
};

int ends(VerifyExit how, const QString &sentence)
{
    sayError(sentence);
    return static_cast<int>(how);
}

QString about()
{
    return VerifyCommand::tr(
        "Says of a certificate's code whether it is genuine and holds, without a network: by the keys and the list of "
        "revoked certificates that the last sync brought. It asks for no passphrase.\n\n"
        "CODE is the text of the QR code, “MKZ1:...”. FILE holds that text, or is a picture of the QR code "
        "(JPEG, PNG) or the certificate as PDF, for which pdftoppm has to be there. “-” reads the text from standard "
        "input.\n\n"
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
    if (isCertificateCode(argument))
        return tidyCode(argument);
    auto read = Result<QString>(makeError(ErrorCode::NotFound, QString(), QStringLiteral("code.unreadable")));
    if (argument == QLatin1String("-")) {
        QFile input;
        if (input.open(stdin, QIODevice::ReadOnly))
            read = ui::certificateCodeInText(input.read(ui::kMostCodeText));
    } else {
        read = ui::certificateCodeIn(argument);
    }
    if (read)
        return *read;
    const Error &error = read.error();
    if (error.where == QLatin1String("code.unreadable") || error.where == QLatin1String("code.nofile") ||
        error.where == QLatin1String("code.pdf") || error.where == QLatin1String("code.damaged"))
        code = ends(VerifyExit::Failed, VerifyCommand::tr("%1 cannot be read: %2").arg(argument, error.detail));
    else
        code = ends(VerifyExit::Tampered,
                    VerifyCommand::tr("%1 holds no code of a certificate (%2).").arg(argument, error.where));
    return std::nullopt;
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
    ConsoleCommand command(argc, argv, "verify", about());
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
    command.parser().addOptions({accountOption, keysOption, listOption});
    command.parser().addPositionalArgument(QStringLiteral("code"), VerifyCommand::tr("What to verify."),
                                           QStringLiteral("FILE|CODE"));
    if (const auto status = command.parse(ConsoleCommand::Takes::Names))
        return *status;
    const QStringList names = command.parser().positionalArguments();
    if (names.size() != 1)
        return command.wrongUse(VerifyCommand::tr("Name one file, or give one code."));
    if (command.isSet(listOption) && !command.isSet(keysOption))
        return command.wrongUse(VerifyCommand::tr("--revocations goes with --keys."));

    int code = 0;
    const auto text = codeIn(names.first(), code);
    if (!text)
        return code;
    const auto trust = command.isSet(keysOption) ? trustOfFiles(command.value(keysOption), command.value(listOption))
                                                 : trustOfProfile(command.profile(), command.value(accountOption));
    const auto verified = trust ? verifyCode(*text, *trust, SystemClock().now()) : Result<VerifiedCode>(trust.error());
    if (!verified)
        return ends(
            VerifyExit::Failed,
            VerifyCommand::tr("No keys are known here to verify with: sync once, or name a file with --keys.") +
                (trust ? QString() : QStringLiteral(" (%1 %2)").arg(trust.error().detail, trust.error().where)));
    QTextStream(stdout) << linesOf(verified->checked).join(QLatin1Char('\n')) << '\n';
    if (!trust->list)
        sayError(VerifyCommand::tr("No list of revoked certificates is known here: a certificate that was revoked may "
                                   "show as valid."));
    if (verified->clockBehind)
        sayError(VerifyCommand::tr("This laptop's clock is behind the server's last word (%1): what is over may show "
                                   "as valid.")
                     .arg(minuteOf(toIso(*trust->server))));
    return static_cast<int>(exitOf(verified->checked.verdict));
}

} // namespace markaz::desktop
