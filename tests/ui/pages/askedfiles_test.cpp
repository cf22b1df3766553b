// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Photos and documents that the standard asks for: where each page says that they are not there.
#include "tests/ui/support/deskfixture.h"

#include "ui/models/sectionsmodel.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/inspection/submitpage.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/widgets/sectionlist.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class AskedFiles : public DeskFixture
{
protected:
    std::unique_ptr<InspectionPage> m_page;
    QString m_id;

    /// All is answered and shown, but these have nothing to show.
    void openWithout(const QStringList &items)
    {
        m_id = draftWith(visitedBuilding(), perfect());
        attachAll(m_id);
        for (const QString &item : items) {
            const QString evidence =
                cell(QStringLiteral("SELECT id FROM evidence WHERE item = '%1'").arg(item)).toString();
            ASSERT_TRUE(m_database->run(QStringLiteral("DELETE FROM evidence WHERE id = ?"), {evidence}).ok());
        }
        m_page = std::make_unique<InspectionPage>(services());
        m_page->resize(1366, 640);
        present(*m_page);
        m_page->open(m_id);
        settle();
    }
    void TearDown() override { leave(m_page); }
    QString said(QWidget &owner, const char *label)
    {
        const auto *found = part<QLabel>(owner, label);
        return found->isVisibleTo(&owner) ? found->text() : QString();
    }
    int badge(const char *section)
    {
        const QAbstractItemModel *model = m_page->findChild<SectionList *>()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            if (index.data(SectionLetterRole).toString() == QLatin1String(section))
                return index.data(SectionMissingRole).toInt();
        }
        return -1;
    }
};

const QString kPhoto = QStringLiteral("Asked for and not there: 1 photo");
const QString kDocument = QStringLiteral("Asked for and not there: a document");

TEST_F(AskedFiles, theInspectionPage_saysSoAtTheItemInTheSectionAndByF)
{
    openWithout({QStringLiteral("A-04"), QStringLiteral("C-05")});
    EXPECT_EQ(badge("A"), 1);
    EXPECT_EQ(badge("B"), 0);
    EXPECT_EQ(badge("C"), 1);
    m_page->goToItem(QStringLiteral("B-01"));
    QTest::keyClick(m_page.get(), Qt::Key_F);
    EXPECT_EQ(m_page->currentItem(), QStringLiteral("C-05"));
    EXPECT_EQ(said(*rowFor(*m_page, "C-05"), "filesAskedFor"), kPhoto);
    EXPECT_EQ(said(*rowFor(*m_page, "C-02"), "filesAskedFor"), QString());
    EXPECT_EQ(said(*m_page, "filesOfItem"), QStringLiteral("1 photo"));
    EXPECT_EQ(said(*m_page, "lackingOfItem"), kPhoto);
    click(m_page->findChild<SegmentedControl *>()->button(QStringLiteral("missing")));
    EXPECT_NE(rowFor(*m_page, "C-05"), nullptr);
    EXPECT_EQ(rowFor(*m_page, "C-02"), nullptr);
    QTest::keyClick(m_page.get(), Qt::Key_F);
    EXPECT_EQ(m_page->currentItem(), QStringLiteral("A-04"));
    EXPECT_EQ(said(*m_page, "lackingOfItem"), kDocument);

    attached(m_id, QStringLiteral("A-04"), "document");
    Q_EMIT m_notifier.filesChanged();
    settle();
    EXPECT_EQ(said(*m_page, "lackingOfItem"), QString());
    EXPECT_EQ(said(*m_page, "filesOfItem"), QStringLiteral("a document"));
    EXPECT_EQ(badge("A"), 0);
    m_page->goToItem(QStringLiteral("C-05"));
    QTest::keyClick(m_page.get(), Qt::Key_N); // what fails has nothing to show
    EXPECT_EQ(said(*m_page, "lackingOfItem"), QString());
}

TEST_F(AskedFiles, theSubmitPage_listsThemBySectionAndSubmitsAllTheSame)
{
    openWithout({QStringLiteral("A-04"), QStringLiteral("C-05"), QStringLiteral("C-09")});
    SubmitPage page(services());
    page.resize(1366, 720);
    present(page);
    page.open(m_id);
    settle();
    const QString words = wordsOf(page);
    EXPECT_TRUE(words.contains(QStringLiteral("1 photo that is asked for is missing"))) << qPrintable(words);
    EXPECT_TRUE(words.contains(QStringLiteral("The document that is asked for is missing")));
    EXPECT_TRUE(words.contains(QStringLiteral("Every item is answered in the form that it needs.")));
    EXPECT_TRUE(
        said(page, "filesMissing")
            .startsWith(QStringLiteral(
                "Asked for and not there: photos 2, documents 1. The inspection can be submitted without them")))
        << qPrintable(said(page, "filesMissing"));
    QSignalSpy goes(&page, &SubmitPage::goToItem);
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->accessibleName() == QLatin1String("Go to C-09"))
            click(button);
    }
    ASSERT_EQ(goes.count(), 1);
    EXPECT_EQ(goes[0][0].toString(), QStringLiteral("C-09"));
    part<QCheckBox>(page, "carriedOut")->click();
    QSignalSpy submitted(&page, &SubmitPage::submitted);
    click(part<QPushButton>(page, "submitInspection"));
    EXPECT_EQ(submitted.count(), 1) << qPrintable(messagesOf(page));
    page.close();
}

TEST_F(AskedFiles, theOfficer_isToldAtTheItem)
{
    openWithout({QStringLiteral("C-05")});
    ASSERT_TRUE(submitting().run(m_me, m_id, QStringLiteral("done")).ok());
    ReviewPage page(services(m_chief));
    page.resize(1366, 720);
    present(page);
    page.open(m_id);
    EXPECT_TRUE(said(page, "filesOfInspection").endsWith(QStringLiteral("1 item lacks a file that is asked for")));
    auto *table = page.findChild<QTableView *>();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, 0);
        table->setCurrentIndex(index);
        EXPECT_EQ(said(page, "filesAskedFor"), index.data().toString() == QLatin1String("C-05") ? kPhoto : QString())
            << qPrintable(index.data().toString());
    }
    page.close();
}

} // namespace
} // namespace markaz::ui
