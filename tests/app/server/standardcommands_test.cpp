// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/standards.h"
#include "core/standard/standard.h"
#include "tests/app/server/runserver.h"
#include "tests/app/server/testserver.h"
#include "tests/support/paths.h"
#include "tests/support/standardjson.h"
#include "tests/support/xlsx/formmaker.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::server::test {
namespace {

using namespace samples;

class StandardCommands : public ::testing::Test
{
protected:
    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile made(folder.filePath(name));
        EXPECT_TRUE(made.open(QIODevice::WriteOnly) && made.write(bytes) == bytes.size());
        return made.fileName();
    }
    QString workbook(const QList<MadeSheet> &sheets)
    {
        return file(QStringLiteral("standard.bin"), workbookOf(sheets)); // its bytes say what it is, not its name
    }
    Ran check(const QString &path, const QStringList &more = {})
    {
        return runServer(QStringList{QStringLiteral("standard"), QStringLiteral("check"), path} + more);
    }
    static QByteArray versionOne()
    {
        QFile file(markaz::test::sourcePath(QStringLiteral("resources/standards/freelancing-centre-facility-1.json")));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    QTemporaryDir folder;
};

TEST_F(StandardCommands, check_sound_saysWhatItIs)
{
    const Ran ran = check(workbook(smallForm()));
    EXPECT_EQ(ran.code, 0) << qPrintable(ran.err);
    EXPECT_TRUE(
        ran.out.startsWith(QStringLiteral("Sound: Small standard, version 1: 1 sections, 4 items, 1 critical, hash ")))
        << qPrintable(ran.out);
    EXPECT_EQ(ran.err, QString());
    const Ran json = check(file(QStringLiteral("one.txt"), versionOne()));
    EXPECT_EQ(json.code, 0) << qPrintable(json.err);
    EXPECT_TRUE(json.out.contains(QStringLiteral("10 sections, 100 items, 31 critical"))) << qPrintable(json.out);
}

TEST_F(StandardCommands, check_faults_areALineEach_andTheCodeIsOne)
{
    QList<MadeSheet> form = smallForm();
    cellIn(form[0], 4, "label::Urdu") = "";
    cellIn(form[0], 5, "unit") = "furlong";
    cellIn(form[1], 5, "credit") = "lots\nand lots";
    form[0].append({"note", "n", "Hello"});
    const QString path = workbook(form);
    const Ran ran = check(path);
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.err,
              QStringLiteral("%1: sheet \"survey\", row 4, label::Urdu: must not be empty\n"
                             "%1: sheet \"survey\", row 5, unit: is not among the units\n"
                             "%1: sheet \"choices\", row 5, credit: Write a percentage from 0 to 100 here, not \"lots "
                             "and lots\".\n")
                  .arg(path));
    EXPECT_EQ(ran.out,
              QStringLiteral("%1: note: sheet \"survey\", row 10, type: A note is left out. Write it into the hint of "
                             "a question.\n")
                  .arg(path));
}

TEST_F(StandardCommands, check_jsonFaults_areALineEach)
{
    QByteArray bent = versionOne();
    bent.replace("\"code\": \"A-01\"", "\"code\": \"A-1\"").replace("\"weight\": 2", "\"weight\": -2");
    const QString path = file(QStringLiteral("bent.json"), bent);
    const Ran ran = check(path);
    EXPECT_EQ(ran.code, 1);
    EXPECT_TRUE(ran.err.startsWith(path + QStringLiteral(": items[0].code: must be"))) << qPrintable(ran.err);
    EXPECT_GT(ran.err.count(QStringLiteral(".weight: must be a whole number from 0 to 100\n")), 5);
}

TEST_F(StandardCommands, check_writesJson_thatIsTheSameStandard)
{
    const QString path = folder.filePath(QStringLiteral("out.json"));
    ASSERT_EQ(check(workbook(smallForm()), {QStringLiteral("--json"), path}).code, 0);
    QFile written(path);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    const auto standard = readStandard(written.readAll());
    ASSERT_TRUE(standard);
    EXPECT_EQ(standard->items().size(), 4);
    const Ran out = check(workbook(smallForm()), {QStringLiteral("--json"), QStringLiteral("-")});
    EXPECT_EQ(readStandard(out.out.toUtf8())->hash(), standard->hash());
    QList<MadeSheet> bent = smallForm();
    cellIn(bent[0], 4, "weight") = "";
    const QString none = folder.filePath(QStringLiteral("none.json"));
    EXPECT_EQ(check(workbook(bent), {QStringLiteral("--json"), none}).code, 1);
    EXPECT_FALSE(QFile::exists(none)) << "what is not sound is not written";
}

