// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/trustwords.h"

#include "ui/text/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace markaz::ui {
namespace {

struct TrustWords
{
    Q_DECLARE_TR_FUNCTIONS(TrustWords)
};

/// In fours, as it is read out: a person compares it, and it is no pin that could be put anywhere.
QString inFours(const QString &fingerprint)
{
    const QString plain = QString(fingerprint).remove(QLatin1Char(':'));
    QStringList groups;
    for (qsizetype i = 0; i < plain.size(); i += 4)
        groups.append(plain.mid(i, 4));
    return format::isolate(groups.join(QLatin1Char(' ')));
}

std::optional<Sentence> why(const Error &error)
{
    const QString &where = error.where; // core/sync/httptransport.h
    if (error.code == ErrorCode::InvalidValue && where == QLatin1String("pin"))
        return Sentence{TrustWords::tr("The pin of the server’s key cannot be read."),
                        TrustWords::tr("Nothing was sent to any server."),
                        TrustWords::tr("A pin is “sha256//” and 44 characters, and there may be two of them. Ask your "
                                       "administrator for the right ones.")};
    if (error.code != ErrorCode::NotTrusted)
        return {};
    const QString safe = TrustWords::tr("Nothing was sent to it. Your work is saved on this laptop.");
    if (where == QLatin1String("tls.early"))
        return Sentence{TrustWords::tr("By this laptop’s clock, the server’s certificate is not valid yet."), safe,
                        TrustWords::tr("The clock is most likely behind: look at the date and time of this laptop and "
                                       "set them right. If they are right, tell your administrator.")};
    if (where == QLatin1String("tls.expired"))
        return Sentence{TrustWords::tr("By this laptop’s clock, the server’s certificate has run out."), safe,
                        TrustWords::tr("Look at the date and time of this laptop first. If they are right, tell your "
                                       "administrator that the certificate has to be renewed.")};
    if (where == QLatin1String("tls.name"))
        return Sentence{TrustWords::tr("The certificate that was shown belongs to another address."), safe,
                        TrustWords::tr("Check the server address on the sign-in page. If it is right, try another "
                                       "network, and tell your administrator.")};
    if (where == QLatin1String("tls.issuer"))
        return Sentence{TrustWords::tr("Nobody whom this laptop trusts vouches for the server’s certificate."), safe,
                        TrustWords::tr("Something on this network may stand between: try another network. If it stays "
                                       "so, tell your administrator.")};
    if (where == QLatin1String("tls.pin"))
        return Sentence{TrustWords::tr("The server showed another key than the one this laptop was told to expect."),
                        safe,
                        TrustWords::tr("Do not go around this. Ask your administrator whether the server’s key was "
                                       "changed, and for the new pin.")};
    if (where == QLatin1String("tls.protocol"))
        return Sentence{TrustWords::tr("The server offers only an old encryption that is no longer safe."), safe,
                        TrustWords::tr("Try another network. If it stays so, tell your administrator.")};
    return Sentence{TrustWords::tr("No safe connection to the server could be made."), safe,
                    TrustWords::tr("Try another network. If it stays so, tell your administrator.")};
}

} // namespace

/// With the certificate that was met, where one was: whoever knows the server's can say whether it is that.
std::optional<Sentence> trustSentence(const Error &error)
{
    std::optional<Sentence> sentence = why(error);
    const QString fingerprint = metFingerprint(error);
    if (sentence && !fingerprint.isEmpty())
        sentence->next += QLatin1Char(' ') + TrustWords::tr("The certificate that was met has the SHA-256 fingerprint "
                                                            "%1: read it to your administrator.")
                                                 .arg(inFours(fingerprint));
    return sentence;
}

QString metFingerprint(const Error &error)
{
    static const QRegularExpression form(QStringLiteral("\\bSHA-256 ((?:[0-9A-F]{2}:){31}[0-9A-F]{2})\\z"));
    return error.code == ErrorCode::NotTrusted ? form.match(error.detail).captured(1) : QString();
}

} // namespace markaz::ui
