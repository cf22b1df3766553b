// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/report.h"
#include "tests/core/reporting/pdftools.h"
#include "tests/support/paths.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace markaz {
namespace {

ReportDocument document()
{
    ReportDocument d;
    d.title = QStringLiteral("Inspection");
    d.code = QStringLiteral("SKT-0005");
    d.name = QStringLiteral("Sample Chowk Office Floor");
    d.lines = {QStringLiteral("Wazirabad Road, Sialkot, Punjab")};
    d.facts = {{QStringLiteral("Kind of visit"), QStringLiteral("Initial")},
               {QStringLiteral("Tier"), QStringLiteral("2")},
               {QStringLiteral("Revision"), QStringLiteral("1")}};
    d.verdict = QStringLiteral("Tier 2: 78.4 of 75, eligible.");
    ReportTable table;
    table.title = QStringLiteral("Items that fail");
    table.head = {QStringLiteral("Code"), QStringLiteral("Item")};
    table.widths = {20, 80};
    for (int i = 1; i <= 90; ++i)
        table.rows.append(
            {QStringLiteral("X-%1").arg(i, 3, 10, QLatin1Char('0')), QStringLiteral("Exit number %1").arg(i)});
    d.tables = {table};
    d.signaturesTitle = QStringLiteral("Signatures");
    QImage ink(300, 100, QImage::Format_RGB32);
    ink.fill(Qt::black);
    d.signatures = {{ink, QStringLiteral("Inspector")}, {QImage(), QStringLiteral("Owner")}};
    d.foot = QStringLiteral("Made with Markaz");
    d.pageOf = QStringLiteral("Page %1 of %2");
    return d;
}

QString written(const ReportDocument &d)
{
    const QString folder = test::buildPath(QStringLiteral("reports"));
    QDir().mkpath(folder);
    QString path = QStringLiteral("%1/%2.pdf")
                       .arg(folder, QString::fromUtf8(testing::UnitTest::GetInstance()->current_test_info()->name()));
    const auto done = writeReportPdf(d, path);
    EXPECT_TRUE(done) << done.error().detail.toStdString();
    return path;
}

QStringList pagesOf(const QString &pdf)
{
    QStringList pages = pdfWords(pdf).split(QLatin1Char('\f'));
    pages.removeLast(); // behind the last form feed
    return pages;
}

TEST(ReportPdf, saysEverythingOnPagesThatCount)
{
    const QString pdf = written(document());
    const QStringList pages = pagesOf(pdf);
    ASSERT_GE(pages.size(), 3) << "90 rows and a head do not fit on two";
    for (const char *word : {"Inspection", "SKT-0005", "Sample Chowk Office Floor", "Wazirabad Road", "Kind of visit",
                             "Initial", "Tier 2: 78.4 of 75, eligible."})
        EXPECT_TRUE(pages.first().contains(QLatin1String(word))) << word << '\n' << pages.first().toStdString();
    EXPECT_TRUE(pages.last().contains(QStringLiteral("Owner")));
    for (int i = 0; i < pages.size(); ++i) {
        EXPECT_TRUE(pages[i].contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size())));
        EXPECT_TRUE(pages[i].contains(QStringLiteral("Made with Markaz")));
    }
    for (int i = 0; i + 1 < pages.size(); ++i)
        EXPECT_TRUE(pages[i].contains(QRegularExpression(QStringLiteral("Code +Item")))) << "the head is said again";
    const QString all = pages.join(QLatin1Char('\n'));
    for (int i = 1; i <= 90; ++i)
        EXPECT_EQ(all.count(QStringLiteral("X-%1").arg(i, 3, 10, QLatin1Char('0'))), 1) << i;
    EXPECT_TRUE(pdfInfo(pdf).contains(QStringLiteral("Inspection SKT-0005")));
}

