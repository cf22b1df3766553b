// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of the standard as a person meets them: an inspection is shown by its own, a draft is moved to the newer
// one, and an administrator publishes the next.
#include "tests/support/standardjson.h"
#include "tests/ui/support/deskfixture.h"

#include "core/workflow/findings.h"
#include "core/workflow/movedraft.h"
#include "core/workflow/standards.h"
#include "ui/models/reviewmodel.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/inspection/inspectionreport.h"
#include "ui/pages/inspection/versionpane.h"
#include "ui/pages/standards/standardspage.h"
#include "ui/widgets/evidence/evidencepane.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QTableView>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;
using samples::successor;

QStringList rowsOf(QWidget &page, const char *table)
{
    const QAbstractItemModel *model = part<QTableView>(page, table)->model();
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (int column : {DifferenceModel::What, DifferenceModel::Code, DifferenceModel::Words})
            cells.append(plain(model->index(row, column).data().toString()));
        rows.append(cells.join(QStringLiteral(" | ")));
    }
    return rows;
}

class VersionTest : public DeskFixture
{
protected:
    const Standard m_second = samples::parsed(successor());
    std::unique_ptr<InspectionPage> m_page;

    void TearDown() override { leave(m_page); }
    void open(const QString &id, const Actor &actor)
    {
        m_page = std::make_unique<InspectionPage>(services(actor));
        m_page->resize(1366, 768);
        present(*m_page);
        m_page->open(id);
        settle();
    }
    void open(const QString &id) { open(id, m_me); }
    QString draft()
    {
        const Answer yes = Answer::ofValue(QStringLiteral("yes"));
        return draftWith(visitedBuilding(),
                         {{QStringLiteral("I-03"), yes}, {QStringLiteral("H-05"), yes}, {QStringLiteral("H-04"), yes}});
    }
    MessageBar *bar(const char *key) { return m_page->findChild<MessageArea *>()->bar(QLatin1String(key)); }
    QString said(const char *key)
    {
        const MessageBar *found = bar(key);
        return found == nullptr ? QString() : plain(found->message().sentence.plain());
    }
    /// A pull brings version 2.
    void pulled()
    {
        put(Entity::Standard, publication(m_second, successor()));
        ASSERT_TRUE(refreshStandards(*m_database, m_standards).ok());
        Q_EMIT m_notifier.manyChanged();
        settle();
    }
};

TEST_F(VersionTest, draft_isToldOfANewerVersion_andStaysAsItIs)
{
    const QString id = draft();
    open(id);
    EXPECT_EQ(bar("newer"), nullptr);
    pulled();
    EXPECT_TRUE(said("newer").contains(QStringLiteral("Version 2 of the standard is in force, and this draft goes by "
                                                      "version 1.")))
        << qPrintable(said("newer"));
    EXPECT_EQ(m_page->model()->rowOf(QStringLiteral("J-05")), -1);
    EXPECT_GE(m_page->model()->rowOf(QStringLiteral("I-03")), 0);
    EXPECT_TRUE(part<VersionPane>(*m_page, "versionPane")->isHidden());
    // What is handed in, and what is another's, is not moved.
    open(submitted(visitedBuilding(2)));
    EXPECT_EQ(bar("newer"), nullptr);
    open(id, m_colleague);
    EXPECT_EQ(bar("newer"), nullptr);
}

