// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/auditcommand.h"

#include "app/server/store/auditlog.h"

namespace markaz::server {

QString VerifyAuditCommand::examples() const
{
    return QStringLiteral("  markaz-server verify-audit --data /var/lib/markaz");
}

void VerifyAuditCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
}

int VerifyAuditCommand::run(const QCommandLineParser &parser)
{
    const auto location = storeOf(parser);
    if (!location)
        return kWrongUsage;
    const SystemClock clock;
    auto store = Store::prepare(*location, clock);
    if (!store)
        return fail(sentenceOf(store.error()));
    auto entries = AuditLog((*store)->database()).verify();
    if (!entries) {
        if (entries.error().code == ErrorCode::Tampered)
            return fail(QStringLiteral("Entry %1 was altered, removed or inserted.").arg(entries.error().where));
        return fail(sentenceOf(entries.error()));
    }
    say(QStringLiteral("The audit chain holds: %1 entries.").arg(*entries));
    return kDone;
}

} // namespace markaz::server
