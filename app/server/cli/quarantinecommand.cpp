// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/quarantinecommand.h"

#include "app/server/store/ledger.h"

namespace markaz::server {

QString QuarantineCommand::examples() const
{
    return QStringLiteral("  markaz-server quarantine --data /var/lib/markaz\n"
                          "  markaz-server quarantine --data /var/lib/markaz --json > kept.jsonl\n\n"
                          "With --json each change is one line with all that its author entered, personal data too.");
}

void QuarantineCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addOption({QStringLiteral("json"), QStringLiteral("Each change whole, as one JSON object a line.")});
}

int QuarantineCommand::run(const QCommandLineParser &parser)
{
    const auto location = storeOf(parser);
    if (!location)
        return kWrongUsage;
    const SystemClock clock;
    auto store = Store::prepare(*location, clock);
    if (!store)
        return fail(sentenceOf(store.error()));
    const bool whole = parser.isSet(QStringLiteral("json"));
    qint64 count = 0;
    auto read = Ledger((*store)->database()).eachQuarantined([&](const KeptChange &kept) {
        ++count;
        if (whole) {
            say(QString::fromUtf8(kept.text));
            return;
        }
        say(QStringLiteral("%1  %2  %3 %4 %5  %6")
                .arg(kept.at, kept.account, kept.kind, kept.entity, kept.id, kept.code));
    });
    if (!read)
        return fail(sentenceOf(read.error()));
    if (!whole)
        say(count == 0 ? QStringLiteral("Nothing is in quarantine.")
                       : QStringLiteral("In quarantine: %1. None of them was applied.").arg(count));
    return kDone;
}

} // namespace markaz::server