TEST_F(StandardCommands, check_otherFiles_areRefused)
{
    EXPECT_EQ(check(folder.filePath(QStringLiteral("none.xlsx"))).code, 1);
    EXPECT_EQ(runServer({QStringLiteral("standard"), QStringLiteral("check")}).code, 2);
    const QString list = file(QStringLiteral("survey.csv"), "type,name\ntext,A-01\n");
    const Ran csv = check(list);
    EXPECT_EQ(csv.code, 1);
    EXPECT_EQ(csv.err, QStringLiteral("%1: The file is neither an XLSX workbook nor a standard in JSON.\n").arg(list));
    const QString cut = file(QStringLiteral("broken.xlsx"), workbookOf(smallForm()).left(700));
    const Ran broken = check(cut);
    EXPECT_EQ(broken.code, 1);
    EXPECT_EQ(broken.err, QStringLiteral("%1: The workbook cannot be read: its archive is damaged.\n").arg(cut));
}

/// The command on a store of its own, on both databases.
class StandardImport : public StandardCommands, public ::testing::WithParamInterface<const char *>
{
protected:
    Ran import(const QString &path)
    {
        return runServer(QStringList{QStringLiteral("standard"), QStringLiteral("import"), path} + store());
    }
    QStringList store() const
    {
        QStringList options{QStringLiteral("--data"), server.location().dataFolder};
        if (!server.location().databaseUrl.isEmpty())
            options += {QStringLiteral("--database"), server.location().databaseUrl};
        return options;
    }
    QString fileOf(const QJsonObject &standard)
    {
        return file(QStringLiteral("next.json"), QJsonDocument(standard).toJson());
    }
    QString audited() { return runServer(QStringList{QStringLiteral("audit"), QStringLiteral("list")} + store()).out; }
    int published()
    {
        return server.value(QStringLiteral("SELECT count(*) FROM record WHERE entity = 'standard'")).toInt();
    }
    TestServer server{QLatin1String(GetParam())};
};

TEST_P(StandardImport, soundFile_isPublishedOnce_andAudited)
{
    const QString path = fileOf(successor());
    const Ran ran = import(path);
    EXPECT_EQ(ran.code, 0) << qPrintable(ran.err);
    EXPECT_TRUE(ran.out.startsWith(QStringLiteral("Published: "))) << qPrintable(ran.out);
    EXPECT_TRUE(ran.out.contains(parsed(successor()).hash()));
    EXPECT_EQ(published(), 1);
    const QString log = audited();
    EXPECT_EQ(log.count(QStringLiteral("publish_standard")), 1) << qPrintable(log);
    const Ran again = import(path);
    EXPECT_EQ(again.code, 0);
    EXPECT_TRUE(again.out.startsWith(QStringLiteral("Published already: "))) << qPrintable(again.out);
    EXPECT_EQ(import(file(QStringLiteral("one.json"), versionOne())).code, 0) << "what is built in is published";
    EXPECT_EQ(published(), 1);
    EXPECT_EQ(audited(), log);
    EXPECT_EQ(runServer(QStringList{QStringLiteral("verify-audit")} + store()).code, 0);
    // A server that was running all the while goes by it at once.
    const auto found = server.core().reference().published->find(
        server.core().stores().ofThisThread().value()->database(), parsed(successor()).hash());
    ASSERT_TRUE(found);
    EXPECT_NE(*found, nullptr);
}

TEST_P(StandardImport, whatCannotFollow_isRefusedWithASentence)
{
    ASSERT_EQ(import(fileOf(successor(3))).code, 0);
    QJsonObject other = successor(4);
    other.insert(QStringLiteral("id"), QStringLiteral("library-standard"));
    for (const auto &[standard, sentence] :
         {std::pair{builtinAs(3), "Version 3 is published with another content, and a published version never changes. "
                                  "Give the file the next number. Nothing was published.\n"},
          std::pair{successor(2), "The file's version 2 is older than version 3, which is published. Give the file a "
                                  "higher number. Nothing was published.\n"},
          std::pair{other,
                    "This is another standard: it is called library-standard, and the standard that is published "
                    "is called freelancing-centre-facility. A new version keeps the id. Nothing was "
                    "published.\n"}}) {
        const Ran ran = import(fileOf(standard));
        EXPECT_EQ(ran.code, 1);
        EXPECT_EQ(ran.err, QLatin1String(sentence));
        EXPECT_EQ(ran.out, QString());
    }
    QList<MadeSheet> bent = smallForm();
    cellIn(bent[0], 4, "label::Urdu") = "";
    const QString path = workbook(bent);
    const Ran faulty = import(path);
    EXPECT_EQ(faulty.code, 1);
    EXPECT_EQ(faulty.err, QStringLiteral("%1: sheet \"survey\", row 4, label::Urdu: must not be empty\n").arg(path));
    EXPECT_EQ(published(), 1);
}

INSTANTIATE_TEST_SUITE_P(Stores, StandardImport, ::testing::Values("sqlite", "postgres"),
                         [](const auto &parameter) { return std::string(parameter.param); });

TEST_F(StandardCommands, import_needsAFileAndAStore)
{
    EXPECT_EQ(runServer({QStringLiteral("standard"), QStringLiteral("import")}).code, 2);
    EXPECT_EQ(runServer({QStringLiteral("standard"), QStringLiteral("import"),
                         file(QStringLiteral("one.json"), versionOne())})
                  .code,
              2);
}

} // namespace
} // namespace markaz::server::test
