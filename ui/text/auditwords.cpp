// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/auditwords.h"

#include "core/domain/auditaction.h"
#include "core/domain/tokens.h"
#include "ui/text/labels.h"

#include <QCoreApplication>

namespace markaz::ui::auditwords {
namespace {

/// Without a word for each this does not compile.
const char *wordOf(AuditAction action)
{
    switch (action) {
    case AuditAction::Create:
        return QT_TRANSLATE_NOOP("auditwords", "Registered");
    case AuditAction::Patch:
        return QT_TRANSLATE_NOOP("auditwords", "Changed");
    case AuditAction::Merge:
        return QT_TRANSLATE_NOOP("auditwords", "Building merged into another");
    case AuditAction::Unmerge:
        return QT_TRANSLATE_NOOP("auditwords", "Merge of a building taken back");
    case AuditAction::Delete:
        return QT_TRANSLATE_NOOP("auditwords", "Removed");
    case AuditAction::Submit:
        return QT_TRANSLATE_NOOP("auditwords", "Submitted");
    case AuditAction::Accepted:
        return QT_TRANSLATE_NOOP("auditwords", "Accepted");
    case AuditAction::Returned:
        return QT_TRANSLATE_NOOP("auditwords", "Returned");
    case AuditAction::Rejected:
        return QT_TRANSLATE_NOOP("auditwords", "Rejected");
    case AuditAction::Close:
        return QT_TRANSLATE_NOOP("auditwords", "Assignment done");
    case AuditAction::Issue:
        return QT_TRANSLATE_NOOP("auditwords", "Certificate issued");
    case AuditAction::Renew:
        return QT_TRANSLATE_NOOP("auditwords", "Certificate renewed");
    case AuditAction::Supersede:
        return QT_TRANSLATE_NOOP("auditwords", "Certificate superseded");
    case AuditAction::Suspend:
        return QT_TRANSLATE_NOOP("auditwords", "Certificate suspended");
    case AuditAction::Reinstate:
        return QT_TRANSLATE_NOOP("auditwords", "Certificate reinstated");
    case AuditAction::Revoke:
        return QT_TRANSLATE_NOOP("auditwords", "Certificate revoked");
    case AuditAction::Appeal:
        return QT_TRANSLATE_NOOP("auditwords", "Appeal recorded");
    case AuditAction::AllowAppeal:
        return QT_TRANSLATE_NOOP("auditwords", "Appeal allowed");
    case AuditAction::DismissAppeal:
        return QT_TRANSLATE_NOOP("auditwords", "Appeal dismissed");
    case AuditAction::SignAnew:
        return QT_TRANSLATE_NOOP("auditwords", "Certificate signed anew with another key");
    case AuditAction::ClawBack:
        return QT_TRANSLATE_NOOP("auditwords", "Subsidy of a loan clawed back");
    case AuditAction::LiftClawBack:
        return QT_TRANSLATE_NOOP("auditwords", "Claw-back of a loan lifted");
    case AuditAction::Expire:
        return QT_TRANSLATE_NOOP("auditwords", "Certificate expired");
    case AuditAction::Conflict:
        return QT_TRANSLATE_NOOP("auditwords", "Conflict kept");
    case AuditAction::Refused:
        return QT_TRANSLATE_NOOP("auditwords", "Refused, kept in quarantine");
    case AuditAction::SignIn:
        return QT_TRANSLATE_NOOP("auditwords", "Signed in");
    case AuditAction::SignInRevoked:
        return QT_TRANSLATE_NOOP("auditwords", "Signed in on a revoked laptop");
    case AuditAction::SignInWiped:
        return QT_TRANSLATE_NOOP("auditwords", "Sign-in from a copy of a destroyed laptop");
    case AuditAction::FailedSignIns:
        return QT_TRANSLATE_NOOP("auditwords", "Failed sign-ins");
    case AuditAction::DeviceUnknown:
        return QT_TRANSLATE_NOOP("auditwords", "Password right, laptop not known");
    case AuditAction::Enrol:
        return QT_TRANSLATE_NOOP("auditwords", "Laptop set up with a code");
    case AuditAction::SignOut:
        return QT_TRANSLATE_NOOP("auditwords", "Signed out");
    case AuditAction::RefreshReuse:
        return QT_TRANSLATE_NOOP("auditwords", "Session ended: its token was used twice");
    case AuditAction::AddAccount:
        return QT_TRANSLATE_NOOP("auditwords", "Account added");
    case AuditAction::ChangeAccount:
        return QT_TRANSLATE_NOOP("auditwords", "Account changed");
    case AuditAction::CloseAccount:
        return QT_TRANSLATE_NOOP("auditwords", "Account closed");
    case AuditAction::OpenAccount:
        return QT_TRANSLATE_NOOP("auditwords", "Account opened again");
    case AuditAction::MakeCode:
        return QT_TRANSLATE_NOOP("auditwords", "One-time code made");
    case AuditAction::SetPassword:
        return QT_TRANSLATE_NOOP("auditwords", "Password set");
    case AuditAction::ChangePassword:
        return QT_TRANSLATE_NOOP("auditwords", "Password changed");
    case AuditAction::RevokeDevice:
        return QT_TRANSLATE_NOOP("auditwords", "Laptop revoked");
    case AuditAction::DeviceWiped:
        return QT_TRANSLATE_NOOP("auditwords", "Laptop destroyed its key");
    case AuditAction::Upload:
        return QT_TRANSLATE_NOOP("auditwords", "File sent");
    case AuditAction::Receive:
        return QT_TRANSLATE_NOOP("auditwords", "File received");
    case AuditAction::Remove:
        return QT_TRANSLATE_NOOP("auditwords", "File removed");
    case AuditAction::RefuseUpload:
        return QT_TRANSLATE_NOOP("auditwords", "File refused: not what was announced");
    case AuditAction::DropUpload:
        return QT_TRANSLATE_NOOP("auditwords", "Upload given up by its author");
    case AuditAction::ExpireUpload:
        return QT_TRANSLATE_NOOP("auditwords", "Upload given up");
    case AuditAction::ImportBuildings:
        return QT_TRANSLATE_NOOP("auditwords", "Buildings imported");
    case AuditAction::PublishPolicy:
        return QT_TRANSLATE_NOOP("auditwords", "Policy published");
    case AuditAction::PublishStandard:
        return QT_TRANSLATE_NOOP("auditwords", "Standard published");
    case AuditAction::SignKeys:
        return QT_TRANSLATE_NOOP("auditwords", "Signing keys certified by the root key");
    case AuditAction::Sample:
        return QT_TRANSLATE_NOOP("auditwords", "Sample data filled in");
    case AuditAction::Forget:
        return QT_TRANSLATE_NOOP("auditwords", "Removed records forgotten for good");
    case AuditAction::Restore:
        return QT_TRANSLATE_NOOP("auditwords", "Backup restored");
    case AuditAction::TakeTrust:
        return QT_TRANSLATE_NOOP("auditwords", "Keys and revocations brought back from laptops after a restore");
    case AuditAction::WitnessContradicts:
        return QT_TRANSLATE_NOOP("auditwords", "Audit contradicted by a laptop");
    }
    return "";
}

} // namespace

QString action(const QString &token)
{
    const auto known = auditActionOf(token);
    return known ? QCoreApplication::translate("auditwords", wordOf(*known)) : token;
}

QString entity(const QString &token)
{
    if (token == QLatin1String("file"))
        return QCoreApplication::translate("auditwords", "File");
    const auto known = parse<Entity>(token);
    return known ? labels::of(*known) : token;
}

} // namespace markaz::ui::auditwords
