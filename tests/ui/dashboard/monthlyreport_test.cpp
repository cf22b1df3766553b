// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The ministry's report from the dashboard's button: month, dialog, file, and what is said of it.
#include "core/storage/syncstaterepository.h"
#include "tests/core/reporting/pdftools.h"
#include "tests/support/paths.h"
#include "tests/ui/dashboard/dashboardfixture.h"

#include "ui/pages/dashboard/monthlydocument.h"
#include "ui/pages/dashboard/monthlysheet.h"
#include "ui/text/format.h"
#include "ui/widgets/jobprogress.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

class MonthlyReportTest : public test::DashboardFixture
{
protected:
    QTemporaryDir m_out;

    void SetUp() override
    {
        DashboardFixture::SetUp();
        fillKnown();
        ASSERT_TRUE(SyncStateRepository(*m_database)
                        .set(QStringLiteral("last_contact"), QStringLiteral("2026-11-23T08:30:00.000Z"))
                        .ok());
    }
    std::unique_ptr<DashboardPage> shown(const QStringList &provinces = {})
    {
        auto page = std::make_unique<DashboardPage>(services(Role::Officer, provinces));
        page->resize(1366, 690);
        test::present(*page);
        return page;
    }
    static MonthlySheet *open(DashboardPage &page)
    {
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("monthlyReport")), Qt::LeftButton);
        return page.findChild<MonthlySheet *>(QStringLiteral("monthlySheet"));
    }
    /// Saves the month at \p index under \p path, and waits for the word on it.
    static QString saved(MonthlySheet &sheet, int index, const QString &path)
    {
        auto *month = sheet.findChild<QComboBox *>(QStringLiteral("reportMonth"));
        month->setFocus();
        QTest::keyClick(month, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(month, Qt::Key_Down);
        EXPECT_EQ(month->currentIndex(), index);
        answer(sheet, path);
        return word(sheet);
    }
    static void answer(MonthlySheet &sheet, const QString &path)
    {
        QTest::mouseClick(sheet.findChild<QPushButton *>(QStringLiteral("saveReport")), Qt::LeftButton);
        auto *dialog = sheet.findChild<QFileDialog *>(QStringLiteral("saveReportDialog"));
        ASSERT_NE(dialog, nullptr);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
    }
    static QString word(MonthlySheet &sheet)
    {
        auto *messages = sheet.findChild<MessageArea *>();
        const bool said =
            QTest::qWaitFor([messages] { return messages->bar(QStringLiteral("report")) != nullptr; }, 60'000);
        EXPECT_TRUE(said);
        return said ? messages->bar(QStringLiteral("report"))->message().sentence.plain() : QString();
    }
    QString file(const char *name) const { return m_out.filePath(QLatin1String(name)); }
};

TEST_F(MonthlyReportTest, theButton_savesTheMonthThatIsChosen)
{
    const auto page = shown();
    auto *sheet = open(*page);
    ASSERT_NE(sheet, nullptr);
    auto *month = sheet->findChild<QComboBox *>(QStringLiteral("reportMonth"));
    EXPECT_EQ(month->itemText(0), QStringLiteral("November 2026, until today"));
    EXPECT_EQ(month->currentText(), QStringLiteral("October 2026")) << "the last one that is over";
    EXPECT_EQ(month->itemText(month->count() - 1), QStringLiteral("September 2023"));
    EXPECT_TRUE(month->hasFocus());

    const QString path = file("november.pdf");
    const QString said = saved(*sheet, 0, path);
    EXPECT_TRUE(said.contains(path)) << qPrintable(said);
    const QString words = pdfWords(path).simplified();
    for (const char *expected :
         {"Monthly report on freelancing centres", "November 2026, until 24 Nov 2026", "All of Pakistan",
          "23 Nov 2026, 13:30 (last sync)", "Sample officer, Regional officer",
          "4 of the 250 centres aimed at by Feb 2027 are certified. That is 226 behind the line.",
          "The month is not over: it is counted until 24 Nov 2026.",
          "This laptop last synced on 23 Nov 2026: what came after is missing.",
          "Made with Markaz on 24 Nov 2026. Records as of 23 Nov 2026.", "Seats in certified centres 460 260 60",
          "Certified centres 4 3 1", "Issued, full 1 0 0", "Quota line 230", "Nothing happened here in Nov 2026.",
          "Nothing: no building is registered here.", "LHE-0002 Sample building LHE-0002", "15 Feb 2027",
          "C-09 Smoke detection and alarm", "1 of 1 (100 %)"})
        EXPECT_TRUE(words.contains(QLatin1String(expected))) << expected << '\n' << words.toStdString();
    EXPECT_FALSE(sheet->findChild<JobProgress *>()->isVisible());
    QTest::keyClick(sheet, Qt::Key_Escape);
    EXPECT_TRUE(QTest::qWaitFor([&] { return page->findChild<MonthlySheet *>() == nullptr; }));
}

TEST_F(MonthlyReportTest, ofSomeProvinces_saysWhichAndHoldsNoOther)
{
    const auto page = shown({QStringLiteral("PK-SD"), QStringLiteral("PK-BA")});
    const QString path = file("two.pdf");
    saved(*open(*page), 1, path);
    const QString words = pdfWords(path).simplified();
    EXPECT_TRUE(words.contains(QStringLiteral("These provinces together"))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("had taken by the end of 31 Oct 2026, of "))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("Sindh")));
    EXPECT_TRUE(words.contains(QStringLiteral("Balochistan")));
    EXPECT_FALSE(words.contains(QStringLiteral("Punjab")));
    EXPECT_FALSE(words.contains(QStringLiteral("LHE-")));
    EXPECT_FALSE(words.contains(QStringLiteral("The month is not over")));
}

