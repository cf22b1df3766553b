// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's page of standards: the one in use, and files of new ones with their faults or as inspectors will
// see them.
#include "tests/support/xlsx/formmaker.h"
#include "tests/ui/support/deskfixture.h"

#include "ui/pages/standards/standardpreview.h"
#include "ui/pages/standards/standardspage.h"
#include "ui/text/standardwords.h"
#include "ui/widgets/answers/itemrow.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;
using namespace samples;

class StandardsPageTest : public DeskFixture
{
protected:
    void TearDown() override { leave(m_page); }
    StandardsPage &open()
    {
        m_page = std::make_unique<StandardsPage>(services());
        m_page->resize(1366, 640);
        present(*m_page);
        return *m_page;
    }
    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile made(m_files.filePath(name));
        EXPECT_TRUE(made.open(QIODevice::WriteOnly) && made.write(bytes) == bytes.size());
        return made.fileName();
    }
    void check(const QString &path)
    {
        QSignalSpy checked(m_page.get(), &StandardsPage::checked);
        m_page->checkFile(path);
        ASSERT_TRUE(checked.wait());
    }
    void check(const QList<MadeSheet> &sheets) { check(file(QStringLiteral("new.xlsx"), workbookOf(sheets))); }
    QString said()
    {
        const MessageBar *bar = m_page->messages()->bar(QStringLiteral("checked"));
        return bar == nullptr ? QString() : bar->message().sentence.plain();
    }
    QString cell(const char *table, int row, int column)
    {
        return plain(part<QTableView>(*m_page, table)->model()->index(row, column).data().toString());
    }
    StandardPreview *preview() { return part<StandardPreview>(*m_page, "standardPreview"); }

    QTemporaryDir m_files;
    std::unique_ptr<StandardsPage> m_page;
};

