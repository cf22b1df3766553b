// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/paths.h"

#include <QProcess>

#include <gtest/gtest.h>

namespace markaz::server::test {

/// How a markaz-server ended.
struct Ran
{
    int code = -1;
    QString out;
    QString err;
};

inline Ran runServer(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(markaz::test::serverProgram(), arguments);
    process.write(input);
    process.closeWriteChannel();
    EXPECT_TRUE(process.waitForFinished(60'000));
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace markaz::server::test
