// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/verifywords.h"

#include "ui/text/codewords.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace markaz::ui::verifywords {
namespace {

struct VerifyWords
{
    Q_DECLARE_TR_FUNCTIONS(VerifyWords)
};

QString compare()
{
    return VerifyWords::tr("Compare number, building, seats and dates with the paper: where they differ, the paper is "
                           "false.");
}

ChipContent chip(Status status, const char *icon, const QString &word)
{
    return {status, QLatin1String(icon), word};
}

Outcome valid(const CertificateClaims &says)
{
    if (says.grade == QLatin1String("provisional"))
        return {chip(Status::Warn, "half-disc", VerifyWords::tr("Provisional")),
                {VerifyWords::tr("The certificate is genuine and holds until %1, while what was found is mended.")
                     .arg(format::date(says.validUntil)),
                 VerifyWords::tr("Nothing is known against it."), compare()}};
    return {chip(Status::Ok, "check-disc", VerifyWords::tr("Valid")),
            {VerifyWords::tr("The certificate is genuine and in its time."),
             VerifyWords::tr("Nothing is known against it."), compare()}};
}

} // namespace

Outcome of(const CheckedCode &checked)
{
    const QString since = checked.since ? format::date(*checked.since) : QString();
    const CertificateClaims says = checked.claims ? checked.claims->claims : CertificateClaims();
    const QString askOfficer = VerifyWords::tr("Do not rely on it; the regional officer knows the reason.");
    switch (checked.verdict) {
    case CodeVerdict::Valid:
        break;
    case CodeVerdict::Suspended:
        return {chip(Status::Warn, "triangle", VerifyWords::tr("Suspended")),
                {VerifyWords::tr("The certificate is genuine, and has not counted since %1.").arg(since),
                 VerifyWords::tr("It counts again only when it is reinstated."), askOfficer}};
    case CodeVerdict::Revoked:
        return {chip(Status::Bad, "octagon-cross", VerifyWords::tr("Revoked")),
                {VerifyWords::tr("The certificate was taken back on %1.").arg(since),
                 VerifyWords::tr("It will not count again."), askOfficer}};
    case CodeVerdict::Expired:
        return {
            chip(Status::Warn, "clock", VerifyWords::tr("Expired")),
            {VerifyWords::tr("The certificate is genuine, and its last day was %1.").arg(format::date(says.validUntil)),
             {},
             VerifyWords::tr("Ask for the one that followed it, and verify that.")}};
    case CodeVerdict::NotBegun:
        return {
            chip(Status::Info, "clock", VerifyWords::tr("Not valid yet")),
            {VerifyWords::tr("The certificate is genuine, and its first day is %1.").arg(format::date(says.validFrom)),
             {},
             VerifyWords::tr("If that day has passed, look at this laptop’s date.")}};
    case CodeVerdict::Superseded:
        return {chip(Status::Neutral, "minus-ring", VerifyWords::tr("Superseded")),
                {VerifyWords::tr("Another certificate took the place of this one on %1.").arg(since),
                 VerifyWords::tr("This one counts no longer."),
                 VerifyWords::tr("Ask for the newer one, and verify that.")}};
    case CodeVerdict::Unknown:
        return {chip(Status::Warn, "dashed-ring", VerifyWords::tr("Unknown key")),
                {VerifyWords::tr("It is signed with a key that this laptop does not know."),
                 VerifyWords::tr("It may be newer than the last sync, or false."),
                 VerifyWords::tr("Sync and verify it again. If the key stays unknown, do not rely on it.")}};
    case CodeVerdict::KeyRevoked:
        return {chip(Status::Bad, "octagon-cross", VerifyWords::tr("Key revoked")),
                {VerifyWords::tr("The key that signed it was in other hands."),
                 VerifyWords::tr("Nobody can tell a genuine certificate of that key from a false one."),
                 VerifyWords::tr("Ask for a new print, which is signed with another key.")}};
    case CodeVerdict::Sample:
        return {chip(Status::Info, "info-disc", VerifyWords::tr("Sample")),
                {VerifyWords::tr("It was made from sample data, and is no certificate."), {}, {}}};
    case CodeVerdict::Tampered:
        return {chip(Status::Bad, "cross", VerifyWords::tr("Altered")),
                {VerifyWords::tr("The code was altered, is not whole, or was never signed by the programme."),
                 VerifyWords::tr("Nothing that it states counts."),
                 VerifyWords::tr("Read it once more. If it stays so, treat the paper as false and tell the regional "
                                 "officer.")}};
    }
    return valid(says);
}

Outcome notACertificate()
{
    return {chip(Status::Neutral, "ring", VerifyWords::tr("No certificate")),
            {VerifyWords::tr("This is not the code of a certificate: that begins with “MKZ1:”."),
             VerifyWords::tr("Nothing was verified."),
             VerifyWords::tr("Read the large QR code of the certificate, or copy its text whole.")}};
}

Outcome unreadable(const Error &error)
{
    return {chip(Status::Neutral, "minus-ring", VerifyWords::tr("Not readable")), codewords::certificateFailure(error)};
}

Outcome withoutKeys()
{
    return {chip(Status::Neutral, "off", VerifyWords::tr("Cannot be verified yet")),
            {VerifyWords::tr("This laptop has no keys of the programme to verify with."),
             VerifyWords::tr("Nothing is known of the certificate."),
             VerifyWords::tr("Sync once; from then on it works without a network.")}};
}

QString asOf(const std::optional<RevocationList> &list)
{
    return list ? VerifyWords::tr("Revocation data as of %1").arg(format::dateTime(list->at))
                : VerifyWords::tr("No revocation data on this laptop: what was revoked may show as valid");
}

} // namespace markaz::ui::verifywords
