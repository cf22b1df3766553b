// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The inspection's report as it is printed: what stands on its pages, by poppler's programs.
#include "tests/core/reporting/pdftools.h"
#include "tests/support/paths.h"
#include "tests/ui/evidence/evidencefixture.h"

#include "core/reporting/report.h"
#include "core/workflow/findings.h"
#include "ui/pages/inspection/inspectionreport.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFileDialog>

namespace markaz::ui {
namespace {

using namespace test;

class ReportPdf : public EvidenceFixture
{
protected:
    QString m_visit;

    /// Three photos, two items that fail, a finding about one of them; handed in.
    void SetUp() override
    {
        EvidenceFixture::SetUp();
        account(m_inspector, "sample.inspector", "Sample Inspector", "inspector");
        auto answers = perfect();
        for (const char *code : {"C-02", "E-05"})
            samples::makeFail(answers, markaz::test::standard(), QLatin1String(code), 1);
        m_visit = draftWith(visitedBuilding(7), answers);
        evidence(m_visit, "C-02", true, bytesOf(samplePicture({1600, 1200}, Qt::darkGreen)));
        evidence(m_visit, "C-02", true, bytesOf(samplePicture({1200, 1600}, Qt::darkBlue)));
        evidence(m_visit, "E-05", true, bytesOf(samplePicture({1600, 900}, Qt::darkRed)));
        ASSERT_TRUE(RaiseFinding(*m_workspace, m_standards)
                        .run(m_me, m_visit, QStringLiteral("C-02"),
                             {Severity::Critical, QStringLiteral("The rear exit is locked during hours."),
                              QStringLiteral("Owner"), QDate(2026, 12, 24)})
                        .ok());
        ASSERT_TRUE(submitting().run(m_me, m_visit, QStringLiteral("done")).ok());
    }
    QString written(const ReportDocument &report)
    {
        const QString folder = markaz::test::buildPath(QStringLiteral("reports"));
        QDir().mkpath(folder);
        QString path =
            QStringLiteral("%1/inspection-%2.pdf").arg(folder, isUrdu() ? QStringLiteral("ur") : QStringLiteral("en"));
        const auto done = writeReportPdf(report, path);
        EXPECT_TRUE(done) << done.error().detail.toStdString();
        return path;
    }
    /// Width and height of each picture in the file.
    static QList<QSize> picturesIn(const QString &pdf)
    {
        QList<QSize> sizes;
        const QStringList lines = QString::fromUtf8(output(QStringLiteral("pdfimages"), {QStringLiteral("-list"), pdf}))
                                      .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &line : lines.mid(2)) {
            const QStringList cells = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
            if (cells.value(2) == QLatin1String("image"))
                sizes.append({cells.value(3).toInt(), cells.value(4).toInt()});
        }
        return sizes;
    }
};

TEST_F(ReportPdf, inEnglish_hasTheScoreBySectionWhatFailsTheFindingsAndThePhotos)
{
    const auto report = inspectionReport(services(m_chief), m_visit);
    ASSERT_TRUE(report);
    const QString pdf = written(*report);
    QString words = pdfWords(pdf).simplified();
    const ScoreResult score = submitting().scoreOf(m_visit).value();
    for (const SectionScore &section : score.sections) {
        const QString row = QStringLiteral("%1 of %2 %3 %4")
                                .arg(section.answered)
                                .arg(section.total)
                                .arg(section.failing)
                                .arg(format::score(section.scoreBp));
        EXPECT_TRUE(words.contains(row)) << qPrintable(section.code + QStringLiteral(": ") + row) << '\n'
                                         << qPrintable(words);
    }
    for (const char *said : {"LHE-0007", "C-02", "E-05", "The rear exit is locked during", "Owner", "24 Dec 2026",
                             "Sample Inspector", "Photos", "Signatures", "Page 1 of"})
        EXPECT_TRUE(words.contains(QLatin1String(said))) << said << '\n' << qPrintable(words);
    const QList<QSize> pictures = picturesIn(pdf);
    ASSERT_EQ(pictures.size(), 3);
    for (const QSize &size : pictures)
        EXPECT_GE(std::max(size.width() / 2.2, size.height() / 1.5), 280) << "dots an inch on paper";
    expectEmbeddedFonts(pdf, {QStringLiteral("NotoSans")});
}

TEST_F(ReportPdf, inUrdu_isSetInNastaliqWithTheSamePhotos)
{
    ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    const auto report = inspectionReport(services(m_chief), m_visit);
    ASSERT_TRUE(report);
    const QString pdf = written(*report);
    EXPECT_EQ(picturesIn(pdf).size(), 3);
    expectEmbeddedFonts(pdf, {QStringLiteral("NotoNastaliqUrdu")});
    EXPECT_TRUE(pdfWords(pdf).contains(QStringLiteral("C-02")));
    EXPECT_EQ(inkInTheMargins(pdfPicture(pdf, 1), 50), 0);
}

TEST_F(ReportPdf, theOfficer_savesItFromTheReview)
{
    ReviewPage page(services(m_chief));
    page.resize(1366, 640);
    present(page);
    page.open(m_visit);
    settle();
    click(part<QPushButton>(page, "reviewReport"));
    auto *dialog = page.findChild<QFileDialog *>(QStringLiteral("saveReportDialog"));
    ASSERT_NE(dialog, nullptr);
    Q_EMIT dialog->fileSelected(m_dir.filePath(QStringLiteral("none/report.pdf")));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return messagesOf(page).contains(QStringLiteral("none/report.pdf could not be written.")); }, 30'000))
        << qPrintable(messagesOf(page));
    const QString path = m_dir.filePath(QStringLiteral("report.pdf"));
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    ASSERT_TRUE(QTest::qWaitFor([&] { return messagesOf(page).contains(QStringLiteral("is saved as")); }, 30'000));
    EXPECT_EQ(picturesIn(path).size(), 3);
}

} // namespace
} // namespace markaz::ui
