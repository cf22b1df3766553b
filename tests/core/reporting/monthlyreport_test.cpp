// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/monthlyreport.h"

#include "core/reporting/monthlycharts.h"
#include "tests/core/reporting/pdftools.h"
#include "tests/support/paths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz {
namespace {

MonthlySection section(const QString &title)
{
    MonthlySection s;
    s.title = title;
    s.lines = {QStringLiteral("12 of the 51 centres aimed at are certified.")};
    s.figures.title = QStringLiteral("The month in figures");
    s.figures.figures = true;
    s.figures.widths = {46, 18, 18, 18};
    s.figures.head = {QString(), QStringLiteral("Oct 2026"), QStringLiteral("Sep 2026"), QStringLiteral("Oct 2025")};
    s.figures.rows = {
        {QStringLiteral("Buildings registered"), QStringLiteral("1,234"), QStringLiteral("5"), QStringLiteral("–")},
        {QStringLiteral("Inspections")},
        {QStringLiteral("Visits handed in"), QStringLiteral("17"), QStringLiteral("16"), QStringLiteral("15")}};
    s.funnel = {QStringLiteral("Pipeline"),
                {{QStringLiteral("Identified"), 40, QStringLiteral("40")},
                 {QStringLiteral("Certified"), 10, QStringLiteral("10 (25 %)")}},
                QStringLiteral("Nothing in the pipeline."),
                QStringLiteral("In brackets the share.")};
    s.certified.title = QStringLiteral("Certified by month");
    s.certified.full = QStringLiteral("Full");
    s.certified.provisional = QStringLiteral("Provisional");
    s.certified.quota = QStringLiteral("Quota line");
    s.certified.empty = QStringLiteral("Nothing was certified.");
    for (int i = 1; i <= 12; ++i)
        s.certified.months.append({QStringLiteral("M%1").arg(i), i * 5, i, 60 + i});
    s.tiers.title = QStringLiteral("By tier");
    s.tiers.empty = QStringLiteral("Nothing by tier.");
    s.tiers.widths = {50, 50};
    s.tiers.head = {QStringLiteral("Province"), QStringLiteral("All")};
    s.failing.title = QStringLiteral("Items that fail");
    s.failing.empty = QStringLiteral("Nothing failed.");
    s.expiring.title = QStringLiteral("Expiring");
    s.expiring.empty = QStringLiteral("Nothing expires.");
    s.expiring.widths = {30, 70};
    s.expiring.head = {QStringLiteral("Number"), QStringLiteral("Building")};
    return s;
}

MonthlyDocument document()
{
    MonthlyDocument d;
    d.title = QStringLiteral("Monthly report");
    d.month = QStringLiteral("October 2026");
    d.facts = {{QStringLiteral("Figures as of"), QStringLiteral("24 Nov 2026, 09:00")}};
    d.notes = {QStringLiteral("It holds what this laptop holds.")};
    d.sections = {section(QStringLiteral("Both together")), section(QStringLiteral("Sindh"))};
    d.foot = QStringLiteral("Made with Markaz");
    d.pageOf = QStringLiteral("Page %1 of %2");
    return d;
}

QString written(const MonthlyDocument &d, const char *more = "")
{
    const QString folder = test::buildPath(QStringLiteral("reports"));
    QDir().mkpath(folder);
    QString path = QStringLiteral("%1/monthly-%2%3.pdf")
                       .arg(folder, QString::fromUtf8(testing::UnitTest::GetInstance()->current_test_info()->name()),
                            QLatin1String(more));
    const auto done = writeMonthlyPdf(d, path);
    EXPECT_TRUE(done) << done.error().detail.toStdString();
    return path;
}

QStringList pagesOf(const QString &pdf)
{
    QStringList pages = pdfWords(pdf).split(QLatin1Char('\f'));
    pages.removeLast();
    return pages;
}

TEST(MonthlyPdf, saysEverything_andEachProvinceBeginsAPage)
{
    const QString pdf = written(document());
    const QStringList pages = pagesOf(pdf);
    const QString words = pages.join(QLatin1Char(' '));
    for (const char *word :
         {"Monthly report", "Figures as of", "24 Nov 2026, 09:00", "It holds what this laptop holds.",
          "12 of the 51 centres aimed at are certified.", "Buildings registered", "1,234", "Visits handed in",
          "Identified", "10 (25 %)", "In brackets the share.", "Provisional", "Quota line", "M1", "M12", "72",
          "Nothing by tier.", "Nothing failed.", "Nothing expires."})
        EXPECT_TRUE(words.contains(QLatin1String(word))) << word << '\n' << words.toStdString();
    EXPECT_FALSE(words.contains(QStringLiteral("Nothing in the pipeline.")));
    int begins = -1;
    for (int i = 0; i < pages.size(); ++i) {
        EXPECT_TRUE(pages[i].contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size())));
        EXPECT_TRUE(pages[i].contains(QStringLiteral("Made with Markaz")));
        if (pages[i].trimmed().startsWith(QStringLiteral("Sindh")))
            begins = i;
    }
    EXPECT_GT(begins, 0) << "the second section begins a page, and no earlier one names it";
    EXPECT_TRUE(pdfInfo(pdf).contains(QStringLiteral("Monthly report October 2026")));
}

