// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"

#include <QString>

#include <gtest/gtest.h>

int main(int argc, char **argv)
{
    // Five times RapidCheck's own number of cases: the merge is where work could get lost.
    qputenv("RC_PARAMS", qEnvironmentVariable("RC_PARAMS", QStringLiteral("max_success=500")).toUtf8());
    markaz::initResources();
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
