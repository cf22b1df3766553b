// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/tablefile.h"

#include "core/standard/xlsx/workbook.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz {
namespace {

Result<Workbook> bookOf(QByteArray bytes)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    return readWorkbook(file);
}

class TableFileTest : public testing::Test
{
protected:
    QTemporaryDir m_folder;
    const QList<TableColumn> m_columns{{QStringLiteral("name"), QStringLiteral("Name")},
                                       {QStringLiteral("area"), QStringLiteral("Area, sq ft")},
                                       {QStringLiteral("score"), QStringLiteral("=Score")},
                                       {QStringLiteral("idle_since"), QStringLiteral("Idle since")}};

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QByteArray content(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Two buildings: one of Lahore, one without a place whose name is a formula.
    QByteArray made(TableFormat format, const char *name)
    {
        auto table = TableFile::create(format, path(name), m_columns, QStringLiteral("Buildings: [all]"));
        EXPECT_TRUE(table) << qPrintable(table.error().detail);
        const auto lahore = Position::parse(QStringLiteral("31.5204, 74.3587"));
        EXPECT_TRUE((*table)->add({QStringLiteral("a"),
                                   {QStringLiteral("پرانی مل, \"one\""), qint64(5200), 78.41, QDate(2022, 4, 14)},
                                   *lahore}));
        EXPECT_TRUE((*table)->add(
            {QStringLiteral("b"), {QStringLiteral("=1+1\n& <b>"), qint64(-4), TableCell(), TableCell()}, {}}));
        EXPECT_FALSE(QFileInfo::exists(path(name))) << "whole or not at all";
        const auto finished = (*table)->finish();
        EXPECT_TRUE(finished) << qPrintable(finished.error().detail);
        return content(path(name));
    }
};

TEST_F(TableFileTest, csv_hasAMarkAndNoFormulas)
{
    EXPECT_EQ(made(TableFormat::Csv, "t.csv"),
              QByteArray("\xEF\xBB\xBF") + QStringLiteral("Name,\"Area, sq ft\",'=Score,Idle since\r\n"
                                                          "\"پرانی مل, \"\"one\"\"\",5200,78.41,2022-04-14\r\n"
                                                          "\"'=1+1\n& <b>\",-4,,\r\n")
                                               .toUtf8());
    EXPECT_EQ(QFileInfo(path("t.csv")).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

TEST_F(TableFileTest, xlsx_holdsNumbersDaysAndTexts)
{
    const auto book = bookOf(made(TableFormat::Xlsx, "t.xlsx"));
    ASSERT_TRUE(book) << qPrintable(book.error().detail);
    ASSERT_EQ(book->sheets.size(), 1);
    EXPECT_EQ(book->sheets.first().name, QStringLiteral("Buildings all")) << "a sheet's name may hold no brackets";
    QStringList rows;
    for (const auto &row : book->sheets.first().rows) {
        QStringList cells;
        for (const auto &cell : row.cells)
            cells.append(cell.text);
        rows.append(cells.join(QLatin1Char('|')));
    }
    ASSERT_EQ(rows.size(), 3) << qPrintable(rows.join(QLatin1Char('\n')));
    EXPECT_EQ(rows.at(0), QStringLiteral("Name|Area, sq ft|'=Score|Idle since"));
    EXPECT_EQ(rows.at(1), QStringLiteral("پرانی مل, \"one\"|5200|78.41|44665")) << "days from 1899-12-30";
    EXPECT_TRUE(rows.at(2).startsWith(QStringLiteral("'=1+1\n& <b>|-4"))) << qPrintable(rows.at(2));
}

TEST_F(TableFileTest, geoJson_hasPointsAndNullWherePositionsLack)
{
    const QJsonObject all = QJsonDocument::fromJson(made(TableFormat::GeoJson, "t.geojson")).object();
    EXPECT_EQ(all.value(QStringLiteral("type")).toString(), QStringLiteral("FeatureCollection"));
    const QJsonArray features = all.value(QStringLiteral("features")).toArray();
    ASSERT_EQ(features.size(), 2);
    const QJsonObject first = features.at(0).toObject();
    EXPECT_EQ(first.value(QStringLiteral("geometry")),
              QJsonValue(QJsonObject{{QStringLiteral("type"), QStringLiteral("Point")},
                                     {QStringLiteral("coordinates"), QJsonArray{74.3587, 31.5204}}}))
        << "longitude comes first";
    EXPECT_EQ(first.value(QStringLiteral("id")).toString(), QStringLiteral("a"));
    EXPECT_EQ(first.value(QStringLiteral("properties")),
              QJsonValue(QJsonObject{{QStringLiteral("name"), QStringLiteral("پرانی مل, \"one\"")},
                                     {QStringLiteral("area"), 5200},
                                     {QStringLiteral("score"), 78.41},
                                     {QStringLiteral("idle_since"), QStringLiteral("2022-04-14")}}));
    const QJsonObject second = features.at(1).toObject();
    EXPECT_TRUE(second.value(QStringLiteral("geometry")).isNull());
    EXPECT_TRUE(second.value(QStringLiteral("properties")).toObject().value(QStringLiteral("score")).isNull());
    EXPECT_EQ(second.value(QStringLiteral("properties")).toObject().value(QStringLiteral("name")).toString(),
              QStringLiteral("=1+1\n& <b>"))
        << "no spreadsheet reads it";
}

TEST_F(TableFileTest, programsOfOtherHands_readTheSameValuesAndTypes)
{
    for (const auto &[format, name] : {std::pair{TableFormat::Csv, "t.csv"}, std::pair{TableFormat::Xlsx, "t.xlsx"},
                                       std::pair{TableFormat::GeoJson, "t.geojson"}})
        made(format, name);
    QProcess reader;
    reader.start(QStringLiteral(MARKAZ_PYTHON),
                 {QStringLiteral(MARKAZ_READTABLES), path("t.csv"), path("t.xlsx"), path("t.geojson")});
    ASSERT_TRUE(reader.waitForFinished()) << qPrintable(reader.errorString());
    ASSERT_EQ(reader.exitCode(), 0) << reader.readAllStandardError().constData();
    const QJsonObject read = QJsonDocument::fromJson(reader.readAllStandardOutput()).object();
    const auto rows = [](const char *text) { return QJsonDocument::fromJson(QByteArray(text)).array(); };

    EXPECT_EQ(read.value(QStringLiteral("csv")).toArray(), rows(R"([
        ["Name", "Area, sq ft", "'=Score", "Idle since"],
        ["پرانی مل, \"one\"", "5200", "78.41", "2022-04-14"],
        ["'=1+1\n& <b>", "-4", "", ""]])"));
    EXPECT_EQ(read.value(QStringLiteral("sheets")).toArray(), rows(R"(["Buildings all"])"));
    EXPECT_EQ(read.value(QStringLiteral("frozen")).toString(), QStringLiteral("A2")) << "the head stays";
    EXPECT_EQ(read.value(QStringLiteral("xlsx")).toArray(), rows(R"([
        [["str", "Name"], ["str", "Area, sq ft"], ["str", "'=Score"], ["str", "Idle since"]],
        [["str", "پرانی مل, \"one\""], ["int", 5200], ["float", 78.41], ["day", "2022-04-14"]],
        [["str", "'=1+1\n& <b>"], ["int", -4], ["NoneType", null], ["NoneType", null]]])"));
    const QJsonArray features =
        read.value(QStringLiteral("geojson")).toObject().value(QStringLiteral("features")).toArray();
    ASSERT_EQ(features.size(), 2);
    EXPECT_EQ(features.at(0).toObject().value(QStringLiteral("geometry")),
              QJsonValue(QJsonObject{{QStringLiteral("type"), QStringLiteral("Point")},
                                     {QStringLiteral("coordinates"), QJsonArray{74.3587, 31.5204}}}));
    EXPECT_EQ(features.at(0).toObject().value(QStringLiteral("properties")).toObject().value(QStringLiteral("name")),
              QJsonValue(QStringLiteral("پرانی مل, \"one\"")));
}

TEST_F(TableFileTest, noRows_areStillAFile)
{
    for (const TableFormat format : {TableFormat::Csv, TableFormat::Xlsx, TableFormat::GeoJson}) {
        const QString file = m_folder.filePath(QStringLiteral("none.") + token(format));
        auto table = TableFile::create(format, file, m_columns, QStringLiteral("Buildings"));
        ASSERT_TRUE(table);
        EXPECT_TRUE((*table)->finish());
        EXPECT_GT(QFileInfo(file).size(), 0);
    }
    EXPECT_TRUE(QJsonDocument::fromJson(content(path("none.geojson"))).isObject());
    EXPECT_TRUE(bookOf(content(path("none.xlsx"))));
}

TEST_F(TableFileTest, aWriterThatIsLetGo_leavesWhatStoodThere)
{
    for (const TableFormat format : {TableFormat::Csv, TableFormat::Xlsx, TableFormat::GeoJson}) {
        const QString file = m_folder.filePath(QStringLiteral("old.") + token(format));
        QFile old(file);
        ASSERT_TRUE(old.open(QIODevice::WriteOnly));
        old.write("before");
        old.close();
        {
            auto table = TableFile::create(format, file, m_columns, QStringLiteral("Buildings"));
            ASSERT_TRUE(table);
            for (int i = 0; i < 5000; ++i)
                ASSERT_TRUE(
                    (*table)->add({QStringLiteral("a"), {QStringLiteral("name"), qint64(i), 0.5, QDate()}, {}}));
        }
        EXPECT_EQ(content(file), QByteArray("before"));
        EXPECT_EQ(QDir(m_folder.path()).entryList({QStringLiteral("old.%1.*").arg(token(format))}, QDir::Files),
                  QStringList());
    }
}

TEST_F(TableFileTest, aFolderThatIsNotThere_isAFailureWithItsPath)
{
    for (const TableFormat format : {TableFormat::Csv, TableFormat::Xlsx, TableFormat::GeoJson}) {
        const auto table = TableFile::create(format, path("none/t"), m_columns, QStringLiteral("Buildings"));
        ASSERT_FALSE(table);
        EXPECT_EQ(table.error().code, ErrorCode::StorageFailed);
        EXPECT_EQ(table.error().where, path("none/t"));
    }
}

} // namespace
} // namespace markaz
