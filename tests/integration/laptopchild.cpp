// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/laptopchild.h"

#include "tests/integration/laptop.h"

#include <cstdio>

namespace markaz::test {

int answerAsChild(const QString &profile, const QString &buildingId)
{
    // Nobody listens on port 9 of this computer: the laptop is offline.
    Laptop laptop(profile, QUrl(QStringLiteral("http://127.0.0.1:9")));
    const auto begun = laptop.begin(buildingId);
    if (!begun) {
        std::fprintf(stderr, "%s\n", qPrintable(begun.error().detail));
        return 1;
    }
    std::printf("begun %s\n", qPrintable(begun->id()));
    const auto answered = laptop.answerAll(begun->id(), [](const QString &code) {
        std::printf("kept %s\n", qPrintable(code));
        std::fflush(stdout);
    });
    std::printf("done\n");
    std::fflush(stdout);
    return answered ? 0 : 1;
}

int sendAsChild(const QString &profile, const QString &server)
{
    Laptop laptop(profile, QUrl(server));
    laptop.withFiles(true);
    QObject::connect(&laptop.client(), &SyncClient::changed, &laptop.client(), [&laptop, last = qint64(0)]() mutable {
        const qint64 bytes = laptop.client().snapshot().files.upBytes;
        if (bytes == last)
            return;
        last = bytes;
        std::printf("moved %lld\n", static_cast<long long>(bytes));
        std::fflush(stdout);
    });
    laptop.syncWithFiles();
    std::printf("done\n");
    std::fflush(stdout);
    return 0;
}

} // namespace markaz::test
