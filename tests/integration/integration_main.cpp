// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"
#include "tests/integration/laptopchild.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

/// The tests; or, with "--answer PROFILE BUILDING" or "--send PROFILE SERVER", a laptop of its own for a test that
/// kills it.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    markaz::initResources();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QLatin1String("--answer"))
        return markaz::test::answerAsChild(arguments[2], arguments[3]);
    if (arguments.size() == 4 && arguments[1] == QLatin1String("--send"))
        return markaz::test::sendAsChild(arguments[2], arguments[3]);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
