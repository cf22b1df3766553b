// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace markaz {

/// What the audit tells of, in the order in which people choose one. The server writes no other word into it, and every
/// list of them (the page's, the commands') is this one.
enum class AuditAction {
    Create,
    Patch,
    Merge,
    Unmerge,
    Delete,
    Submit,
    Accepted, ///< of an inspection, with the two below
    Returned,
    Rejected,
    Close, ///< of an assignment
    Issue, ///< of a certificate, down to SignAnew
    Renew,
    Supersede,
    Suspend,
    Reinstate,
    Revoke,
    Appeal,
    AllowAppeal,
    DismissAppeal,
    Expire,
    SignAnew, ///< of a certificate whose key was revoked
    ClawBack, ///< of the subsidy of a loan, when its building's certificate was revoked
    LiftClawBack,
    Conflict,
    Refused, ///< a change that went into quarantine
    SignIn,
    SignInRevoked,
    SignInWiped,
    FailedSignIns,
    DeviceUnknown,
    Enrol,
    SignOut,
    RefreshReuse,
    AddAccount,
    ChangeAccount,
    CloseAccount,
    OpenAccount,
    MakeCode,
    SetPassword,
    ChangePassword,
    RevokeDevice,
    DeviceWiped,
    Upload,
    Receive,
    Remove,
    RefuseUpload, ///< what came is not what was announced
    DropUpload,   ///< by its author
    ExpireUpload, ///< nobody went on with it
    ImportBuildings,
    PublishPolicy,
    PublishStandard,
    SignKeys, ///< the root key signed which issuer keys are good
    Sample,
    Forget, ///< records that were removed long ago and are gone for good
    Restore,
    TakeTrust, ///< what laptops knew of keys and revocations came to a restored store
    WitnessContradicts,
};

/// As entries hold it: "sign_in".
QString token(AuditAction action);
/// Nothing for a word that is none.
std::optional<AuditAction> auditActionOf(const QString &token);
const QList<AuditAction> &auditActions();

/// What entries are about: tokens of the kinds of record, and "file".
const QStringList &auditKinds();

} // namespace markaz
