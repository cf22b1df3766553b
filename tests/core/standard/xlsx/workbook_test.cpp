// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/xlsx/workbook.h"

#include "tests/support/xlsx/workbookmaker.h"

#include <QBuffer>

#include <gtest/gtest.h>

namespace markaz {
namespace {

using samples::MadeCell;
using samples::MadeSheet;
using Kind = MadeCell::Kind;

Result<Workbook> read(const QByteArray &bytes, const WorkbookLimits &limits = {})
{
    QBuffer file;
    file.setData(bytes);
    file.open(QIODevice::ReadOnly);
    return readWorkbook(file, limits);
}

QString text(const Workbook &workbook, int row, int column)
{
    for (const SheetRow &one : workbook.sheets.first().rows) {
        if (one.number == row)
            return one.cell(column).text;
    }
    return QStringLiteral("(no row)");
}

MadeSheet sheet(const QMap<int, QList<MadeCell>> &rows, const QStringList &merged = {})
{
    return {QStringLiteral("Survey "), rows, merged};
}

std::string refusal(const Result<Workbook> &result)
{
    return result ? std::string("(taken)") : result.error().detail.toStdString();
}

/// A sound workbook with one part in another form.
QByteArray with(const QString &part, const QByteArray &content)
{
    auto parts = samples::workbookParts({sheet({{1, {"a", "b"}}})});
    for (auto &[name, bytes] : parts) {
        if (name == part)
            bytes = content;
    }
    return samples::packed(parts);
}

QByteArray sheetWith(const QByteArray &rows)
{
    return with(QStringLiteral("xl/worksheets/sheet1.xml"),
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
}

TEST(Workbook, everyKindOfCell_isItsText)
{
    const auto book = read(samples::workbookOf({sheet(
        {{3,
          {MadeCell("shared & <marked>"), MadeCell(Kind::Inline, QStringLiteral(" in ")),
           MadeCell(Kind::Rich, QStringLiteral("bold rest")), MadeCell(Kind::Number, QStringLiteral("25")),
           MadeCell(Kind::Boolean, QStringLiteral("1")), MadeCell(Kind::Formula, QStringLiteral("0.30000000000000004")),
           MadeCell(Kind::TextFormula, QStringLiteral("yes")), MadeCell("اردو")}}})}));
    ASSERT_TRUE(book) << refusal(book);
    const QStringList expected{QStringLiteral("shared & <marked>"),
                               QStringLiteral(" in "),
                               QStringLiteral("bold rest"),
                               QStringLiteral("25"),
                               QStringLiteral("TRUE"),
                               QStringLiteral("0.3"),
                               QStringLiteral("yes"),
                               QStringLiteral("اردو")};
    for (int column = 0; column < expected.size(); ++column)
        EXPECT_EQ(text(*book, 3, column), expected.at(column)) << column;
}

TEST(Workbook, numbers_areShortAndPlain)
{
    QList<MadeCell> cells;
    for (const char *number : {"1.0", "-0", "1E+3", "1.5E-5", "33.333333333333336", "100000000000", "2.50"})
        cells.append(MadeCell(Kind::Number, QLatin1String(number)));
    const auto book = read(samples::workbookOf({sheet({{1, cells}})}));
    ASSERT_TRUE(book) << refusal(book);
    const QStringList expected{QStringLiteral("1"),
                               QStringLiteral("0"),
                               QStringLiteral("1000"),
                               QStringLiteral("0.000015"),
                               QStringLiteral("33.3333333333333"),
                               QStringLiteral("100000000000"),
                               QStringLiteral("2.5")};
    for (int column = 0; column < expected.size(); ++column)
        EXPECT_EQ(text(*book, 1, column), expected.at(column));
}

TEST(Workbook, formulaWithoutResult_andError_areFaultsOfTheirCells)
{
    const auto book = read(samples::workbookOf(
        {sheet({{2, {"x", MadeCell(Kind::Unsaved, QString()), MadeCell(Kind::Error, QStringLiteral("#DIV/0!"))}}})}));
    ASSERT_TRUE(book) << refusal(book);
    const SheetRow row = book->sheets.first().rows.first();
    EXPECT_EQ(row.cell(1).fault, Cell::Fault::NotCalculated);
    EXPECT_EQ(row.cell(2).fault, Cell::Fault::FormulaError);
    EXPECT_EQ(row.cell(2).text, QStringLiteral("#DIV/0!"));
}

TEST(Workbook, emptyRows_costNothing_evenManyOfThem)
{
    QByteArray rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>first</v></c></row>";
    for (int i = 2; i < 60'000; ++i)
        rows += "<row r=\"" + QByteArray::number(i) + "\" spans=\"1:9\" ht=\"15\"/>";
    rows +=
        "<row r=\"1048576\"><c r=\"C1048576\" t=\"str\"><v>last</v></c><c r=\"D1048576\" t=\"str\"><v>  </v></c></row>";
    const auto book = read(sheetWith(rows));
    ASSERT_TRUE(book) << refusal(book);
    ASSERT_EQ(book->sheets.first().rows.size(), 2);
    EXPECT_EQ(text(*book, 1'048'576, 2), QStringLiteral("last"));
}

TEST(Workbook, rowsAndCellsWithoutPlaces_followEachOther)
{
    const auto book = read(sheetWith("<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row>"
                                     "<row><c t=\"str\"><v>c</v></c></row>"));
    ASSERT_TRUE(book) << refusal(book);
    EXPECT_EQ(text(*book, 1, 1), QStringLiteral("b"));
    EXPECT_EQ(text(*book, 2, 0), QStringLiteral("c"));
}

TEST(Workbook, mergedAreas_fillDownwards_notToTheRight)
{
    const auto book = read(samples::workbookOf(
        {sheet({{1, {"title"}}, {2, {"list", "a"}}, {3, {"", "b"}}, {4, {"", "c"}}, {5, {"own", "d"}}, {6, {"", "e"}}},
               {QStringLiteral("A1:D1"), QStringLiteral("A2:A5"), QStringLiteral("A7:B9"), QStringLiteral("nonsense"),
                QStringLiteral("A2:XFD1048576")})}));
    ASSERT_TRUE(book) << refusal(book);
    EXPECT_EQ(text(*book, 1, 1), QString());
    EXPECT_EQ(text(*book, 4, 0), QStringLiteral("list"));
    EXPECT_EQ(text(*book, 5, 0), QStringLiteral("own")) << "what is there stays";
}

TEST(Workbook, sheets_areFoundWhateverTheirCase)
{
    const auto book = read(samples::workbookOf({sheet({{1, {"a"}}}), {QStringLiteral("CHOICES"), {{1, {"b"}}}, {}}}));
    ASSERT_TRUE(book) << refusal(book);
    ASSERT_TRUE(book->sheet(QStringLiteral("survey")));
    ASSERT_TRUE(book->sheet(QStringLiteral("choices")));
    EXPECT_EQ(book->sheet(QStringLiteral("choices"))->rows.first().cell(0).text, QStringLiteral("b"));
    EXPECT_FALSE(book->sheet(QStringLiteral("settings")));
}

TEST(Workbook, macros_areNotLookedAt)
{
    auto parts = samples::workbookParts({sheet({{1, {"a"}}})});
    parts.append({QStringLiteral("xl/vbaProject.bin"), QByteArray(1000, 'x')});
    const auto book = read(samples::packed(parts));
    ASSERT_TRUE(book) << refusal(book);
    EXPECT_EQ(text(*book, 1, 0), QStringLiteral("a"));
}

TEST(Workbook, otherFiles_areNamed)
{
    EXPECT_EQ(refusal(read("type,name\ntext,A-01\n")), "it is no XLSX workbook");
    EXPECT_EQ(refusal(read({})), "it is no XLSX workbook");
    EXPECT_EQ(refusal(read(QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") + QByteArray(600, '\0'))),
              "it is an old XLS workbook, or it is locked with a password; save it as XLSX without a password");
    EXPECT_EQ(
        refusal(read(samples::packed({{QStringLiteral("mimetype"), "application/vnd.oasis.opendocument.spreadsheet"},
                                      {QStringLiteral("content.xml"), "<x/>"}}))),
        "a part of it is missing");
}

TEST(Workbook, entitiesAreNeverExpanded)
{
    const QByteArray bomb =
        "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
        "<worksheet><sheetData><row r=\"1\"><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    EXPECT_EQ(refusal(read(with(QStringLiteral("xl/worksheets/sheet1.xml"), bomb))), "a part of it defines entities");
    EXPECT_EQ(
        refusal(read(with(QStringLiteral("xl/workbook.xml"), "<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><workbook/>"))),
        "a part of it defines entities");
}

TEST(Workbook, whatUnpacksBeyondMeasure_isStopped)
{
    const QByteArray bomb = sheetWith(QByteArray("<row/>").repeated(1'000'000)); // 6 MB from some 6 KB
    EXPECT_LT(bomb.size(), 40'000);
    const std::string said = refusal(read(bomb));
    EXPECT_EQ(said, "a part of it unpacks to far more than it should");
    WorkbookLimits small;
    small.entryBytes = 1000;
    EXPECT_EQ(refusal(read(sheetWith(QByteArray("<row/>").repeated(400)), small)), "a part of it is too large");
    small = {};
    small.totalBytes = 1500;
    EXPECT_EQ(refusal(read(sheetWith(QByteArray("<row/>").repeated(400)), small)), "a part of it is too large");
}

TEST(Workbook, cellsFarToTheRight_countWithThePlacesBeforeThem)
{
    QByteArray rows;
    for (int row = 1; row <= 20'000; ++row)
        rows += "<row><c r=\"IV" + QByteArray::number(row) + "\"><v>1</v></c></row>";
    const QByteArray wide = sheetWith(rows);
    EXPECT_LT(wide.size(), 200'000) << "and it takes 160 MB, in each of 50 sheets";
    EXPECT_EQ(refusal(read(wide)), "its cells take more than 64 MiB");
    WorkbookLimits limits;
    limits.cellBytes = 400 * qint64(sizeof(Cell));
    const QMap<int, QList<MadeCell>> narrow{{2, {"a"}}, {3, {"a"}}};
    QMap<int, QList<MadeCell>> merged = narrow;
    merged.insert(1, QList<MadeCell>(255, "") + QList<MadeCell>{"b"});
    EXPECT_TRUE(read(samples::workbookOf({sheet(merged)}), limits));
    EXPECT_EQ(refusal(read(samples::workbookOf({sheet(merged, {QStringLiteral("IV1:IV3")})}), limits)),
              "its cells take more than 0 MiB")
        << "a merged area fills the rows below as far to the right";
}

TEST(Workbook, bounds_areNamedOneByOne)
{
    WorkbookLimits limits;
    limits.rows = 2;
    EXPECT_EQ(refusal(read(samples::workbookOf({sheet({{1, {"a"}}, {5, {"b"}}, {7, {"c"}}})}), limits)),
              "a sheet has more than 2 rows");
    limits = {};
    limits.columns = 2;
    EXPECT_EQ(refusal(read(samples::workbookOf({sheet({{1, {"a", "b", "c"}}})}), limits)),
              "a sheet has more than 2 columns");
    limits = {};
    limits.characters = 4;
    EXPECT_EQ(refusal(read(samples::workbookOf({sheet({{1, {"abcde"}}})}), limits)),
              "a cell has more than 4 characters");
    EXPECT_EQ(refusal(read(sheetWith("<row><c t=\"str\"><v>abcde</v></c></row>"), limits)),
              "a cell has more than 4 characters");
    limits = {};
    limits.cellBytes = 90;
    EXPECT_EQ(
        refusal(read(samples::workbookOf({sheet({{1, {"abcdefgh", "abcdefgh", "abcdefgh", "abcdefgh"}}})}), limits)),
        "its cells take more than 0 MiB");
    limits = {};
    limits.sheets = 1;
    EXPECT_EQ(refusal(read(samples::workbookOf({sheet({{1, {"a"}}}), {QStringLiteral("b"), {}, {}}}), limits)),
              "it has more than 1 sheets");
    limits = {};
    limits.entries = 3;
    EXPECT_EQ(refusal(read(samples::workbookOf({sheet({{1, {"a"}}})}), limits)), "its archive has more than 3 entries");
    limits = {};
    limits.fileBytes = 10;
    EXPECT_EQ(refusal(read(samples::workbookOf({sheet({{1, {"a"}}})}), limits)), "the file is larger than 0 MiB");
    QByteArray deep;
    for (int i = 0; i < 100; ++i)
        deep += "<a>";
    EXPECT_EQ(refusal(read(with(QStringLiteral("xl/workbook.xml"), deep))), "a part of it is nested too deeply");
    EXPECT_EQ(refusal(read(sheetWith("<row x=\"" + QByteArray(3'000'000, 'y') + "\"/>"))),
              "a part of it has a tag or a text beyond all measure");
}

TEST(Workbook, entriesThatLeadOut_orStandTwice_areRefused)
{
    for (const char *name : {"../evil.xml", "/etc/evil.xml", "xl\\..\\evil.xml"}) {
        auto parts = samples::workbookParts({sheet({{1, {"a"}}})});
        parts.append({QLatin1String(name), "x"});
        EXPECT_EQ(refusal(read(samples::packed(parts))), "its archive has an entry that leads out of it") << name;
    }
    auto parts = samples::workbookParts({sheet({{1, {"a"}}})});
    parts.append({QStringLiteral("xl/workbook.xml"), "<workbook/>"});
    EXPECT_EQ(refusal(read(samples::packed(parts))), "its archive has an entry twice");
}

TEST(Workbook, brokenParts_areRefused)
{
    EXPECT_EQ(refusal(read(sheetWith("<row><c t=\"s\"><v>99</v></c></row>"))), "a cell names a text that is not there");
    EXPECT_EQ(refusal(read(sheetWith("<row></c></row>"))), "a part of it is no sound XML (line 1)");
    EXPECT_EQ(refusal(read(sheetWith(
                  "<row r=\"5\"><c t=\"str\"><v>a</v></c></row><row r=\"5\"><c t=\"str\"><v>b</v></c></row>"))),
              "the rows of a sheet are out of order");
    const QByteArray whole = samples::workbookOf({sheet({{1, {"a"}}})});
    EXPECT_FALSE(read(whole.left(whole.size() / 2)));
    int refused = 0;
    for (qsizetype at = 0; at < whole.size(); at += 7) { // a flipped byte is refused, or changes nothing that is read
        QByteArray bent = whole;
        bent[at] = char(bent[at] ^ 0x41);
        refused += read(bent) ? 0 : 1;
    }
    EXPECT_GT(refused, 50);
}

} // namespace
} // namespace markaz
