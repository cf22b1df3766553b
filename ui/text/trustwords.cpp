// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/trustwords.h"

#include <QCoreApplication>

namespace markaz::ui {
namespace {

struct TrustWords
{
    Q_DECLARE_TR_FUNCTIONS(TrustWords)
};

} // namespace

std::optional<Sentence> trustSentence(const Error &error)
{
    const QString &why = error.where; // core/sync/httptransport.h
    if (error.code == ErrorCode::InvalidValue && why == QLatin1String("pin"))
        return Sentence{TrustWords::tr("The pin of the server’s key cannot be read."),
                        TrustWords::tr("Nothing was sent to any server."),
                        TrustWords::tr("A pin is “sha256//” and 44 characters, and there may be two of them. Ask your "
                                       "administrator for the right ones.")};
    if (error.code != ErrorCode::NotTrusted)
        return {};
    const QString safe = TrustWords::tr("Nothing was sent to it. Your work is saved on this laptop.");
    if (why == QLatin1String("tls.early"))
        return Sentence{TrustWords::tr("By this laptop’s clock, the server’s certificate is not valid yet."), safe,
                        TrustWords::tr("The clock is most likely behind: look at the date and time of this laptop and "
                                       "set them right. If they are right, tell your administrator.")};
    if (why == QLatin1String("tls.expired"))
        return Sentence{TrustWords::tr("By this laptop’s clock, the server’s certificate has run out."), safe,
                        TrustWords::tr("Look at the date and time of this laptop first. If they are right, tell your "
                                       "administrator that the certificate has to be renewed.")};
    if (why == QLatin1String("tls.name"))
        return Sentence{TrustWords::tr("The certificate that was shown belongs to another address."), safe,
                        TrustWords::tr("Check the server address on the sign-in page. If it is right, try another "
                                       "network, and tell your administrator.")};
    if (why == QLatin1String("tls.issuer"))
        return Sentence{TrustWords::tr("Nobody whom this laptop trusts vouches for the server’s certificate."), safe,
                        TrustWords::tr("Something on this network may stand between: try another network. If it stays "
                                       "so, tell your administrator.")};
    if (why == QLatin1String("tls.pin"))
        return Sentence{TrustWords::tr("The server showed another key than the one this laptop was told to expect."),
                        safe,
                        TrustWords::tr("Do not go around this. Ask your administrator whether the server’s key was "
                                       "changed, and for the new pin.")};
    if (why == QLatin1String("tls.protocol"))
        return Sentence{TrustWords::tr("The server offers only an old encryption that is no longer safe."), safe,
                        TrustWords::tr("Try another network. If it stays so, tell your administrator.")};
    return Sentence{TrustWords::tr("No safe connection to the server could be made."), safe,
                    TrustWords::tr("Try another network. If it stays so, tell your administrator.")};
}

} // namespace markaz::ui