TEST_F(VersionTest, difference_isShownFirst_andTheDraftMoves)
{
    const QString id = draft();
    put(Entity::Standard, publication(m_second, successor()));
    ASSERT_TRUE(refreshStandards(*m_database, m_standards).ok());
    open(id);
    m_page->goToItem(QStringLiteral("I-03"));
    click(buttonSaying(*bar("newer"), QStringLiteral("See the difference")));
    auto *pane = part<VersionPane>(*m_page, "versionPane");
    EXPECT_TRUE(pane->isVisible());
    EXPECT_EQ(rowsOf(*m_page, "versionTable"),
              (QStringList{QStringLiteral("New | J-05 | "),
                           QStringLiteral("Dropped | I-03 | The answer is kept with the draft, and not scored."),
                           QStringLiteral("Changed | H-04 | Differs: weight 2, was 1."),
                           QStringLiteral(
                               "Changed | H-05 | Differs: kind of answer, threshold and credit. It is asked again; the "
                               "former answer is kept with the draft."),
                           QStringLiteral("Changed | H-06 | Differs: weight 0, was 1.")}));
    const QAbstractItemModelTester tester(part<QTableView>(*m_page, "versionTable")->model());
    EXPECT_EQ(fieldsOf(Entity::Inspection, id).value(QStringLiteral("standard_version")), 1) << "only shown";

    click(part<QPushButton>(*m_page, "moveDraft"));
    settle();
    EXPECT_EQ(fieldsOf(Entity::Inspection, id).value(QStringLiteral("standard_version")), 2);
    EXPECT_EQ(bar("newer"), nullptr);
    EXPECT_TRUE(pane->isHidden());
    EXPECT_EQ(m_page->model()->rowOf(QStringLiteral("I-03")), -1);
    EXPECT_GE(m_page->model()->rowOf(QStringLiteral("J-05")), 0);
    EXPECT_EQ(storedValue(id, "H-04"), QStringLiteral("yes"));
    EXPECT_FALSE(m_page->model()->undoStack()->canUndo());
    m_page->goToItem(QStringLiteral("J-05"));
    EXPECT_EQ(m_page->currentItem(), QStringLiteral("J-05"));
    m_page->goToItem(QStringLiteral("H-05"));
    EXPECT_EQ(m_page->currentItem(), QStringLiteral("H-05"));

    EXPECT_TRUE(said("kept").startsWith(QStringLiteral("Kept from before the move to version 2: 2 answers.")))
        << qPrintable(said("kept"));
    click(buttonSaying(*bar("kept"), QStringLiteral("Show what is kept")));
    EXPECT_EQ(rowsOf(*m_page, "versionTable"),
              (QStringList{QStringLiteral("Version 1 | H-05 | Yes"), QStringLiteral("Version 1 | I-03 | Yes")}));
    EXPECT_TRUE(part<QPushButton>(*m_page, "moveDraft")->isHidden());
    click(part<QPushButton>(*m_page, "closeVersionPane"));
    EXPECT_TRUE(pane->isHidden());
}

TEST_F(VersionTest, whatStoodBesideADroppedItem_isShownWithWhatIsKept)
{
    const QString id = draft();
    const QString item = QStringLiteral("I-03");
    ASSERT_TRUE(answering().note(m_me, id, item, QStringLiteral("Lockers stood in the hall")).ok());
    ASSERT_TRUE(answering().run(m_me, id, item, Answer::ofValue(QStringLiteral("no"))).ok());
    const auto finding =
        RaiseFinding(*m_workspace, m_standards)
            .run(m_me, id, item, {Severity::Minor, QStringLiteral("No lockers"), {}, QDate(2027, 1, 1)});
    ASSERT_TRUE(finding.ok()) << qPrintable(finding.error().detail);
    attached(id, item, "photo");
    put(Entity::Standard, publication(m_second, successor()));
    ASSERT_TRUE(refreshStandards(*m_database, m_standards).ok());
    ASSERT_TRUE(MoveDraft(*m_workspace, m_standards).run(m_me, id).ok());
    open(id);
    EXPECT_TRUE(said("kept").startsWith(
        QStringLiteral("Kept from before the move to version 2: 2 answers, 1 note, 1 file, 1 finding.")))
        << qPrintable(said("kept"));
    click(buttonSaying(*bar("kept"), QStringLiteral("Show what is kept")));
    EXPECT_TRUE(rowsOf(*m_page, "versionTable").contains(QStringLiteral("Note | I-03 | Lockers stood in the hall")));
    auto *pane = part<VersionPane>(*m_page, "versionPane");
    auto *files = pane->findChild<EvidencePane *>();
    ASSERT_NE(files, nullptr);
    EXPECT_TRUE(files->isVisible());
    EXPECT_EQ(files->model()->rowCount(), 1);
    QSignalSpy leads(m_page.get(), &InspectionPage::findingRequested);
    click(part<QPushButton>(*pane, "keptFinding"));
    ASSERT_EQ(leads.count(), 1);
    EXPECT_EQ(leads[0][0].toString(), finding->id());
}