TEST(ReportPdf, aRowStaysOnItsPage)
{
    for (const bool urdu : {false, true}) {
        ReportDocument d = document();
        d.urdu = urdu;
        ReportTable &table = d.tables.first();
        for (int i = 0; i < table.rows.size(); ++i) {
            table.rows[i][1] =
                QStringLiteral("begin%1x %2 end%1x").arg(i).arg(QStringLiteral("words ").repeated(40 + i * 7 % 60));
        }
        for (int i = 1; i <= 9; ++i)
            d.pictures.append({d.signatures.first().image, QStringLiteral("photo-%1").arg(i)});
        d.picturesTitle = QStringLiteral("Photos");
        const QStringList pages = pagesOf(written(d));
        ASSERT_GE(pages.size(), 6);
        int rows = 0;
        for (const QString &page : pages) {
            for (int i = 0; i < table.rows.size(); ++i) {
                const bool begins = page.contains(QStringLiteral("begin%1x").arg(i));
                EXPECT_EQ(begins, page.contains(QStringLiteral("end%1x").arg(i))) << i;
                rows += begins ? 1 : 0;
            }
            EXPECT_FALSE(page.trimmed().isEmpty());
        }
        EXPECT_EQ(rows, table.rows.size());
        for (int i = 0; i + 1 < pages.size(); ++i) {
            EXPECT_TRUE(pages[i].contains(QStringLiteral("Item")) || !pages[i].contains(QStringLiteral("begin")))
                << "the head is said again, page " << i + 1;
        }
    }
}

TEST(ReportPdf, aRowHigherThanAPage_breaksAndLosesNothing)
{
    ReportDocument d = document();
    ReportTable &table = d.tables.first();
    table.rows[3][1] = QStringLiteral("begin %1 endofit").arg(QStringLiteral("pavement ").repeated(1500));
    const QString all = pagesOf(written(d)).join(QLatin1Char('\n'));
    EXPECT_TRUE(all.contains(QStringLiteral("endofit")));
    EXPECT_GE(all.count(QStringLiteral("pavement")), 1500) << "a line that touches the edge is text of both pages";
    for (int i = 1; i <= 90; ++i)
        EXPECT_EQ(all.count(QStringLiteral("X-%1").arg(i, 3, 10, QLatin1Char('0'))), 1) << i;
}

TEST(ReportPdf, aTitle_staysWithTheTableOrThePicturesBelowIt)
{
    for (int rows = 18; rows < 34; ++rows) {
        ReportDocument d = document();
        d.tables.first().rows.resize(rows);
        ReportTable second;
        second.title = QStringLiteral("Second title");
        second.head = {QStringLiteral("Code"), QStringLiteral("Item")};
        second.widths = {20, 80};
        second.rows = {{QStringLiteral("Y-001"), QStringLiteral("only row")}};
        d.tables.append(second);
        d.picturesTitle = QStringLiteral("Third title");
        d.pictures = {{d.signatures.first().image, QStringLiteral("only photo")}};
        const QStringList pages = pagesOf(written(d));
        for (const QString &page : pages) {
            EXPECT_EQ(page.contains(QStringLiteral("Second title")), page.contains(QStringLiteral("only row"))) << rows;
            EXPECT_EQ(page.contains(QStringLiteral("Third title")), page.contains(QStringLiteral("only photo")))
                << rows;
        }
    }
}

TEST(ReportPdf, fontsAreEmbedded_andNothingLeavesThePage)
{
    ReportDocument d = document();
    d.name = QString(200, QLatin1Char('W'));
    d.tables.first().rows = {{QStringLiteral("X-001"), QString(900, QLatin1Char('W'))}};
    const QString pdf = written(d);
    expectEmbeddedFonts(pdf, {QStringLiteral("NotoSans")});
    EXPECT_EQ(inkInTheMargins(pdfPicture(pdf, 1), 50), 0);
}