TEST(MonthlyPdf, nothing_isASentenceAndNoChart)
{
    MonthlyDocument d = document();
    d.sections = {section(QStringLiteral("Sindh"))};
    for (auto &bar : d.sections[0].funnel.bars)
        bar.value = 0;
    for (auto &month : d.sections[0].certified.months)
        month.full = month.provisional = 0;
    const QString words = pdfWords(written(d));
    EXPECT_TRUE(words.contains(QStringLiteral("Nothing in the pipeline.")));
    EXPECT_TRUE(words.contains(QStringLiteral("Nothing was certified.")));
    EXPECT_FALSE(words.contains(QStringLiteral("M12"))) << "no empty axis";
    EXPECT_FALSE(words.contains(QStringLiteral("In brackets"))) << "and no note on what is not there";
}

TEST(MonthlyPdf, aLongTable_saysItsHeadOnEachPageAndKeepsEachRow)
{
    MonthlyDocument d = document();
    d.sections = {section(QStringLiteral("Sindh"))};
    for (int i = 1; i <= 90; ++i)
        d.sections[0].expiring.rows.append(
            {QStringLiteral("MKZ-%1").arg(i, 3, 10, QLatin1Char('0')),
             QStringLiteral("begin%1x %2 end%1x").arg(i).arg(QStringLiteral("words ").repeated(1 + i * 7 % 30))});
    d.sections[0].expiring.note = QStringLiteral("And 5 more.");
    const QStringList pages = pagesOf(written(d));
    ASSERT_GE(pages.size(), 3);
    int rows = 0;
    for (const QString &page : pages) {
        for (int i = 1; i <= 90; ++i) {
            const bool begins = page.contains(QStringLiteral("begin%1x").arg(i));
            EXPECT_EQ(begins, page.contains(QStringLiteral("end%1x").arg(i))) << i;
            rows += begins ? 1 : 0;
        }
        EXPECT_TRUE(!page.contains(QStringLiteral("begin")) || page.contains(QStringLiteral("Number")));
    }
    EXPECT_EQ(rows, 90);
    for (const QString &page : pages.mid(1))
        EXPECT_TRUE(page.contains(QStringLiteral("October 2026 · Sindh"))) << "what the page is of";
    EXPECT_TRUE(pages.last().contains(QStringLiteral("And 5 more.")));
}

TEST(MonthlyPdf, fontsAreEmbedded_andNothingLeavesThePage)
{
    MonthlyDocument d = document();
    d.facts.append({QString(120, QLatin1Char('W')), QString(200, QLatin1Char('W'))});
    d.sections[0].title = QString(90, QLatin1Char('W'));
    d.sections[0].funnel.bars[0].label = QString(120, QLatin1Char('W'));
    d.sections[0].figures.rows[0][0] = QString(120, QLatin1Char('W'));
    const QString pdf = written(d);
    expectEmbeddedFonts(pdf, {QStringLiteral("NotoSans")});
    for (int page = 1; page <= pagesOf(pdf).size(); ++page)
        EXPECT_EQ(inkInTheMargins(pdfPicture(pdf, page, 75), 50), 0) << page;
}

/// Dark pixels in the room of the columns, as a grey printer has them.
int greyInk(int full, int provisional)
{
    MonthlyDocument d = document();
    MonthlySection s;
    s.certified = section(QString()).certified;
    s.title = QStringLiteral("Sindh");
    for (auto &month : s.certified.months)
        month = {QStringLiteral("M"), full, provisional, 0};
    d.sections = {s};
    const QImage page =
        pdfPicture(written(d, full > 0 ? "-full" : "-provisional"), 1, 100).convertToFormat(QImage::Format_Grayscale8);
    int dark = 0;
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x)
            dark += qGray(page.pixel(x, y)) < 110 ? 1 : 0;
    }
    return dark;
}

TEST(MonthlyPdf, fullAndProvisional_differInGrey)
{
    const int full = greyInk(50, 0);
    const int provisional = greyInk(0, 50);
    EXPECT_GT(full, 2 * provisional) << "solid is darker than hatched";
    EXPECT_GT(provisional, greyInk(0, 1)) << "and hatched is no blank";
}

