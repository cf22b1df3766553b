// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace markaz::server {

/// The words of the public page, in both its languages. (The desktop's words live in ui/text, which the server does not
/// link.)
enum class Phrase {
    Title,
    Intro,
    Language,
    Valid,
    Suspended,
    SuspendedWhat,
    Revoked,
    RevokedWhat,
    Expired,
    ExpiredWhat,
    Superseded,
    SupersededWhat,
    NotBegun,
    NotBegunWhat,
    Unknown,
    UnknownWhat,
    UnknownKey,
    UnknownKeyWhat,
    KeyRevoked,
    KeyRevokedWhat,
    Damaged,
    DamagedWhat,
    CodeForged,
    CodeForgedWhat,
    CodeDiffers,
    CodeDiffersWhat,
    CodeGenuine,
    RegisterSays,
    NotInRegister,
    TooMany,
    TooManyWhat,
    TooLarge,
    TooLargeWhat,
    Number,
    Grade,
    Full,
    Provisional,
    Seats,
    ValidFrom,
    ValidUntil,
    Standard,
    VersionAndTier,
    Since,
    SignatureHolds,
    SignatureFails,
    AsOf,
    Compare,
    CompareWhat,
    EnterNumber,
    EnterCode,
    Check,
    CheckAnother,
    Sample,
    NoOwnerData,
};

struct Words
{
    QString en;
    QString ur;
    const QString &in(bool urdu) const { return urdu ? ur : en; }
};

const Words &words(Phrase phrase);

} // namespace markaz::server
