// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/csvreader.h"

#include "core/support/csvwriter.h"

#include <QBuffer>
#include <QRandomGenerator>

#include <gtest/gtest.h>

namespace markaz {
namespace {

struct Read
{
    CsvForm form;
    QList<CsvRow> rows;
};

Result<Read> readCsv(const QByteArray &bytes, const CsvLimits &limits = {}, std::optional<CsvForm> known = {})
{
    QBuffer file;
    file.setData(bytes);
    file.open(QIODevice::ReadOnly);
    auto reader = CsvReader::open(file, limits, known);
    if (!reader)
        return reader.error();
    Read read{reader->form(), {}};
    for (;;) {
        auto row = reader->next();
        if (!row)
            return row.error();
        if (!row->has_value())
            return read;
        read.rows.append(**row);
    }
}

QStringList words(const char *utf8)
{
    return QString::fromUtf8(utf8).split(QLatin1Char('/'));
}

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const auto high = static_cast<char>(c.unicode() >> 8);
        const auto low = static_cast<char>(c.unicode() & 0xFF);
        bytes.append(bigEndian ? high : low).append(bigEndian ? low : high);
    }
    return bytes;
}

TEST(CsvReader, quotedCells_keepSeparatorsQuotesAndLineEnds)
{
    const auto read = readCsv("a,b\r\n\"1,2\",\"say \"\"yes\"\"\nagain\"\nx,\n");
    ASSERT_TRUE(read);
    ASSERT_EQ(read->rows.size(), 3);
    EXPECT_EQ(read->rows.at(1).cells, (QStringList{QStringLiteral("1,2"), QStringLiteral("say \"yes\"\nagain")}));
    EXPECT_EQ(read->rows.at(1).line, 2);
    EXPECT_EQ(read->rows.at(2).line, 4) << "lines are the file's";
    EXPECT_EQ(read->rows.at(2).cells, (QStringList{QStringLiteral("x"), QString()}));
}

TEST(CsvReader, rowsEndedByReturnsAlone_areRows)
{
    const auto read = readCsv("a,b\r1,2\r\r3,4");
    ASSERT_TRUE(read);
    ASSERT_EQ(read->rows.size(), 3);
    EXPECT_EQ(read->rows.at(2).cells, words("3/4"));
    EXPECT_EQ(read->rows.at(2).line, 4);
}

TEST(CsvReader, separator_isTheOneThatTheNamesAreSetApartBy)
{
    for (const auto &[bytes, separator] :
         {std::pair{"name;city\nMill, old;Sialkot\n\n", ';'}, std::pair{"name\tcity\nMill; old\tSialkot\n", '\t'},
          std::pair{"\n\nname|city\nMill|Sialkot\n", '|'}, std::pair{"\"name;of;it\",city\nMill,Sialkot\n", ','},
          std::pair{"sep=;\r\nname;city\r\nMill;Sialkot\r\n", ';'}, std::pair{"name\nMill\n", ','}}) {
        const auto read = readCsv(bytes);
        ASSERT_TRUE(read) << bytes;
        EXPECT_EQ(read->form.separator, QLatin1Char(separator)) << bytes;
        ASSERT_EQ(read->rows.size(), 2) << bytes;
    }
    EXPECT_EQ(readCsv("sep=;\r\nname;city\r\n")->rows.first().line, 2);
    EXPECT_EQ(readCsv("a;b,c\n", {}, CsvForm{CsvEncoding::Utf8, QLatin1Char(',')})->rows.first().cells, words("a;b/c"))
        << "what is known is not looked for";
}

