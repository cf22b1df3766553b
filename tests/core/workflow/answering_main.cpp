// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// workflow_answering CACHE KEY COUNT [--pages N]: opens the cache, finds or makes a draft and answers its yes-or-no
// items again and again, COUNT times. A line "ack ITEM VALUE" says that an answer was acknowledged; "error CODE" ends
// it. Faults are made from outside: the process is killed, or its disk is full (--pages: at most N pages).
#include "core/security/columnsealer.h"
#include "core/storage/cache.h"
#include "core/workflow/inspections.h"
#include "resources/resources.h"
#include "tests/core/workflow/answering.h"

#include <QCoreApplication>

#include <cstdio>

using namespace markaz;

namespace {

int ended(const Error &error)
{
    std::printf("error %s\n", qPrintable(token(error.code)));
    std::fflush(stdout);
    return 3;
}

int run(const QStringList &arguments)
{
    SystemClock clock;
    auto opened = openCache(arguments.at(1), test::compiledGazetteer(), clock);
    if (!opened)
        return ended(opened.error());
    ColumnSealer sealer(SecretKey::fromBytes(QByteArray::fromHex(arguments.at(2).toLatin1())).value());
    Database &database = *opened->database;
    RecordRepository records(database, sealer);
    OutboxRepository outbox(database, sealer);
    Uuid7Source ids(clock);
    ChangeNotifier notifier;
    Workspace workspace{database, records, outbox, clock, ids, notifier};
    const Standard standard = builtinStandard().value();
    const StandardCatalogue standards(standard);

    const qsizetype pages = arguments.indexOf(QStringLiteral("--pages"));
    if (pages > 0) {
        const auto limited =
            database.row(QStringLiteral("PRAGMA max_page_count = %1").arg(arguments.at(pages + 1).toInt()));
        if (!limited)
            return ended(limited.error());
    }
    const auto draft = StartInspection(workspace, standards)
                           .run(test::answeringInspector(), test::kBuilding, QStringLiteral("initial"));
    if (!draft)
        return ended(draft.error());
    RecordAnswer answering(workspace, standards);
    const QStringList items = test::yesNoItems(standard);
    const int count = arguments.at(3).toInt();
    for (int i = 0; i < count; ++i) {
        const QString &item = items.at(i % items.size());
        const QString before = draft->answers().value(item).toObject().value(QStringLiteral("value")).toString();
        // Every round gives the other answer, so that each is a change.
        const bool yes = ((i / items.size()) % 2 == 0) != (before == QLatin1String("yes"));
        const QString value = yes ? QStringLiteral("yes") : QStringLiteral("no");
        const auto saved = answering.run(test::answeringInspector(), draft->id(), item, Answer::ofValue(value));
        if (!saved)
            return ended(saved.error());
        std::printf("ack %s %s\n", qPrintable(item), qPrintable(value));
        std::fflush(stdout);
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    initResources();
    return run(app.arguments());
}
