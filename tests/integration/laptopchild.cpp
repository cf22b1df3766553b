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

} // namespace markaz::test