TEST(CsvReader, encodings_areFound)
{
    const QString text = QStringLiteral("name,city\nپرانی مل,سیالکوٹ\n");
    const QStringList expected = words("پرانی مل/سیالکوٹ");
    struct Case
    {
        QByteArray bytes;
        CsvEncoding encoding;
    };
    // The same words in windows-1256, as a table of that code page gives them.
    const QByteArray arabic = "name,city\n\x81\xD1\xC7\xE4\xED \xE3\xE1,\xD3\xED\xC7\xE1\x98\xE6\x8A\n";
    for (const Case &given :
         {Case{text.toUtf8(), CsvEncoding::Utf8}, Case{"\xEF\xBB\xBF" + text.toUtf8(), CsvEncoding::Utf8},
          Case{"\xFF\xFE" + utf16(text, false), CsvEncoding::Utf16Le},
          Case{"\xFE\xFF" + utf16(text, true), CsvEncoding::Utf16Be}, Case{utf16(text, false), CsvEncoding::Utf16Le},
          Case{utf16(text, true), CsvEncoding::Utf16Be}}) {
        const auto read = readCsv(given.bytes);
        ASSERT_TRUE(read) << qPrintable(read.error().detail);
        EXPECT_EQ(read->form.encoding, given.encoding);
        ASSERT_EQ(read->rows.size(), 2);
        EXPECT_EQ(read->rows.first().cells, words("name/city"));
        EXPECT_EQ(read->rows.last().cells, expected);
    }
    const auto urdu = readCsv(arabic);
    ASSERT_TRUE(urdu);
    EXPECT_EQ(urdu->form.encoding, CsvEncoding::Windows1256);
    EXPECT_EQ(urdu->rows.last().cells.first().left(4), QStringLiteral("پران"));
    const auto western = readCsv("name,city\nCaf\xE9 \x96 \x80"
                                 "5,Lahore\n");
    ASSERT_TRUE(western);
    EXPECT_EQ(western->form.encoding, CsvEncoding::Windows1252);
    EXPECT_EQ(western->rows.last().cells.first(), QStringLiteral("Café – €5"));
}

TEST(CsvReader, whatIsNoCsv_isRefusedWithItsLine)
{
    EXPECT_EQ(readCsv("a,b\n\"never closed").error().where, QStringLiteral("2"));
    EXPECT_EQ(readCsv("a,b\nc,d\"e\n").error().where, QStringLiteral("2"));
    EXPECT_EQ(readCsv("a,b\n\"c\"d,e\n").error().where, QStringLiteral("2"));
    EXPECT_EQ(readCsv("\xEF\xBB\xBF"
                      "a\nb\n\xC3\x28\n")
                  .error()
                  .where,
              QStringLiteral("3"))
        << "it says that it is UTF-8";
    EXPECT_EQ(readCsv("\xEF\xBB\xBF"
                      "a\nb\xD9")
                  .error()
                  .code,
              ErrorCode::Malformed)
        << "cut off inside a letter";
    EXPECT_EQ(readCsv(QByteArray("a,b\nccccccccccccc\0", 18)).error().code, ErrorCode::Malformed);
}

TEST(CsvReader, whatIsTooLarge_isRefused)
{
    const CsvLimits small{100, 2, 3, 10};
    EXPECT_EQ(readCsv(QByteArray(101, 'a'), small).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(readCsv("a\nb\nc\n", small).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(readCsv("1,2,3,4\n", small).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(readCsv("12345678901\n", small).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(readCsv("\"12345678901\"\n", small).error().code, ErrorCode::TooLarge);
    EXPECT_TRUE(readCsv("1,2,3\n1234567890\n", small));
}

TEST(CsvReader, whatTheWriterWrites_comesBack)
{
    QRandomGenerator random(75);
    const QString letters = QStringLiteral("ab,;\"\n\r\t =+-@ مل|'");
    for (int i = 0; i < 300; ++i) {
        QStringList cells{QStringLiteral("first")};
        for (int j = 0; j < 4; ++j) {
            QString cell;
            for (qsizetype k = random.bounded(8); k > 0; --k)
                cell.append(letters.at(random.bounded(static_cast<int>(letters.size()))));
            cells.append(cell);
        }
        const auto read = readCsv(csvRow(cells), {}, CsvForm{});
        ASSERT_TRUE(read) << csvRow(cells).constData();
        ASSERT_EQ(read->rows.size(), 1);
        QStringList back;
        for (qsizetype j = 0; j < cells.size(); ++j)
            back.append(cells.at(j).startsWith(QLatin1Char('\'')) ? read->rows.first().cells.at(j)
                                                                  : formulaKept(read->rows.first().cells.at(j)));
        EXPECT_EQ(back, cells) << csvRow(cells).constData();
    }
}

} // namespace
} // namespace markaz