/// Nothing moves it back, so nobody moves it by the Enter that opened the page.
TEST_F(VersionTest, enterAsTheDifferenceOpens_movesNothing)
{
    const QString id = draft();
    m_standards.add(m_second);
    open(id);
    click(buttonSaying(*bar("newer"), QStringLiteral("See the difference")));
    auto *table = part<QTableView>(*m_page, "versionTable");
    ASSERT_TRUE(table->hasFocus());
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Space, Qt::Key_Enter})
        QTest::keyClick(table, key);
    settle();
    EXPECT_EQ(fieldsOf(Entity::Inspection, id).value(QStringLiteral("standard_version")), 1);
    EXPECT_TRUE(part<QPushButton>(*m_page, "moveDraft")->isVisible());
}

TEST_F(VersionTest, changedWording_isShownWholeAsItWasAndAsItIs)
{
    const QString id = draft();
    const QString was = m_standards.newest().item(QStringLiteral("H-04"))->text.in(false);
    const QString now =
        QStringLiteral("Drainage works, nothing stagnates, and the last metres of the drain are covered "
                       "where people walk, from the wall of the building to the street");
    m_standards.add(samples::parsed(samples::builtinWith(
        2, QStringLiteral("H-04"),
        {{QStringLiteral("text"), QJsonObject{{QStringLiteral("en"), now}, {QStringLiteral("ur"), now}}}})));
    open(id);
    click(buttonSaying(*bar("newer"), QStringLiteral("See the difference")));
    EXPECT_EQ(rowsOf(*m_page, "versionTable"), QStringList{QStringLiteral("Changed | H-04 | Differs: wording.")});
    const QString said = plain(wordsOf(*part<QWidget>(*m_page, "versionPane")));
    EXPECT_TRUE(said.contains(was)) << qPrintable(said);
    EXPECT_TRUE(said.contains(now)) << qPrintable(said);
}

TEST_F(VersionTest, wordings_areThoseOfTheRowThatIsChosen)
{
    const QString id = draft();
    m_standards.add(m_second);
    open(id);
    click(buttonSaying(*bar("newer"), QStringLiteral("See the difference")));
    auto *table = part<QTableView>(*m_page, "versionTable");
    auto *wording = part<QLabel>(*m_page, "versionWording");
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QString text = table->model()->index(row, DifferenceModel::ItemText).data().toString();
        EXPECT_TRUE(wording->text().contains(text)) << qPrintable(wording->text());
        QTest::keyClick(table, Qt::Key_Down);
    }
}

TEST_F(VersionTest, instrumentsAndUnits_areCalledAsItsOwnVersionCallsThem)
{
    const QString id = draft();
    QJsonObject next = samples::builtinAs(2);
    QJsonObject instruments = next.value(QStringLiteral("instruments")).toObject();
    instruments.insert(QStringLiteral("measuring_wheel"),
                       QJsonObject{{QStringLiteral("en"), QStringLiteral("Trundle wheel")},
                                   {QStringLiteral("ur"), QString::fromUtf8("پہیہ")}});
    next.insert(QStringLiteral("instruments"), instruments);
    m_standards.add(samples::parsed(next));
    open(id);
    m_page->goToItem(QStringLiteral("C-04"));
    const auto *tools = rowFor(*m_page, "C-04")->editor()->findChild<QComboBox *>();
    EXPECT_EQ(tools->itemText(tools->findData(QStringLiteral("measuring_wheel"))), QStringLiteral("Measuring wheel"));
}

TEST_F(VersionTest, inspectionOfAVersionThatIsNotHere_saysSo)
{
    open(put(Entity::Inspection,
             inspectionFields(visitedBuilding(), m_inspector, "draft",
                              {{QStringLiteral("started_at"), QStringLiteral("2026-11-23T09:00:00.000Z")}})));
    EXPECT_TRUE(said("refused").contains(QStringLiteral("a version of the standard that is not on this laptop")))
        << qPrintable(said("refused"));
}