TEST_F(MonthlyReportTest, aFolderThatIsNotThere_isSaidAndTheSheetGoesOn)
{
    const auto page = shown();
    auto *sheet = open(*page);
    const QString path = file("none/report.pdf");
    EXPECT_EQ(saved(*sheet, 1, path),
              format::isolate(path) + QStringLiteral(" could not be written. What was there before is still there. "
                                                     "Choose a folder that is there and that you may write to."));
    EXPECT_TRUE(sheet->findChild<QPushButton *>(QStringLiteral("saveReport"))->isEnabled());
    EXPECT_TRUE(saved(*sheet, 1, file("there.pdf")).contains(QStringLiteral("is saved")));
}

TEST_F(MonthlyReportTest, stopped_writesNothing)
{
    const auto page = shown();
    auto *sheet = open(*page);
    const QString path = file("stopped.pdf");
    answer(*sheet, path);
    auto *cancel = sheet->findChild<JobProgress *>()->cancelButton();
    ASSERT_TRUE(cancel->isVisible());
    EXPECT_TRUE(cancel->hasFocus());
    QTest::keyClick(sheet, Qt::Key_Escape); // before any event of the job: it cannot be done yet
    EXPECT_EQ(word(*sheet),
              QStringLiteral("The report was stopped. Nothing was written; what was in the file before is "
                             "still there."));
    EXPECT_FALSE(QFile::exists(path));
    EXPECT_NE(page->findChild<MonthlySheet *>(), nullptr);
}

TEST_F(MonthlyReportTest, goneWhileItRuns_writesNothing)
{
    auto page = shown();
    const QString path = file("gone.pdf");
    answer(*open(*page), path);
    page.reset();
    EXPECT_FALSE(QFile::exists(path));
    EXPECT_TRUE(QDir(m_out.path()).isEmpty(QDir::Files | QDir::Hidden));
}

TEST_F(MonthlyReportTest, inUrdu_isInNastaliq)
{
    const test::ThemeGuard urdu(ColourScheme::Light, Language::Urdu);
    const auto page = shown();
    const QString folder = markaz::test::buildPath(QStringLiteral("reports"));
    QDir().mkpath(folder);
    const QString path = folder + QStringLiteral("/monthly-ur.pdf");
    saved(*open(*page), 0, path);
    expectEmbeddedFonts(path, {QStringLiteral("NotoNastaliqUrdu"), QStringLiteral("NotoSans")});
    EXPECT_EQ(inkInTheMargins(pdfPicture(path, 1, 75), 50), 0);
    EXPECT_FALSE(pdfWords(path).contains(QStringLiteral("Monthly report"))) << "each word has its Urdu";
    EXPECT_FALSE(pdfWords(path).contains(QStringLiteral("Certificates")));
}

TEST(MonthlyRefusals, areSentences)
{
    const ProgrammePolicy policy = builtinPolicy().value();
    const auto plain = [&policy](const char *where) {
        return monthlySentence(makeError(ErrorCode::InvalidValue, QStringLiteral("x"), QLatin1String(where)), policy)
            .plain();
    };
    EXPECT_EQ(plain("month.future"),
              QStringLiteral("That month has not begun yet. Choose this month or an earlier one."));
    EXPECT_EQ(plain("month.early"), QStringLiteral("The programme began in Sep 2023: there is nothing to report of an "
                                                   "earlier month. Choose a later month."));
    const QString path = QStringLiteral("/full/october.pdf");
    const auto unwritten = [&](ErrorCode code, const QString &where) {
        return monthlySentence(makeError(code, QStringLiteral("No space left on device"), where), policy, path).plain();
    };
    EXPECT_EQ(
        unwritten(ErrorCode::StorageFull, path),
        QStringLiteral("The disk is full: %1 could not be written. What was there before is still there. Free some "
                       "space, or choose a folder on another disk.")
            .arg(format::isolate(path)));
    EXPECT_FALSE(unwritten(ErrorCode::StorageFull, QStringLiteral("cache.sqlite")).contains(path)) << "not the file";
    EXPECT_EQ(plain("month"), QStringLiteral("That is no month. Write the year and the month, such as 2026-10."));
}

TEST_F(MonthlyReportTest, PicturesOfTheSheet)
{
    const QString folder = markaz::test::buildPath(QStringLiteral("gallery"));
    QDir().mkpath(folder);
    for (const auto &[look, scheme, language] : {std::tuple{"light", ColourScheme::Light, Language::English},
                                                 std::tuple{"dark", ColourScheme::Dark, Language::English},
                                                 std::tuple{"urdu", ColourScheme::Light, Language::Urdu}}) {
        const test::ThemeGuard guard(scheme, language);
        const auto page = shown();
        auto *sheet = open(*page);
        ASSERT_NE(sheet, nullptr);
        QCoreApplication::processEvents();
        EXPECT_TRUE(
            page->grab().save(QStringLiteral("%1/page-monthly-report-%2.png").arg(folder, QLatin1String(look))));
    }
}

} // namespace
} // namespace markaz::ui