TEST_F(StandardsPageTest, standardInUse_isShownAsInspectorsSeeIt)
{
    open();
    EXPECT_TRUE(preview()->isVisible());
    EXPECT_EQ(preview()->currentItem(), QStringLiteral("A-01"));
    EXPECT_EQ(preview()->findChildren<ItemRow *>().size(), markaz::test::standard().sections().first().items.size());
    // The next section, by the keyboard; then down to its second item.
    auto *sections = preview()->findChild<QListView *>();
    const QAbstractItemModelTester tester(sections->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QTest::keyClick(sections, Qt::Key_Down);
    EXPECT_EQ(preview()->currentItem(), QStringLiteral("B-01"));
    QTest::keyClick(preview(), Qt::Key_Down);
    EXPECT_EQ(preview()->currentItem(), QStringLiteral("B-02"));
    for (const ItemRow *row : preview()->findChildren<ItemRow *>())
        EXPECT_TRUE(row->isHidden() || !row->editor()->isEnabled() ||
                    markaz::test::standard().item(row->code())->type == ItemType::Calculated)
            << qPrintable(row->code()) << " takes no answer";
}

TEST_F(StandardsPageTest, chosenTier_changesTheThreshold)
{
    open();
    preview()->showItem(QStringLiteral("F-01"));
    const auto threshold = [this] {
        QStringList words;
        for (const QLabel *label : preview()->findChildren<QLabel *>())
            words.append(label->text());
        return words.filter(QStringLiteral("Tier ")).join(QLatin1Char('|'));
    };
    EXPECT_TRUE(threshold().contains(QStringLiteral("3,500")) || threshold().contains(QStringLiteral("3500")))
        << qPrintable(threshold());
    click(part<SegmentedControl>(*preview(), "previewTier")->button(QStringLiteral("3")));
    EXPECT_TRUE(threshold().contains(QStringLiteral("1,000")) || threshold().contains(QStringLiteral("1000")))
        << qPrintable(threshold());
}

TEST_F(StandardsPageTest, soundWorkbook_isPreviewed_andNothingElseHappens)
{
    open();
    check(smallForm());
    EXPECT_TRUE(said().contains(QStringLiteral("is sound"))) << qPrintable(said());
    EXPECT_TRUE(said().contains(QStringLiteral("Nothing was published.")));
    EXPECT_TRUE(preview()->isVisible());
    preview()->showItem(QStringLiteral("A-03"));
    EXPECT_EQ(preview()->currentItem(), QStringLiteral("A-03"));
    EXPECT_TRUE(owed().isEmpty()) << "nothing is sent";
    click(part<QPushButton>(*m_page, "standardInUse"));
    EXPECT_EQ(said(), QString());
    preview()->showItem(QStringLiteral("J-04"));
    EXPECT_EQ(preview()->currentItem(), QStringLiteral("J-04")) << "the standard in use again";
}

TEST_F(StandardsPageTest, faults_nameSheetRowColumnAndReason)
{
    open();
    QList<MadeSheet> form = smallForm();
    cellIn(sheetIn(form, "survey"), 4, "label::Urdu") = "";
    cellIn(sheetIn(form, "survey"), 5, "constraint") = "regex(., 'x')";
    cellIn(sheetIn(form, "choices"), 5, "credit") = "most";
    sheetIn(form, "survey").append({"note", "hello", "Welcome"});
    check(form);
    EXPECT_TRUE(said().contains(QStringLiteral("is not sound: 3 faults"))) << qPrintable(said());
    auto *table = part<QTableView>(*m_page, "standardFaults");
    EXPECT_TRUE(table->isVisible());
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(table->model()->rowCount(), 3);
    EXPECT_EQ(cell("standardFaults", 0, FaultsModel::Sheet), QStringLiteral("survey"));
    EXPECT_EQ(cell("standardFaults", 0, FaultsModel::Row), QStringLiteral("4"));
    EXPECT_EQ(cell("standardFaults", 0, FaultsModel::Place), QStringLiteral("label::Urdu"));
    EXPECT_EQ(cell("standardFaults", 0, FaultsModel::Why), QStringLiteral("must not be empty"));
    EXPECT_EQ(cell("standardFaults", 2, FaultsModel::Sheet), QStringLiteral("choices"));
    // What was left out is one press away.
    click(part<SegmentedControl>(*m_page, "standardViews")->button(QStringLiteral("notes")));
    EXPECT_TRUE(part<QTableView>(*m_page, "standardNotes")->isVisible());
    EXPECT_EQ(cell("standardNotes", 0, FaultsModel::Row), QStringLiteral("10"));
    // The mended file, checked again.
    check(smallForm());
    EXPECT_TRUE(preview()->isVisible());
}

TEST_F(StandardsPageTest, faultsOfJson_haveAPlace_andNeitherSheetNorRow)
{
    open();
    QFile json(QStringLiteral(":/markaz/standards/freelancing-centre-facility-1.json"));
    ASSERT_TRUE(json.open(QIODevice::ReadOnly));
    check(file(QStringLiteral("bent.json"), json.readAll().replace("\"code\": \"J-02\"", "\"code\": \"J-2\"")));
    EXPECT_TRUE(said().contains(QStringLiteral("Mend what is named below"))) << qPrintable(said());
    auto *table = part<QTableView>(*m_page, "standardFaults");
    EXPECT_TRUE(table->isColumnHidden(FaultsModel::Sheet));
    EXPECT_TRUE(table->isColumnHidden(FaultsModel::Row));
    EXPECT_EQ(table->model()->headerData(FaultsModel::Place, Qt::Horizontal).toString(), QStringLiteral("Place"));
    // A workbook has them, and one fault is one.
    QList<MadeSheet> form = smallForm();
    cellIn(sheetIn(form, "survey"), 4, "label::Urdu") = "";
    check(form);
    EXPECT_TRUE(said().contains(QStringLiteral("is not sound: 1 fault."))) << qPrintable(said());
    EXPECT_FALSE(table->isColumnHidden(FaultsModel::Sheet));
    EXPECT_EQ(table->model()->headerData(FaultsModel::Place, Qt::Horizontal).toString(), QStringLiteral("Column"));
}

TEST_F(StandardsPageTest, notesOfASoundWorkbook_haveTheirSheetAndRow_alsoBehindAFileWithoutThem)
{
    open();
    check(file(QStringLiteral("bent.json"), "{}"));
    auto *notes = part<QTableView>(*m_page, "standardNotes");
    ASSERT_TRUE(part<QTableView>(*m_page, "standardFaults")->isColumnHidden(FaultsModel::Sheet));
    QList<MadeSheet> form = smallForm();
    sheetIn(form, "survey").append({"note", "hello", "Welcome"});
    check(form);
    ASSERT_TRUE(said().contains(QStringLiteral("is sound"))) << qPrintable(said());
    EXPECT_EQ(cell("standardNotes", 0, FaultsModel::Sheet), QStringLiteral("survey"));
    EXPECT_FALSE(notes->isColumnHidden(FaultsModel::Sheet));
    EXPECT_FALSE(notes->isColumnHidden(FaultsModel::Row));
}

TEST_F(StandardsPageTest, otherFiles_areRefusedWithASentence)
{
    open();
    check(m_files.filePath(QStringLiteral("none.xlsx")));
    EXPECT_TRUE(said().contains(QStringLiteral("cannot be opened"))) << qPrintable(said());
    EXPECT_TRUE(preview()->isVisible());
    check(file(QStringLiteral("list.csv"), "type,name\n"));
    EXPECT_EQ(cell("standardFaults", 0, FaultsModel::Why),
              QStringLiteral("The file is neither an XLSX workbook nor a standard in JSON."));
    check(file(QStringLiteral("large.xlsx"), QByteArray(17 * 1024 * 1024, 'x')));
    EXPECT_TRUE(said().contains(QStringLiteral("larger than 16 MiB"))) << qPrintable(said());
}

TEST_F(StandardsPageTest, leftWhileAFileIsRead_nothingIsTouched)
{
    open();
    m_page->checkFile(file(QStringLiteral("new.xlsx"), workbookOf(smallForm())));
    m_page.reset();
    settle();
}

TEST_F(StandardsPageTest, fileIsChosenInADialog)
{
    open();
    click(part<QPushButton>(*m_page, "checkStandard"));
    auto *dialog = m_page->findChild<QFileDialog *>();
    ASSERT_NE(dialog, nullptr);
    QSignalSpy checked(m_page.get(), &StandardsPage::checked);
    Q_EMIT dialog->fileSelected(file(QStringLiteral("new.xlsx"), workbookOf(smallForm())));
    ASSERT_TRUE(checked.wait());
    EXPECT_TRUE(said().contains(QStringLiteral("is sound")));
    dialog->close();
}

TEST_F(StandardsPageTest, aDroppedFile_isChecked)
{
    open();
    // Where a hand drops it: on what lies in the page, which hands it up.
    const auto sent = [this](QEvent &event) {
        event.ignore();
        QApplication::sendEvent(m_page->childAt(m_page->rect().center()), &event);
        return event.isAccepted();
    };
    const auto enters = [&sent](QMimeData &data) {
        QDragEnterEvent enter(QPoint(1, 1), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        return sent(enter);
    };
    const auto drop = [this, &sent](QMimeData &data) {
        QSignalSpy checked(m_page.get(), &StandardsPage::checked);
        QDropEvent event(QPointF(1, 1), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        return sent(event) && checked.wait();
    };
    QMimeData words;
    words.setText(QStringLiteral("words"));
    EXPECT_FALSE(enters(words));
    QMimeData sound;
    sound.setUrls({QUrl::fromLocalFile(file(QStringLiteral("new.xlsx"), workbookOf(smallForm())))});
    ASSERT_TRUE(enters(sound));
    ASSERT_TRUE(drop(sound));
    EXPECT_TRUE(said().contains(QStringLiteral("new.xlsx is sound"))) << qPrintable(said());
    EXPECT_TRUE(owed().isEmpty());
    // Whatever it is, it gets its sentence; of two at once none is taken.
    QMimeData bent;
    bent.setUrls({QUrl::fromLocalFile(file(QStringLiteral("bent.json"), "{}"))});
    ASSERT_TRUE(enters(bent));
    ASSERT_TRUE(drop(bent));
    EXPECT_TRUE(said().contains(QStringLiteral("bent.json is not sound"))) << qPrintable(said());
    bent.setUrls(bent.urls() + sound.urls());
    EXPECT_FALSE(enters(bent));
}

TEST(StandardWords, sentencesOfTheReader_areKnownByTheirForm)
{
    const ThemeGuard guard(ColourScheme::Light, Language::Urdu);
    const auto words = [](const char *sentence) {
        return standardwords::reason({nullptr, {QString::fromUtf8(sentence)}});
    };
    EXPECT_NE(words("the weights add up to 101 instead of 100"),
              QStringLiteral("the weights add up to 101 instead of 100"));
    EXPECT_TRUE(words("the weights add up to 101 instead of 100").contains(QStringLiteral("101")));
    EXPECT_EQ(words("something that nobody has said yet"), QStringLiteral("something that nobody has said yet"));
}

} // namespace
} // namespace markaz::ui
