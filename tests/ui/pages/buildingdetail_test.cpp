// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the detail of a building shows of all that belongs to it.
#include "tests/ui/support/findingsfixture.h"
#include "tests/ui/support/looks.h"
#include "ui/models/evidencemodel.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/buildings/buildingtabs.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/photoviewer.h"
#include "ui/widgets/statuschip.h"

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using test::click;
using test::leave;
using test::part;
using test::present;
using test::wordsOf;

class BuildingDetailTest : public test::FindingsFixture
{
protected:
    std::unique_ptr<BuildingsPage> m_page;
    BuildingTabs *m_tabs = nullptr;

    void open(const QString &building)
    {
        leave(m_page);
        m_page = std::make_unique<BuildingsPage>(services());
        m_page->resize(1366, 640);
        present(*m_page);
        m_page->showBuilding(building);
        m_tabs = part<BuildingTabs>(*m_page, "buildingTabs");
    }
    QString mergedInto(const QString &whole, int number)
    {
        return building("LHE", number,
                        {{QStringLiteral("merged_into"), whole},
                         {QStringLiteral("merge_reason"), QStringLiteral("Entered twice")}});
    }
    /// Everything that the page behind the tab of this name says, with what its buttons are called.
    QString under(const char *name)
    {
        for (int i = 0; i < m_tabs->count(); ++i) {
            if (!m_tabs->tabText(i).startsWith(QLatin1String(name)))
                continue;
            m_tabs->setCurrentIndex(i);
            QStringList words{wordsOf(*m_tabs->currentWidget())};
            for (const StatusChip *chip : m_tabs->currentWidget()->findChildren<StatusChip *>()) {
                if (chip->isVisible())
                    words.append(chip->accessibleName());
            }
            return words.join(QLatin1Char('\n'));
        }
        return {};
    }
    QPushButton *button(const QString &name)
    {
        for (QPushButton *candidate : m_tabs->currentWidget()->findChildren<QPushButton *>()) {
            if (candidate->isVisible() && candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }
    void TearDown() override { leave(m_page); }
};

void expectSays(const QString &words, std::initializer_list<const char *> all)
{
    for (const char *one : all)
        EXPECT_TRUE(words.contains(QLatin1String(one))) << one << " is missing in:\n" << qPrintable(words);
}

TEST_F(BuildingDetailTest, profile_saysHowThePositionIsKnown)
{
    open(building("LHE", 1,
                  {{QStringLiteral("latitude_e6"), 31'549'700},
                   {QStringLiteral("longitude_e6"), 74'343'600},
                   {QStringLiteral("accuracy_m"), 12},
                   {QStringLiteral("position_source"), QStringLiteral("photo")},
                   {QStringLiteral("planned_seats"), 87}}));
    expectSays(under("Profile"), {"31.549700", "From a photo", "accurate to 12 m", "Planned seats", "87"});
    EXPECT_EQ(test::cutParts(*m_page).join(QLatin1Char('\n')), QString()) << "all of it is seen";
    open(building("LHE", 2));
    EXPECT_FALSE(under("Profile").contains(QLatin1String("Planned seats")));
}

TEST_F(BuildingDetailTest, visits_sayWhoIsToGoWhoWasThereAndWhatWasFound)
{
    const QString house = building("LHE", 1);
    const QString twin = mergedInto(house, 2);
    assignment(house, "open",
               {{QStringLiteral("due"), QStringLiteral("2026-12-24")},
                {QStringLiteral("instructions"), QStringLiteral("Ask at the shop for the key")}});
    assignment(house, "done", {{QStringLiteral("instructions"), QStringLiteral("Done long ago")}});
    const QString visit = visited(twin, "accepted", "eligible", "2026-10-01");
    const QString found = finding(house, "C-02", "critical", "open", "2026-11-01", visit);
    finding(building("LHE", 3), "D-01", "minor", "open", "2026-12-01");
    open(house);
    const QString words = under("Visits 1");
    expectSays(words, {"by 24 Dec 2026", "Ask at the shop for the key", "1 Oct 2026", "LHE-0002", "C-02", "Critical",
                       "by 1 Nov 2026", "Overdue"});
    EXPECT_FALSE(words.contains(QLatin1String("Done long ago")));
    EXPECT_FALSE(words.contains(QLatin1String("D-01")));
    QSignalSpy asked(m_page.get(), &BuildingsPage::findingRequested);
    QPushButton *shown = button(QStringLiteral("Open the finding at C-02"));
    ASSERT_NE(shown, nullptr);
    click(shown);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked.takeFirst().constFirst().toString(), found);
}

TEST_F(BuildingDetailTest, photos_areThoseOfAllVisits)
{
    const QString house = building("LHE", 1);
    open(house);
    EXPECT_TRUE(under("Photos").contains(QLatin1String("No visit has brought a photo yet")));
    const QString first = visited(house, "accepted", "eligible", "2026-10-01");
    const QString second = visited(mergedInto(house, 2), "submitted", "eligible", "2026-11-20");
    attached(first, QStringLiteral("C-02"), "photo");
    attached(first, QStringLiteral("C-02"), "document");
    attached(second, QStringLiteral("D-01"), "photo");
    attached(visited(building("LHE", 3), "submitted", "eligible", "2026-11-20"), QStringLiteral("C-02"), "photo");
    Q_EMIT m_notifier.manyChanged();
    auto *strip = part<PhotoStrip>(*m_page, "buildingPhotos");
    EXPECT_EQ(under("Photos"), QString());
    EXPECT_EQ(m_tabs->tabText(m_tabs->currentIndex()), QStringLiteral("Photos 2"));
    ASSERT_EQ(strip->model()->rowCount(), 2);
    EXPECT_EQ(strip->model()->index(0, 0).data(EvidenceModel::WhenRole).toString(), QStringLiteral("23 Nov 2026"));
    strip->setFocus();
    strip->setCurrentIndex(strip->model()->index(0, 0));
    QTest::keyClick(strip, Qt::Key_Return);
    auto *viewer = m_page->findChild<PhotoViewer *>();
    ASSERT_NE(viewer, nullptr);
    EXPECT_TRUE(wordsOf(*viewer).contains(QStringLiteral("sample 3.jpg"))) << qPrintable(wordsOf(*viewer));
    EXPECT_EQ(test::buttonSaying(*viewer, QStringLiteral("Remove")), nullptr) << "what was handed in stays";
}

TEST_F(BuildingDetailTest, certificates_areAllThatItEverHad)
{
    const QString house = building("LHE", 1);
    const QString visit = visited(house, "accepted", "eligible", "2024-10-01");
    certificate(house, visit, "provisional", "superseded", "2024-10-10", "2025-04-09");
    const QString current = certificate(house, visit, "full", "issued", "2026-04-10", "2028-04-09");
    open(house);
    expectSays(under("Certificates 2"), {"10 Oct 2024 to 9 Apr 2025", "10 Apr 2026 to 9 Apr 2028"});
    QSignalSpy asked(m_page.get(), &BuildingsPage::certificateRequested);
    const QString number = fieldsOf(Entity::Certificate, current).value(QStringLiteral("number")).toString();
    QPushButton *shown = button(QStringLiteral("Open certificate %1").arg(number));
    ASSERT_NE(shown, nullptr);
    click(shown);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked.takeFirst().constFirst().toString(), current);
}

} // namespace
} // namespace markaz::ui