TEST(ReportPdf, inUrdu_runsFromTheRight)
{
    ReportDocument d = document();
    d.urdu = true;
    d.title = QStringLiteral("معائنہ");
    d.facts = {{QStringLiteral("دورے کی قسم"), QStringLiteral("ابتدائی")}};
    d.verdict = QStringLiteral("درجہ 2: 75 میں سے 78.4، اہل۔");
    d.tables.first().title = QStringLiteral("ناکام نکات");
    d.tables.first().head = {QStringLiteral("کوڈ"), QStringLiteral("نکتہ")};
    d.tables.first().rows = {{QStringLiteral("C-02"), QStringLiteral("تمام اخراجی راستے کھلے ہیں")}};
    d.foot = QStringLiteral("مرکز سے بنایا گیا");
    d.pageOf = QStringLiteral("صفحہ %1 از %2");
    const QString pdf = written(d);
    expectEmbeddedFonts(pdf, {QStringLiteral("NotoNastaliqUrdu")});
    const QImage page = pdfPicture(pdf, 1);
    EXPECT_EQ(inkInTheMargins(page, 50), 0);
    // The title stands at the right: there is ink in the right third of its line and none in the left.
    EXPECT_GT(inkIn(page, {530, 56, 208, 44}), 0);
    EXPECT_EQ(inkIn(page, {56, 56, 208, 44}), 0);
}

TEST(ReportPdf, aSampleSaysSoOnEachPage)
{
    ReportDocument d = document();
    d.sample = true;
    const auto watermarked = [](const QString &pdf, int page) {
        const QImage picture = pdfPicture(pdf, page, 50);
        int pale = 0;
        for (int y = picture.height() / 3; y < picture.height() * 2 / 3; ++y) {
            for (int x = 0; x < picture.width(); ++x)
                pale += picture.pixel(x, y) == qRgb(0xE9, 0xEF, 0xEC) ? 1 : 0;
        }
        return pale > 1000;
    };
    const QString sample = written(d);
    for (int page = 1; page <= pagesOf(sample).size(); ++page)
        EXPECT_TRUE(watermarked(sample, page)) << page;
    d.sample = false;
    EXPECT_FALSE(watermarked(written(d), 1));
}

TEST(ReportPdf, aSampleSaysSoInWordsAtTheTopOfEachPage)
{
    for (const bool urdu : {false, true}) {
        ReportDocument d = document();
        d.urdu = urdu;
        d.sample = true;
        const QString sample = written(d);
        const qsizetype pages = pagesOf(sample).size();
        ASSERT_GE(pages, 3);
        for (int page = 1; page <= pages; ++page)
            EXPECT_TRUE(pdfWordsAtTop(sample, page, 54).contains(QStringLiteral("SAMPLE"))) << page;
        const QImage first = pdfPicture(sample, 1);
        EXPECT_EQ(inkInTheMargins(first, 50), 0);
        // At the leading side, and below it the title stands alone.
        EXPECT_GT(inkIn(first, urdu ? QRectF(610, 26, 130, 26) : QRectF(54, 26, 130, 26)), 0);
        EXPECT_EQ(inkIn(first, urdu ? QRectF(54, 26, 130, 26) : QRectF(610, 26, 130, 26)), 0);
        EXPECT_EQ(inkIn(first, {54, 52, 686, 3}), 0) << "it touches nothing";
        d.sample = false;
        EXPECT_EQ(pdfWordsAtTop(written(d), 1, 54).trimmed(), QString());
    }
}

TEST(ReportPdf, aTableWithoutRows_saysSoOrIsLeftOut)
{
    ReportDocument d = document();
    d.tables.first().rows.clear();
    EXPECT_FALSE(pdfWords(written(d)).contains(QStringLiteral("Items that fail")));
    d.tables.first().empty = QStringLiteral("There are none.");
    const QString words = pdfWords(written(d));
    EXPECT_TRUE(words.contains(QStringLiteral("Items that fail")));
    EXPECT_TRUE(words.contains(QStringLiteral("There are none.")));
}

TEST(ReportPdf, aFolderThatIsNotThere_isStorageFailedAndLeavesNothing)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("none/report.pdf"));
    const auto done = writeReportPdf(document(), path);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::StorageFailed);
    EXPECT_EQ(done.error().where, path);
}

} // namespace
} // namespace markaz