TEST_F(VersionTest, reportAndReview_goByTheInspectionsVersion)
{
    const QString first = submitted(visitedBuilding());
    m_standards.add(m_second);
    const auto report = inspectionReport(services(m_chief), first);
    ASSERT_TRUE(report.ok()) << qPrintable(report.error().detail);
    // By version 1 it has all it needs; by version 2 two of its answers would be missing.
    const ReviewModel review(services(m_chief), first);
    EXPECT_EQ(review.standard().version(), 1);
    EXPECT_EQ(review.score().totalBp, 10'000);
    EXPECT_EQ(review.answerOf(QStringLiteral("I-03")), QStringLiteral("Yes"));
}

class PublishPage : public DeskFixture
{
protected:
    void TearDown() override { leave(m_page); }
    void open()
    {
        m_page = std::make_unique<StandardsPage>(services(m_admin));
        m_page->resize(1366, 640);
        present(*m_page);
    }
    void check(const QJsonObject &standard)
    {
        QFile made(m_files.filePath(QStringLiteral("next.json")));
        ASSERT_TRUE(made.open(QIODevice::WriteOnly) && made.write(QJsonDocument(standard).toJson()) > 0);
        made.close();
        QSignalSpy checked(m_page.get(), &StandardsPage::checked);
        m_page->checkFile(made.fileName());
        ASSERT_TRUE(checked.wait());
    }
    QString said(const char *key)
    {
        const MessageBar *bar = m_page->messages()->bar(QLatin1String(key));
        return bar == nullptr ? QString() : plain(bar->message().sentence.plain());
    }
    QPushButton *publish() { return part<QPushButton>(*m_page, "publishStandard"); }

    QTemporaryDir m_files;
    std::unique_ptr<StandardsPage> m_page;
};

TEST_F(PublishPage, newVersion_isPublishedWhenAskedTwice)
{
    open();
    EXPECT_FALSE(publish()->isVisible()) << "there is no file to publish";
    check(successor());
    click(part<SegmentedControl>(*m_page, "standardViews")->button(QStringLiteral("changes")));
    EXPECT_TRUE(part<QTableView>(*m_page, "standardChanges")->isVisible());
    EXPECT_EQ(rowsOf(*m_page, "standardChanges").size(), 5);
    EXPECT_TRUE(publish()->isEnabled());
    click(publish());
    EXPECT_TRUE(owed().isEmpty()) << "asked, not done";
    EXPECT_TRUE(
        plain(wordsOf(*m_page)).contains(QStringLiteral("1 new, 1 dropped, 3 changed. Every laptop fetches it")))
        << qPrintable(wordsOf(*m_page));
    click(part<QPushButton>(*m_page, "keepUnpublished"));
    click(publish());
    EXPECT_TRUE(owed().isEmpty());
    click(publish());
    ASSERT_EQ(owed().size(), 1);
    EXPECT_EQ(owed().first().change.entity, Entity::Standard);
    EXPECT_TRUE(said("waiting").contains(QStringLiteral("Version 2 waits on this laptop")))
        << qPrintable(said("waiting"));
    EXPECT_EQ(said("checked"), QString());
    // The server has taken it, and a pull says so.
    const QString id = owed().first().change.id;
    ASSERT_TRUE(m_records->putFromServer({Entity::Standard, id, 1, fieldsOf(Entity::Standard, id)}, {}).ok());
    ASSERT_TRUE(refreshStandards(*m_database, m_standards).ok());
    Q_EMIT m_notifier.manyChanged();
    EXPECT_EQ(said("waiting"), QString());
    EXPECT_TRUE(plain(wordsOf(*m_page)).contains(QStringLiteral("version 2"))) << "what is in force";
}

TEST_F(PublishPage, whatCannotFollow_saysWhy)
{
    open();
    check(samples::builtinAs(1));
    EXPECT_FALSE(publish()->isEnabled());
    EXPECT_TRUE(said("checked").contains(QStringLiteral("This very version is published already.")))
        << qPrintable(said("checked"));
    check(successor(1));
    EXPECT_TRUE(said("checked").contains(QStringLiteral("Give the file a number above 1.")))
        << qPrintable(said("checked"));
    QJsonObject other = successor();
    other.insert(QStringLiteral("id"), QStringLiteral("library-standard"));
    check(other);
    EXPECT_TRUE(said("checked").contains(QStringLiteral("keeps the id freelancing-centre-facility")))
        << qPrintable(said("checked"));
    EXPECT_FALSE(publish()->isEnabled());
    check(successor());
    EXPECT_TRUE(publish()->isEnabled());
    m_standards.add(samples::parsed(samples::builtinAs(3)));
    Q_EMIT m_notifier.manyChanged();
    EXPECT_FALSE(publish()->isEnabled()) << "a newer one came with a pull";
}

} // namespace
} // namespace markaz::ui