TEST(MonthlyPdf, inUrdu_runsFromTheRight)
{
    MonthlyDocument d = document();
    d.urdu = true;
    d.title = QStringLiteral("ماہانہ رپورٹ");
    d.month = QStringLiteral("اکتوبر 2026");
    d.facts = {{QStringLiteral("صوبے"), QStringLiteral("سندھ")}};
    d.sections = {section(QStringLiteral("سندھ"))};
    d.sections[0].funnel.bars[0].label = QStringLiteral("شناخت شدہ");
    d.foot = QStringLiteral("مرکز سے بنایا گیا");
    d.pageOf = QStringLiteral("صفحہ %1 از %2");
    const QString pdf = written(d);
    expectEmbeddedFonts(pdf, {QStringLiteral("NotoNastaliqUrdu"), QStringLiteral("NotoSans")});
    const QImage page = pdfPicture(pdf, 1);
    EXPECT_EQ(inkInTheMargins(page, 50), 0);
    EXPECT_GT(inkIn(page, {530, 60, 208, 45}), 0) << "the title stands at the right";
    EXPECT_EQ(inkIn(page, {56, 60, 208, 45}), 0);
}

TEST(MonthlyPdf, wordsOfTwoLinesInTheCharts_pushDownWhatIsBelow)
{
    MonthlyDocument d = document();
    d.urdu = true;
    d.sections = {section(QStringLiteral("سندھ"))};
    MonthlySection &only = d.sections[0];
    const auto lowest = [&d](const char *name) { // ink, in pixels of 96 to the inch, above the foot
        const QString pdf = written(d, name);
        EXPECT_EQ(pagesOf(pdf).size(), 1) << name;
        const QImage page = pdfPicture(pdf, 1);
        const qreal scale = page.width() / 793.7;
        for (int y = page.height() * 9 / 10; y > 0; --y) {
            for (int x = 0; x < page.width(); ++x) {
                if (qGray(page.pixel(x, y)) < 128)
                    return static_cast<int>(y / scale);
            }
        }
        return 0;
    };
    only.certified.months.clear();
    for (MonthlyBars::Bar &bar : only.funnel.bars) {
        bar.value = 12345;
        bar.shown = QStringLiteral("12,345");
    }
    const int bars = lowest("bars");
    for (MonthlyBars::Bar &bar : only.funnel.bars)
        bar.shown = QStringLiteral("12,345 از 54,321 (22.7 فیصد، تمام صوبوں میں سے)");
    EXPECT_GE(lowest("barslong"), bars + 2 * 20) << "each bar has a second line";

    only = section(QStringLiteral("سندھ"));
    only.funnel.bars.clear();
    const int columns = lowest("columns");
    for (MonthlyColumns::Month &month : only.certified.months) {
        month.full = 54321;
        month.label = QStringLiteral("ستمبر کا مہینا 2026");
    }
    EXPECT_GE(lowest("columnslong"), columns + 20) << "the months have a second line";
}

TEST(MonthlyPdf, aSampleSaysSoOnEachPage)
{
    MonthlyDocument d = document();
    const auto watermarked = [](const QString &pdf, int page) {
        const QImage picture = pdfPicture(pdf, page, 50);
        int pale = 0;
        for (int y = picture.height() / 3; y < picture.height() * 2 / 3; ++y) {
            for (int x = 0; x < picture.width(); ++x)
                pale += picture.pixel(x, y) == qRgb(0xE9, 0xEF, 0xEC) ? 1 : 0;
        }
        return pale > 500;
    };
    EXPECT_FALSE(watermarked(written(d), 1));
    d.sample = true;
    const QString sample = written(d);
    for (int page = 1; page <= pagesOf(sample).size(); ++page) {
        EXPECT_TRUE(watermarked(sample, page)) << page;
        EXPECT_TRUE(pdfWordsAtTop(sample, page, 54).contains(QStringLiteral("SAMPLE"))) << page;
    }
}

TEST(MonthlyPdf, stopped_leavesTheFileThatWasThere)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("report.pdf"));
    QFile before(path);
    ASSERT_TRUE(before.open(QIODevice::WriteOnly));
    before.write("before");
    before.close();
    int pages = 0;
    const auto done = writeMonthlyPdf(document(), path, [&pages] { return ++pages < 2; });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().where, QStringLiteral("cancelled"));
    ASSERT_TRUE(before.open(QIODevice::ReadOnly));
    EXPECT_EQ(before.readAll(), QByteArray("before"));
    EXPECT_EQ(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden).size(), 1) << "nothing half-written either";
    const QString nowhere = dir.filePath(QStringLiteral("none/report.pdf"));
    const auto failed = writeMonthlyPdf(document(), nowhere);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::StorageFailed);
    EXPECT_EQ(failed.error().where, nowhere);
}

TEST(MonthlyPdf, anAxis_endsAtARoundNumber)
{
    const std::pair<int, int> tops[]{{0, 2}, {1, 2}, {3, 4}, {7, 8}, {11, 20}, {21, 30}, {231, 300}, {5000, 5000}};
    for (const auto &[value, top] : tops)
        EXPECT_EQ(axisTop(value), top) << value;
}

} // namespace
} // namespace markaz
