// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"
#include "tests/faults/process/work.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <gtest/gtest.h>

/// The rows; or, with "--work PROFILE SERVER JOURNAL SEED STEPS", a laptop of its own for a row that kills it.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    markaz::initResources();
    // Each broken run is told of once by the engine; here they are broken by the thousand.
    QLoggingCategory::setFilterRules(QStringLiteral("markaz.*.info=false\nmarkaz.*.debug=false"));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 7 && arguments[1] == QLatin1String("--work"))
        return markaz::test::workAsChild(arguments[2], arguments[3], arguments[4], arguments[5].toUInt(),
                                         arguments[6].toInt());
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
