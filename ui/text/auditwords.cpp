// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/auditwords.h"

#include "core/domain/tokens.h"
#include "ui/text/labels.h"

#include <QCoreApplication>

namespace markaz::ui::auditwords {
namespace {

struct Word
{
    const char *token;
    const char *text;
};

constexpr Word kActions[] = {
    {"create", QT_TRANSLATE_NOOP("auditwords", "Registered")},
    {"patch", QT_TRANSLATE_NOOP("auditwords", "Changed")},
    {"merge", QT_TRANSLATE_NOOP("auditwords", "Building merged into another")},
    {"unmerge", QT_TRANSLATE_NOOP("auditwords", "Merge of a building taken back")},
    {"delete", QT_TRANSLATE_NOOP("auditwords", "Removed")},
    {"submit", QT_TRANSLATE_NOOP("auditwords", "Submitted")},
    {"accepted", QT_TRANSLATE_NOOP("auditwords", "Accepted")},
    {"returned", QT_TRANSLATE_NOOP("auditwords", "Returned")},
    {"rejected", QT_TRANSLATE_NOOP("auditwords", "Rejected")},
    {"close", QT_TRANSLATE_NOOP("auditwords", "Assignment done")},
    {"issue", QT_TRANSLATE_NOOP("auditwords", "Certificate issued")},
    {"renew", QT_TRANSLATE_NOOP("auditwords", "Certificate renewed")},
    {"supersede", QT_TRANSLATE_NOOP("auditwords", "Certificate superseded")},
    {"suspend", QT_TRANSLATE_NOOP("auditwords", "Certificate suspended")},
    {"reinstate", QT_TRANSLATE_NOOP("auditwords", "Certificate reinstated")},
    {"revoke", QT_TRANSLATE_NOOP("auditwords", "Certificate revoked")},
    {"expire", QT_TRANSLATE_NOOP("auditwords", "Certificate expired")},
    {"conflict", QT_TRANSLATE_NOOP("auditwords", "Conflict kept")},
    {"refused", QT_TRANSLATE_NOOP("auditwords", "Refused, kept in quarantine")},
    {"sign_in", QT_TRANSLATE_NOOP("auditwords", "Signed in")},
    {"sign_in_revoked", QT_TRANSLATE_NOOP("auditwords", "Signed in on a revoked laptop")},
    {"sign_in_wiped", QT_TRANSLATE_NOOP("auditwords", "Sign-in from a copy of a destroyed laptop")},
    {"failed_sign_ins", QT_TRANSLATE_NOOP("auditwords", "Failed sign-ins")},
    {"device_unknown", QT_TRANSLATE_NOOP("auditwords", "Password right, laptop not known")},
    {"enrol", QT_TRANSLATE_NOOP("auditwords", "Laptop set up with a code")},
    {"sign_out", QT_TRANSLATE_NOOP("auditwords", "Signed out")},
    {"refresh_reuse", QT_TRANSLATE_NOOP("auditwords", "Session ended: its token was used twice")},
    {"add_account", QT_TRANSLATE_NOOP("auditwords", "Account added")},
    {"change_account", QT_TRANSLATE_NOOP("auditwords", "Account changed")},
    {"close_account", QT_TRANSLATE_NOOP("auditwords", "Account closed")},
    {"open_account", QT_TRANSLATE_NOOP("auditwords", "Account opened again")},
    {"make_code", QT_TRANSLATE_NOOP("auditwords", "One-time code made")},
    {"set_password", QT_TRANSLATE_NOOP("auditwords", "Password set")},
    {"change_password", QT_TRANSLATE_NOOP("auditwords", "Password changed")},
    {"revoke_device", QT_TRANSLATE_NOOP("auditwords", "Laptop revoked")},
    {"device_wiped", QT_TRANSLATE_NOOP("auditwords", "Laptop destroyed its key")},
    {"upload", QT_TRANSLATE_NOOP("auditwords", "File sent")},
    {"receive", QT_TRANSLATE_NOOP("auditwords", "File received")},
    {"remove", QT_TRANSLATE_NOOP("auditwords", "File removed")},
    {"expire_upload", QT_TRANSLATE_NOOP("auditwords", "Upload given up")},
    {"import_buildings", QT_TRANSLATE_NOOP("auditwords", "Buildings imported")},
    {"publish_policy", QT_TRANSLATE_NOOP("auditwords", "Policy published")},
    {"publish_standard", QT_TRANSLATE_NOOP("auditwords", "Standard published")},
    {"restore", QT_TRANSLATE_NOOP("auditwords", "Backup restored")},
    {"witness_contradicts", QT_TRANSLATE_NOOP("auditwords", "Audit contradicted by a laptop")},
};

} // namespace

const QStringList &actions()
{
    static const QStringList all = [] {
        QStringList tokens;
        for (const Word &word : kActions)
            tokens.append(QLatin1String(word.token));
        return tokens;
    }();
    return all;
}

QString action(const QString &token)
{
    for (const Word &word : kActions) {
        if (token == QLatin1String(word.token))
            return QCoreApplication::translate("auditwords", word.text);
    }
    return token;
}

QString entity(const QString &token)
{
    if (token == QLatin1String("file"))
        return QCoreApplication::translate("auditwords", "File");
    const auto known = parse<Entity>(token);
    return known ? labels::of(*known) : token;
}

} // namespace markaz::ui::auditwords
