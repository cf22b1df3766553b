// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auditaction.h"

#include "core/domain/tokens.h"

#include <algorithm>

namespace markaz {
namespace {

struct Word
{
    AuditAction action;
    const char *token;
};

/// In the enum's order.
constexpr Word kWords[] = {
    {AuditAction::Create, "create"},
    {AuditAction::Patch, "patch"},
    {AuditAction::Merge, "merge"},
    {AuditAction::Unmerge, "unmerge"},
    {AuditAction::Delete, "delete"},
    {AuditAction::Submit, "submit"},
    {AuditAction::Accepted, "accepted"},
    {AuditAction::Returned, "returned"},
    {AuditAction::Rejected, "rejected"},
    {AuditAction::Close, "close"},
    {AuditAction::Issue, "issue"},
    {AuditAction::Renew, "renew"},
    {AuditAction::Supersede, "supersede"},
    {AuditAction::Suspend, "suspend"},
    {AuditAction::Reinstate, "reinstate"},
    {AuditAction::Revoke, "revoke"},
    {AuditAction::Appeal, "appeal"},
    {AuditAction::AllowAppeal, "allow_appeal"},
    {AuditAction::DismissAppeal, "dismiss_appeal"},
    {AuditAction::Expire, "expire"},
    {AuditAction::SignAnew, "sign_anew"},
    {AuditAction::ClawBack, "claw_back"},
    {AuditAction::LiftClawBack, "lift_claw_back"},
    {AuditAction::Conflict, "conflict"},
    {AuditAction::Refused, "refused"},
    {AuditAction::SignIn, "sign_in"},
    {AuditAction::SignInRevoked, "sign_in_revoked"},
    {AuditAction::SignInWiped, "sign_in_wiped"},
    {AuditAction::FailedSignIns, "failed_sign_ins"},
    {AuditAction::DeviceUnknown, "device_unknown"},
    {AuditAction::Enrol, "enrol"},
    {AuditAction::SignOut, "sign_out"},
    {AuditAction::RefreshReuse, "refresh_reuse"},
    {AuditAction::AddAccount, "add_account"},
    {AuditAction::ChangeAccount, "change_account"},
    {AuditAction::CloseAccount, "close_account"},
    {AuditAction::OpenAccount, "open_account"},
    {AuditAction::MakeCode, "make_code"},
    {AuditAction::SetPassword, "set_password"},
    {AuditAction::ChangePassword, "change_password"},
    {AuditAction::RevokeDevice, "revoke_device"},
    {AuditAction::DeviceWiped, "device_wiped"},
    {AuditAction::Upload, "upload"},
    {AuditAction::Receive, "receive"},
    {AuditAction::Remove, "remove"},
    {AuditAction::RefuseUpload, "refuse_upload"},
    {AuditAction::DropUpload, "drop_upload"},
    {AuditAction::ExpireUpload, "expire_upload"},
    {AuditAction::ImportBuildings, "import_buildings"},
    {AuditAction::PublishPolicy, "publish_policy"},
    {AuditAction::PublishStandard, "publish_standard"},
    {AuditAction::SignKeys, "sign_keys"},
    {AuditAction::Sample, "sample"},
    {AuditAction::Forget, "forget"},
    {AuditAction::Restore, "restore"},
    {AuditAction::TakeTrust, "take_trust"},
    {AuditAction::WitnessContradicts, "witness_contradicts"},
};

} // namespace

QString token(AuditAction action)
{
    return QLatin1String(kWords[static_cast<int>(action)].token);
}

std::optional<AuditAction> auditActionOf(const QString &token)
{
    const auto word = std::find_if(std::begin(kWords), std::end(kWords),
                                   [&token](const Word &one) { return token == QLatin1String(one.token); });
    return word == std::end(kWords) ? std::nullopt : std::optional(word->action);
}

const QList<AuditAction> &auditActions()
{
    static const QList<AuditAction> all = [] {
        QList<AuditAction> actions;
        for (const Word &word : kWords)
            actions.append(word.action);
        return actions;
    }();
    return all;
}

const QStringList &auditKinds()
{
    static const QStringList all = [] {
        QStringList kinds;
        for (const Entity entity : allValues<Entity>())
            kinds.append(token(entity));
        kinds.append(QStringLiteral("file"));
        return kinds;
    }();
    return all;
}

} // namespace markaz
