// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every file of tests/data/fuzz through its target, in the ordinary build: what a fuzzer once found stays mended.
#include "core/protocol/accounts.h"
#include "core/reporting/codereader.h"
#include "tests/fuzz/targets.h"
#include "tests/support/paths.h"
#include "ui/widgets/evidence/picturedecoder.h"

#include <QDir>
#include <QRegularExpression>

#include <gtest/gtest.h>

namespace markaz::fuzz {
namespace {

class Replay : public testing::TestWithParam<Target>
{
};

TEST_P(Replay, corpus_isTaken)
{
    const QDir folder(test::sourcePath(QStringLiteral("tests/data/fuzz/")) + QLatin1String(GetParam().name));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    ASSERT_GE(names.size(), 3) << "a target has something to begin with";
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        std::fprintf(stderr, "%s\r", qPrintable(name)); // the last one that is seen is the one that ended it
        const QByteArray bytes = file.readAll();
        GetParam().run(bytes);
        GetParam().run(bytes.left(bytes.size() / 2));
    }
    GetParam().run({});
}

/// A fuzzer that begins with no code that can be read would learn nothing of what is in one.
TEST(Corpora, theCodesOfEnrolments_areRead)
{
    for (const char *name : {"png_enrolment", "png_light_on_dark", "jpeg_enrolment"}) {
        QFile file(test::sourcePath(QStringLiteral("tests/data/fuzz/code/")) + QLatin1String(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << name;
        const QStringList texts = codesIn(ui::decodePicture(file, {}));
        ASSERT_EQ(texts.size(), 1) << name;
        EXPECT_EQ(protocol::readEnrolment(texts.first()).value().account, QStringLiteral("a.khan")) << name;
    }
}

/// packaging/dev/fuzz.sh runs what the build's list names: a target that only targets.h has would never be run.
TEST(Targets, areThoseThatTheFuzzersAreBuiltFor)
{
    QFile build(test::sourcePath(QStringLiteral("tests/fuzz/CMakeLists.txt")));
    ASSERT_TRUE(build.open(QIODevice::ReadOnly));
    const QRegularExpression list(QStringLiteral("^    foreach\\(name (.*)\\)$"),
                                  QRegularExpression::MultilineOption); // as fuzz.sh reads it
    QStringList built =
        list.match(QString::fromUtf8(build.readAll())).captured(1).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList known;
    for (const Target &target : kTargets)
        known.append(QLatin1String(target.name));
    built.sort();
    known.sort();
    EXPECT_EQ(built, known);
    const QStringList corpora = QDir(test::sourcePath(QStringLiteral("tests/data/fuzz")))
                                    .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    EXPECT_EQ(corpora, known) << "and each corpus is somebody's";
}

INSTANTIATE_TEST_SUITE_P(Targets, Replay, testing::ValuesIn(kTargets),
                         [](const auto &tested) { return std::string(tested.param.name); });

} // namespace
} // namespace markaz::fuzz
