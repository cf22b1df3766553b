// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A returned inspection's revision, and a new version of the standard, in light, dark and Urdu; see gallery_test.cpp.
#include "tests/support/standardjson.h"
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/gallery.h"

#include "core/workflow/reviews.h"
#include "core/workflow/standards.h"
#include "ui/desk.h"
#include "ui/pages/inspection/inspectionpage.h"
#include "ui/pages/standards/standardspage.h"
#include "ui/widgets/frame/mainframe.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTableView>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class VersionGallery : public DeskFixture, public testing::WithParamInterface<Look>
{
protected:
    void SetUp() override
    {
        DeskFixture::SetUp();
        m_me.displayName = QStringLiteral("Sample Inspector");
        m_chief.displayName = QStringLiteral("Sample Officer");
        account(m_inspector, "sample.inspector", "Sample Inspector", "inspector");
    }
    Actor administrator() const
    {
        return {QStringLiteral("0190f000-0000-7000-8000-000000000002"),
                QStringLiteral("sample.administrator"),
                QStringLiteral("Sample Administrator"),
                markaz::Role::Administrator,
                {QStringLiteral("PK-PB"), QStringLiteral("PK-SD"), QStringLiteral("PK-KP")}};
    }
};

TEST_P(VersionGallery, revision_isWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    const QString house = building("LHE", 15, samples::context(1).building);
    const QString sent = submitted(house);
    ASSERT_TRUE(ReviewInspection(*m_workspace)
                    .run(m_chief, sent, QStringLiteral("return"),
                         QStringLiteral("Please look at the exits again: the caretaker says that one is locked."),
                         {{QStringLiteral("C-02"), QStringLiteral("Which exit is this?")}})
                    .ok());
    const auto next = StartInspection(*m_workspace, m_standards).reopen(m_me, sent);
    ASSERT_TRUE(next.ok());
    {
        MainWindow window;
        Desk desk(*window.frame(), services(), {});
        window.resize(1366, 690);
        present(window);
        desk.openInspection(next->id());
        auto *page = static_cast<InspectionPage *>(window.frame()->page(QStringLiteral("inspection")));
        page->goToItem(QStringLiteral("C-05"));
        QTest::keyClick(page, Qt::Key_N);
        page->goToItem(QStringLiteral("C-02"));
        QTest::keyClick(page, Qt::Key_N);
        checkPicture(window, QStringLiteral("revision"), name);
    }
    ASSERT_TRUE(submitting().run(m_me, next->id(), QStringLiteral("done")).ok());
    MainWindow window;
    Desk desk(*window.frame(), services(m_chief), {});
    window.resize(1366, 690);
    present(window);
    desk.openInspection(next->id());
    ASSERT_EQ(part<QTableView>(window, "reviewTable")->model()->rowCount(), 2);
    checkPicture(window, QStringLiteral("review-revision"), name);
}

/// The successor, in which an item is called otherwise, too.
QJsonObject rewordedSuccessor()
{
    QJsonObject next = samples::successor();
    QJsonArray items = next.value(QStringLiteral("items")).toArray();
    for (QJsonValueRef value : items) {
        QJsonObject item = value.toObject();
        if (item.value(QStringLiteral("code")) != QStringLiteral("H-04"))
            continue;
        item.insert(QStringLiteral("text"),
                    QJsonObject{{QStringLiteral("en"), QStringLiteral("Drains work, are covered where people walk, and "
                                                                      "nothing stagnates on the way to the street")},
                                {QStringLiteral("ur"), QString::fromUtf8("نکاس چلتا ہے، جہاں لوگ چلتے ہیں وہاں ڈھکا "
                                                                         "ہوا ہے، اور سڑک تک پانی کھڑا نہیں رہتا")}});
        value = item;
    }
    next.insert(QStringLiteral("items"), items);
    return next;
}

TEST_P(VersionGallery, moveToANewerVersion_isWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    const Answer yes = Answer::ofValue(QStringLiteral("yes"));
    const QString draft =
        draftWith(building("LHE", 15, samples::context(1).building),
                  {{QStringLiteral("I-03"), yes}, {QStringLiteral("H-05"), yes}, {QStringLiteral("H-04"), yes}});
    const QJsonObject next = rewordedSuccessor();
    put(Entity::Standard, publication(samples::parsed(next), next));
    ASSERT_TRUE(refreshStandards(*m_database, m_standards).ok());
    MainWindow window;
    Desk desk(*window.frame(), services(), {});
    window.resize(1366, 690);
    present(window);
    desk.openInspection(draft);
    auto *page = static_cast<InspectionPage *>(window.frame()->page(QStringLiteral("inspection")));
    MessageArea *messages = page->findChild<MessageArea *>();
    click(messages->bar(QStringLiteral("newer"))->findChild<QPushButton *>());
    ASSERT_TRUE(part<QWidget>(*page, "versionPane")->isVisible());
    auto *table = part<QTableView>(*page, "versionTable");
    table->setCurrentIndex(table->model()->index(2, 0)); // the one that is worded anew
    checkPicture(window, QStringLiteral("version-move"), name);
    click(part<QPushButton>(*page, "moveDraft"));
    settle();
    click(messages->bar(QStringLiteral("kept"))->findChild<QPushButton *>());
    ASSERT_TRUE(part<QWidget>(*page, "versionPane")->isVisible());
    checkPicture(window, QStringLiteral("version-kept"), name);
}

TEST_P(VersionGallery, publishing_isWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sample-standard-2.json")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(samples::successor()).toJson());
    file.close();
    MainWindow window;
    Desk desk(*window.frame(), services(administrator()), {});
    window.resize(1366, 690);
    present(window);
    window.frame()->showPage(QStringLiteral("standards"));
    auto *page = static_cast<StandardsPage *>(window.frame()->page(QStringLiteral("standards")));
    QSignalSpy checked(page, &StandardsPage::checked);
    page->checkFile(file.fileName());
    ASSERT_TRUE(checked.wait());
    click(part<SegmentedControl>(*page, "standardViews")->button(QStringLiteral("changes")));
    click(part<QPushButton>(*page, "publishStandard")); // asks once more
    checkPicture(window, QStringLiteral("standards-publish"), name);
}

INSTANTIATE_TEST_SUITE_P(Themes, VersionGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui
