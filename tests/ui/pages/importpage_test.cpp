// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/deskfixture.h"

#include "ui/desk.h"
#include "ui/mainwindow.h"
#include "ui/pages/buildings/importpage.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/frame/topbar.h"
#include "ui/widgets/jobprogress.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDeadlineTimer>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QTableView>
#include <QTemporaryDir>
#include <QThread>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

const QByteArray kHead = "Building name,Address,City,Covered area,Floors,Serial,Owner,Phone\n";

class ImportPageTest : public DeskFixture
{
protected:
    QTemporaryDir m_files;
    std::unique_ptr<ImportPage> m_page;

    void open(const Actor &actor)
    {
        leave(m_page);
        m_page = std::make_unique<ImportPage>(services(actor));
        m_page->resize(1366, 640);
        present(*m_page);
    }
    void open() { open(m_me); }
    void TearDown() override { leave(m_page); }

    QString file(const QByteArray &csv)
    {
        QString path = m_files.filePath(QStringLiteral("buildings.csv"));
        QFile written(path);
        EXPECT_TRUE(written.open(QIODevice::WriteOnly));
        written.write(csv);
        return path;
    }
    void settled(const std::function<void()> &act)
    {
        QSignalSpy done(m_page.get(), &ImportPage::settled);
        act();
        ASSERT_TRUE(done.count() > 0 || done.wait());
    }
    void take(const QByteArray &csv)
    {
        settled([&] { m_page->takeFile(file(csv)); });
    }
    QPushButton *next() { return part<QPushButton>(*m_page, "importNext"); }
    void press()
    {
        settled([this] { click(next()); });
    }
    QString chosen(int column)
    {
        return part<QComboBox>(*m_page, qPrintable(QStringLiteral("importField.%1").arg(column)))
            ->currentData()
            .toString();
    }
    void choose(int column, const char *field)
    {
        auto *combo = part<QComboBox>(*m_page, qPrintable(QStringLiteral("importField.%1").arg(column)));
        combo->setFocus();
        while (combo->currentData().toString() != QLatin1String(field)) {
            const int before = combo->currentIndex();
            QTest::keyClick(combo, combo->findData(QLatin1String(field)) > before ? Qt::Key_Down : Qt::Key_Up);
            ASSERT_NE(combo->currentIndex(), before);
        }
    }
    QString figures() { return part<QLabel>(*m_page, "importFigures")->text(); }
    int buildings() { return cell(QStringLiteral("SELECT count(*) FROM building")).toInt(); }
    QByteArray content(const QString &path)
    {
        QFile read(path);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
};

TEST_F(ImportPageTest, aFile_isPreviewedMappedCheckedAndImported)
{
    building("LHE", 7, {{QStringLiteral("name"), QStringLiteral("Old cinema")}});
    open();
    take(kHead + "Mill,1 Road,Lahore,5200,2,1,Sample Owner,0300-1234567\n"
                 "Hall,2 Road,Nowhere,4000,1,2,,\n"
                 "Old Cinema,3 Road,Lahore,4000,1,3,,\n"
                 "Store,4 Road,Karachi,4000,1,4,,\n");
    auto *rows = part<QTableView>(*m_page, "importRows");
    const QAbstractItemModelTester tester(rows->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(rows->model()->rowCount(), 4);
    EXPECT_EQ(rows->model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("Building name"));
    EXPECT_EQ(chosen(0), QStringLiteral("name"));
    EXPECT_EQ(chosen(3), QStringLiteral("covered_area_sqft"));
    EXPECT_EQ(chosen(5), QString());
    EXPECT_EQ(chosen(6), QStringLiteral("owner_name"));
    EXPECT_EQ(next()->text(), QStringLiteral("Check the rows"));
    press();
    EXPECT_EQ(buildings(), 1) << "nothing yet";
    EXPECT_EQ(figures(), QStringLiteral("Rows: 4. Good: 1. May be there already: 1. Refused: 2."));
    auto *faults = part<QTableView>(*m_page, "importFaults");
    const QAbstractItemModelTester faultsTester(faults->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto told = [faults](int row, int column) { return faults->model()->index(row, column).data().toString(); };
    EXPECT_EQ(told(0, 0), QStringLiteral("3"));
    EXPECT_EQ(told(0, 1), QStringLiteral("City"));
    EXPECT_TRUE(told(0, 2).contains(QStringLiteral("is no city")));
    EXPECT_TRUE(told(1, 2).contains(QStringLiteral("LHE-0007"))) << qPrintable(told(1, 2));
    EXPECT_TRUE(told(2, 2).contains(QStringLiteral("outside your provinces"))) << qPrintable(told(2, 2));
    EXPECT_EQ(next()->text(), QStringLiteral("Register 1 building"));
    click(part<QCheckBox>(*m_page, "alsoAlike"));
    EXPECT_EQ(next()->text(), QStringLiteral("Register 2 buildings"));
    QSignalSpy imported(m_page.get(), &ImportPage::imported);
    QSignalSpy many(&m_notifier, &ChangeNotifier::manyChanged);
    press();
    ASSERT_EQ(imported.count(), 1) << qPrintable(messagesOf(*m_page));
    EXPECT_EQ(imported.first().first().toLongLong(), 2);
    EXPECT_EQ(many.count(), 1) << "the pages hear of it";
    EXPECT_EQ(buildings(), 3);
    EXPECT_EQ(owed().size(), 3) << "and an owner";
}

TEST_F(ImportPageTest, refusedRows_areSavedWithTheirReasons)
{
    open();
    take(kHead + "Mill,1 Road,Lahore,5200,2,1,,\n=Hall,2 Road,Nowhere,4000,1,2,,\n");
    press();
    click(part<QPushButton>(*m_page, "saveFaults"));
    auto *dialog = m_page->findChild<QFileDialog *>();
    ASSERT_NE(dialog, nullptr);
    const QString path = m_files.filePath(QStringLiteral("errors.csv"));
    settled([&] { Q_EMIT dialog->fileSelected(m_files.filePath(QStringLiteral("none/errors.csv"))); });
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("none/errors.csv could not be written.")))
        << qPrintable(messagesOf(*m_page));
    settled([&] { Q_EMIT dialog->fileSelected(path); });
    dialog->close();
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("errors.csv"))) << qPrintable(messagesOf(*m_page));
    const QStringList lines = QString::fromUtf8(content(path)).split(QStringLiteral("\r\n"));
    ASSERT_EQ(lines.size(), 3);
    EXPECT_TRUE(content(path).startsWith("\xEF\xBB\xBF"));
    EXPECT_EQ(lines.at(0), QStringLiteral("Line,Column,Reason,Building name,Address,City,Covered area,Floors,"
                                          "Serial,Owner,Phone"));
    EXPECT_TRUE(lines.at(1).startsWith(QStringLiteral("3,City,"))) << qPrintable(lines.at(1));
    EXPECT_TRUE(lines.at(1).endsWith(QStringLiteral(",'=Hall,2 Road,Nowhere,4000,1,2,,")));
    EXPECT_EQ(next()->text(), QStringLiteral("Register 1 building")) << "the check still stands";
}

TEST_F(ImportPageTest, columnsThatAreMissing_areAskedFor_andRemembered)
{
    open();
    const QByteArray csv = "name,address,city,Space inside,Levels\nMill,1 Road,Lahore,5200,2\n";
    take(csv);
    EXPECT_FALSE(next()->isEnabled());
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("No column holds “Covered area, sq ft” yet")))
        << qPrintable(wordsOf(*m_page));
    choose(3, "covered_area_sqft");
    choose(4, "covered_area_sqft");
    EXPECT_TRUE(wordsOf(*m_page).contains(QStringLiteral("Two columns are to be “Covered area, sq ft”")));
    choose(4, "storeys");
    EXPECT_TRUE(next()->isEnabled());
    press();
    EXPECT_TRUE(figures().contains(QStringLiteral("Good: 1"))) << qPrintable(figures());
    click(part<QPushButton>(*m_page, "importBack"));
    EXPECT_EQ(next()->text(), QStringLiteral("Check the rows"));
    open(); // another day
    take(csv);
    EXPECT_EQ(chosen(3), QStringLiteral("covered_area_sqft"));
    EXPECT_EQ(chosen(4), QStringLiteral("storeys"));
    EXPECT_TRUE(next()->isEnabled());
}

TEST_F(ImportPageTest, anotherEncodingOrSeparator_isReadAgain)
{
    open();
    take("name;a|address\nMill;b|1 Road\n");
    auto *separator = part<QComboBox>(*m_page, "importSeparator");
    ASSERT_EQ(separator->currentData().toChar(), QLatin1Char(';'));
    separator->setFocus();
    settled([&] { QTest::keyClick(separator, Qt::Key_End); });
    EXPECT_EQ(separator->currentData().toChar(), QLatin1Char('|'));
    EXPECT_EQ(part<QTableView>(*m_page, "importRows")->model()->headerData(1, Qt::Horizontal).toString(),
              QStringLiteral("address"));
}

TEST_F(ImportPageTest, badFiles_areSaidAndNothingIsKept)
{
    open();
    take("name,address\n\"Mill,1 Road\n");
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("Line 2 of the file cannot be read")))
        << qPrintable(messagesOf(*m_page));
    take("name,address\n");
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("no rows")));
    settled([this] { m_page->takeFile(m_files.filePath(QStringLiteral("none.csv"))); });
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("cannot be opened")));
    EXPECT_TRUE(part<QPushButton>(*m_page, "chooseImport")->isVisible());
    take(kHead + "Mill,1 Road,Lahore,5200,2,1,,\n");
    press();
    file(kHead + "Mill,1 Road,Lahore,5201,2,1,,\n");
    press();
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("have changed"))) << qPrintable(messagesOf(*m_page));
    EXPECT_EQ(next()->text(), QStringLiteral("Check the rows"));
    EXPECT_EQ(buildings(), 0);
    EXPECT_EQ(owed().size(), 0);
}

TEST_F(ImportPageTest, cancelled_leavesNothing)
{
    open();
    QByteArray csv = kHead;
    for (int i = 0; i < 20'000; ++i)
        csv += "Mill " + QByteArray::number(i) + "," + QByteArray::number(i) + " Road,Lahore,5200,2,1,,\n";
    take(csv);
    settled([this] {
        click(next());
        auto *progress = part<JobProgress>(*m_page, "jobProgress");
        ASSERT_TRUE(progress->isVisible());
        click(progress->cancelButton());
    });
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("cancelled"))) << qPrintable(messagesOf(*m_page));
    EXPECT_EQ(next()->text(), QStringLiteral("Check the rows"));
    EXPECT_EQ(buildings(), 0);
}

TEST_F(ImportPageTest, leftWhileItWorks_nothingIsTouched)
{
    open();
    take(kHead + "Mill,1 Road,Lahore,5200,2,1,,\n");
    click(next());
    leave(m_page);
    settle();
    EXPECT_EQ(buildings(), 0);
}

TEST_F(ImportPageTest, aDroppedFile_isTaken)
{
    open();
    const QString path = file(kHead + "Mill,1 Road,Lahore,5200,2,1,,\n");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    settled([&] {
        QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_page.get(), &drop);
    });
    EXPECT_EQ(part<QTableView>(*m_page, "importRows")->model()->rowCount(), 1);
    QMimeData words;
    words.setText(QStringLiteral("words"));
    QDragEnterEvent other(QPoint(100, 100), Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
    other.ignore();
    QApplication::sendEvent(m_page.get(), &other);
    EXPECT_FALSE(other.isAccepted());
}

TEST_F(ImportPageTest, fromTheBuildings_andBackWithASentence)
{
    MainWindow window;
    Desk desk(*window.frame(), services(), {});
    window.resize(1366, 690);
    present(window);
    window.frame()->showPage(QStringLiteral("buildings"));
    click(part<QPushButton>(window, "importBuildings"));
    ASSERT_EQ(window.frame()->current(), QStringLiteral("building-import"));
    auto *page = static_cast<ImportPage *>(window.frame()->page(QStringLiteral("building-import")));
    click(part<QPushButton>(*page, "chooseImport"));
    auto *dialog = page->findChild<QFileDialog *>();
    ASSERT_NE(dialog, nullptr);
    QSignalSpy done(page, &ImportPage::settled);
    Q_EMIT dialog->fileSelected(file(kHead + "Mill,1 Road,Lahore,5200,2,1,,\n"));
    dialog->close();
    ASSERT_TRUE(done.wait());
    QTest::keyClick(part<QPushButton>(*page, "importNext"), Qt::Key_Space);
    ASSERT_TRUE(done.wait());
    QTest::keyClick(part<QPushButton>(*page, "importNext"), Qt::Key_Space);
    ASSERT_TRUE(done.wait());
    EXPECT_EQ(window.frame()->current(), QStringLiteral("buildings"));
    EXPECT_TRUE(messagesOf(window).contains(QStringLiteral("Buildings registered from the file: 1")))
        << qPrintable(messagesOf(window));
    EXPECT_EQ(part<QTableView>(window, "buildingsTable")->model()->rowCount(), 1);
    EXPECT_EQ(m_sync.asked, 1);
}

/// A desk whose import page has a checked file of \p rows buildings and its "Register" button in front.
class RegisteringTest : public ImportPageTest
{
protected:
    MainWindow m_window;
    std::unique_ptr<Desk> m_desk;
    ImportPage *m_import = nullptr;

    void check(int rows)
    {
        m_desk = std::make_unique<Desk>(*m_window.frame(), services(), QList<OtherAccount>());
        m_window.resize(1366, 690);
        present(m_window);
        m_window.frame()->showPage(QStringLiteral("buildings"));
        click(part<QPushButton>(m_window, "importBuildings"));
        m_import = static_cast<ImportPage *>(m_window.frame()->page(QStringLiteral("building-import")));
        QByteArray csv = kHead;
        for (int i = 0; i < rows; ++i)
            csv += "Mill " + QByteArray::number(i) + "," + QByteArray::number(i) + " Road,Lahore,5200,2,1,,\n";
        QSignalSpy done(m_import, &ImportPage::settled);
        m_import->takeFile(file(csv));
        ASSERT_TRUE(done.wait());
        click(part<QPushButton>(*m_import, "importNext"));
        ASSERT_TRUE(done.wait(20'000));
    }
    void TearDown() override
    {
        m_desk.reset();
        ImportPageTest::TearDown();
    }
};

TEST_F(RegisteringTest, otherPagesAndTheirChangesWait)
{
    check(1'500);
    MainFrame &frame = *m_window.frame();
    QSignalSpy kept(m_desk.get(), &Desk::unfinishedChanged);
    QSignalSpy done(m_import, &ImportPage::settled);
    click(part<QPushButton>(*m_import, "importNext"));
    ASSERT_TRUE(m_import->isRegistering());
    EXPECT_FALSE(frame.rail()->isEnabled());
    EXPECT_FALSE(frame.topBar()->search()->isEnabled());
    EXPECT_TRUE(wordsOf(*m_import).contains(QStringLiteral("Other pages wait"))) << qPrintable(wordsOf(*m_import));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            const bool registering = m_import->isRegistering();
            EXPECT_TRUE(!registering || kept.count() == 0) << "it would wait for the database";
            return !registering;
        },
        30'000));
    EXPECT_EQ(done.count(), 1);
    EXPECT_EQ(buildings(), 1'500);
    EXPECT_TRUE(frame.rail()->isEnabled());
    EXPECT_TRUE(frame.topBar()->search()->isEnabled());
    EXPECT_TRUE(kept.wait()) << "the place is kept when it is done";
}

TEST_F(RegisteringTest, aLockStopsIt_andTheNextDeskSaysSo)
{
    check(1'500);
    click(part<QPushButton>(*m_import, "importNext"));
    ASSERT_TRUE(m_import->isRegistering());
    m_desk->stopWork(); // as the program does before it keeps what is unfinished
    const QJsonObject unfinished = m_desk->unfinished();
    put(Entity::Owner, {{QStringLiteral("name"), QStringLiteral("Sample Owner")}, // which waits for nothing any more
                        {QStringLiteral("kind"), QStringLiteral("individual")},
                        {QStringLiteral("province"), markaz::test::cityOf("LHE").province}});
    EXPECT_EQ(buildings(), 0);
    m_desk.reset();
    MainWindow window;
    Desk desk(*window.frame(), services(), {});
    present(window);
    desk.resume(unfinished);
    EXPECT_TRUE(messagesOf(window).contains(QStringLiteral("None of them is registered")))
        << qPrintable(messagesOf(window));
}

TEST_F(RegisteringTest, aLockThatComesTooLate_saysThatAllAreRegistered)
{
    check(3);
    click(part<QPushButton>(*m_import, "importNext"));
    for (QDeadlineTimer most(20'000); buildings() == 0 && !most.hasExpired();)
        QThread::yieldCurrentThread(); // no event tells this thread yet
    ASSERT_EQ(buildings(), 3);
    ASSERT_TRUE(m_import->isRegistering());
    m_desk->stopWork();
    const QJsonObject unfinished = m_desk->unfinished();
    m_desk.reset();
    MainWindow window;
    Desk desk(*window.frame(), services(), {});
    present(window);
    desk.resume(unfinished);
    EXPECT_TRUE(messagesOf(window).contains(QStringLiteral("Buildings registered from the file: 3")))
        << qPrintable(messagesOf(window));
    EXPECT_FALSE(messagesOf(window).contains(QStringLiteral("None of them"))) << qPrintable(messagesOf(window));
}

TEST_F(ImportPageTest, anAuditor_hasNoImport)
{
    MainWindow window;
    Desk desk(*window.frame(), services(m_auditor), {});
    EXPECT_EQ(window.frame()->page(QStringLiteral("building-import")), nullptr);
    EXPECT_EQ(window.findChild<QPushButton *>(QStringLiteral("importBuildings")), nullptr);
    EXPECT_NE(window.findChild<QPushButton *>(QStringLiteral("exportBuildings")), nullptr);
}

} // namespace
} // namespace markaz::ui
