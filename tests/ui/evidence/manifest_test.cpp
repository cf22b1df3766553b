// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every file of a visit in a list: on the pages that show it, and in the PDF of the inspection.
#include "tests/ui/evidence/evidencefixture.h"

#include "ui/models/manifestmodel.h"
#include "ui/pages/inspection/inspectionreport.h"
#include "ui/pages/inspection/submitpage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/widgets/evidence/filelistsheet.h"

#include <QAbstractItemModelTester>
#include <QFileDialog>
#include <QTableView>
#include <QTemporaryDir>

namespace markaz::ui {
namespace {

using namespace test;

class ManifestTest : public EvidenceFixture
{
protected:
    static QStringList column(const QAbstractItemModel &model, int column)
    {
        QStringList cells;
        for (int row = 0; row < model.rowCount(); ++row)
            cells.append(plain(model.index(row, column).data().toString()));
        return cells;
    }
    /// Small pictures of which no two are the same.
    void photos(const QString &inspection, int count)
    {
        for (int i = 0; i < count; ++i)
            evidence(inspection, "C-02", true, bytesOf(samplePicture({48, 36}, QColor(4 * i, 255 - 4 * i, 90))));
    }
};

TEST_F(ManifestTest, files_standInTheStandardsOrder_andOtherPlacesApart)
{
    const QString whole = evidence(m_draft, "", true);
    attached(m_draft, QStringLiteral("Z-09"), "photo"); // of a version that is gone
    attached(m_draft, QString(), "document");
    attached(m_draft, QStringLiteral("Z-01"), "photo");
    attached(m_draft, QStringLiteral("C-02"), "photo");
    attached(m_draft, QStringLiteral("A-01"), "document");
    attached(m_draft, QStringLiteral("Z-09"), "photo");
    ManifestModel model(services());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_TRUE(model.show(m_draft).ok());
    EXPECT_EQ(column(model, ManifestModel::ItemColumn),
              (QStringList{QStringLiteral("A-01"), QStringLiteral("C-02"), QStringLiteral("Z-01"),
                           QStringLiteral("Z-09"), QStringLiteral("Z-09"), QString(), QString()}));
    const QString other = QStringLiteral("Of another version of the standard");
    const QString visit = QStringLiteral("The visit as a whole");
    EXPECT_EQ(column(model, ManifestModel::SectionColumn).mid(2), (QStringList{other, other, other, visit, visit}));
    EXPECT_TRUE(model.sectionAt(1).startsWith(QStringLiteral("C  ")));
    EXPECT_EQ(column(model, ManifestModel::KindColumn).first(), QStringLiteral("Document"));
    EXPECT_EQ(model.fileAt(5).id, whole);
    EXPECT_EQ(column(model, ManifestModel::ServerColumn).at(5), QStringLiteral("On the server"));
    EXPECT_EQ(column(model, ManifestModel::ServerColumn).first(), QStringLiteral("Not yet"));
    const QModelIndex hash = model.index(0, ManifestModel::HashColumn);
    EXPECT_EQ(hash.data(Qt::ToolTipRole).toString(), model.fileAt(0).sha256);
    EXPECT_EQ(plain(hash.data().toString()), model.fileAt(0).sha256.left(12));
    EXPECT_FALSE(model.show(QStringLiteral("none")).ok());
    EXPECT_EQ(model.rowCount(), 7) << "what was read stays";
}

TEST_F(ManifestTest, listOfFiles_opensFromTheReviewBeforeSubmitting_andFollowsWhatComes)
{
    attached(m_draft, QStringLiteral("C-02"), "photo");
    auto page = std::make_unique<SubmitPage>(services());
    page->resize(1366, 690);
    present(*page);
    page->open(m_draft);
    click(part<QPushButton>(*page, "listOfFiles"));
    auto *sheet = page->findChild<FileListSheet *>();
    ASSERT_NE(sheet, nullptr);
    const auto *table = part<QTableView>(*sheet, "fileList")->model();
    ASSERT_EQ(table->rowCount(), 1);
    auto bytes = bytesOf(samplePicture({320, 240}, Qt::darkCyan));
    QBuffer source(&bytes);
    source.open(QIODevice::ReadOnly);
    auto checked = checkContent(contentStoreOf(*m_workspace), source, QStringLiteral("gate.jpg"), {});
    ASSERT_TRUE(attaching().attach(m_me, {m_draft, QStringLiteral("A-02")}, std::move(checked).value()).ok());
    ASSERT_EQ(table->rowCount(), 2) << "what was under way came meanwhile";
    EXPECT_EQ(plain(table->index(0, ManifestModel::NameColumn).data().toString()), QStringLiteral("gate.jpg"));
    click(part<QPushButton>(*sheet, "closeFileList"));
    settle();
    EXPECT_EQ(page->findChild<FileListSheet *>(), nullptr);
    leave(page);
}

TEST_F(ManifestTest, listOfFiles_opensFromTheOfficersReview)
{
    const QString sent = submitted(visitedBuilding(2));
    const QString bare = submitted(visitedBuilding(3));
    attached(sent, QStringLiteral("C-02"), "photo");
    auto page = std::make_unique<ReviewPage>(services(m_chief));
    page->resize(1366, 690);
    present(*page);
    page->open(bare);
    EXPECT_FALSE(part<QPushButton>(*page, "listOfFiles")->isVisible()) << "there is nothing to list";
    page->open(sent);
    click(part<QPushButton>(*page, "listOfFiles"));
    auto *sheet = page->findChild<FileListSheet *>();
    ASSERT_NE(sheet, nullptr);
    EXPECT_EQ(part<QTableView>(*sheet, "fileList")->model()->rowCount(), 1);
    leave(page);
}

TEST_F(ManifestTest, report_showsSixtyPhotosAndListsAll)
{
    photos(m_draft, 61);
    const auto report = inspectionReport(services(), m_draft);
    ASSERT_TRUE(report.ok()) << qPrintable(report.error().detail);
    EXPECT_EQ(report->pictures.size(), 60);
    EXPECT_EQ(report->picturesTitle, QStringLiteral("Photos: 60 of 61"));
    qsizetype listed = 0;
    for (const ReportTable &table : report->tables) {
        if (table.title == QLatin1String("Files"))
            listed = table.rows.size() - 1; // and its section above
    }
    EXPECT_EQ(listed, 61);
}

TEST_F(ManifestTest, report_isWrittenWhileThePageGoesOn)
{
    photos(m_draft, 8);
    auto page = std::make_unique<SubmitPage>(services());
    page->resize(1366, 690);
    present(*page);
    page->open(m_draft, {});
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sample.pdf"));
    click(part<QPushButton>(*page, "saveReport"));
    auto *dialog = page->findChild<QFileDialog *>(QStringLiteral("saveReportDialog"));
    ASSERT_NE(dialog, nullptr);
    Q_EMIT dialog->fileSelected(path);
    MessageArea *messages = page->findChild<MessageArea *>();
    const auto told = [messages] { return messages->bar(QStringLiteral("report"))->message(); };
    EXPECT_FALSE(QFileInfo::exists(path)) << "nobody waits for its photos";
    EXPECT_EQ(told().status, Status::Info);
    ASSERT_TRUE(QTest::qWaitFor([&] { return told().status == Status::Ok; }, 20'000));
    EXPECT_TRUE(plain(told().sentence.fact).contains(path)) << qPrintable(told().sentence.fact);
    EXPECT_GT(QFileInfo(path).size(), 20'000);

    click(part<QPushButton>(*page, "saveReport"));
    Q_EMIT page->findChildren<QFileDialog *>().last()->fileSelected(folder.filePath(QStringLiteral("again.pdf")));
    leave(page); // which waits for what is being written
    EXPECT_TRUE(QFileInfo::exists(folder.filePath(QStringLiteral("again.pdf"))));
}

} // namespace
} // namespace markaz::ui
