// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Cities are called as the language in use calls them, and lists are sorted by what they show.
#include "tests/ui/support/deskfixture.h"

#include "core/domain/citynames.h"
#include "core/storage/searchrepository.h"
#include "ui/models/assignmentsmodel.h"
#include "ui/models/buildingsmodel.h"
#include "ui/models/inspectionsmodel.h"
#include "ui/models/searchmodel.h"
#include "ui/pages/buildings/buildingdetail.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/text/citylabels.h"
#include "ui/text/labels.h"
#include "ui/widgets/citybox.h"

#include <QCollator>
#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

const QString kLahoreInUrdu = QStringLiteral("لاہور");

class CityNamesTest : public DeskFixture
{
protected:
    std::unique_ptr<BuildingsPage> m_page;
    void TearDown() override { leave(m_page); }
    void open()
    {
        leave(m_page);
        m_page = std::make_unique<BuildingsPage>(services(m_chief));
        m_page->resize(1134, 640);
        present(*m_page);
        settle();
    }
    QStringList shown(int column)
    {
        const QAbstractItemModel *model = part<QTableView>(*m_page, "buildingsTable")->model();
        QStringList cells;
        for (int row = 0; row < model->rowCount(); ++row)
            cells.append(model->index(row, column).data().toString().remove(QChar(0x2068)).remove(QChar(0x2069)));
        return cells;
    }
};

TEST_F(CityNamesTest, inUrduTheTableShowsAndSortsByUrduNames)
{
    const ThemeGuard urdu(ColourScheme::Light, Language::Urdu);
    for (const char *prefix : {"LHE", "SKT", "FSD", "RWP", "MUL", "GRW"})
        building(prefix, 1);
    open();
    auto *table = part<QTableView>(*m_page, "buildingsTable");
    table->sortByColumn(BuildingsModel::CityName, Qt::AscendingOrder);
    const QStringList names = shown(BuildingsModel::CityName);
    EXPECT_EQ(names.size(), 6);
    EXPECT_TRUE(names.contains(kLahoreInUrdu)) << qPrintable(names.join(u' '));
    EXPECT_FALSE(names.contains(QStringLiteral("Lahore")));
    QStringList sorted = names;
    const QCollator collator(QLocale(QLocale::Urdu, QLocale::Pakistan));
    std::sort(sorted.begin(), sorted.end(), collator);
    EXPECT_EQ(names, sorted);
    table->sortByColumn(BuildingsModel::CityName, Qt::DescendingOrder);
    std::reverse(sorted.begin(), sorted.end());
    EXPECT_EQ(shown(BuildingsModel::CityName), sorted);
    m_page->setSearch(QStringLiteral("LHE-0001"));
    EXPECT_EQ(shown(BuildingsModel::CityName), QStringList{kLahoreInUrdu});
    table->setCurrentIndex(table->model()->index(0, 0));
    EXPECT_TRUE(wordsOf(*m_page->findChild<BuildingDetail *>()).contains(kLahoreInUrdu));
}

TEST_F(CityNamesTest, inUrduTheListsOfVisitsSayThem)
{
    const ThemeGuard urdu(ColourScheme::Light, Language::Urdu);
    const QString mill = building("LHE", 1);
    assignment(mill, "open");
    visited(mill, "submitted", "eligible", "2026-11-20");
    AssignmentsModel assignments(services(m_chief));
    assignments.reload();
    ASSERT_EQ(assignments.rowCount(), 1);
    QString words;
    for (int column = 0; column < assignments.columnCount(); ++column)
        words += assignments.index(0, column).data().toString();
    EXPECT_TRUE(words.contains(kLahoreInUrdu)) << qPrintable(words);
    InspectionsModel inspections(*m_workspace, {}, {});
    inspections.reload();
    ASSERT_EQ(inspections.rowCount(), 1);
    EXPECT_EQ(inspections.index(0, InspectionsModel::CityName).data().toString(), kLahoreInUrdu);
}

TEST_F(CityNamesTest, inUrduTheSearchSaysThem)
{
    const ThemeGuard urdu(ColourScheme::Light, Language::Urdu);
    building("LHE", 1);
    const auto hits = SearchRepository(*m_database).find(QStringLiteral("LHE"), 5);
    ASSERT_TRUE(hits.ok() && hits->size() == 1);
    SearchModel model;
    model.setFound(*hits, {});
    const QString detail = model.firstEntry().data(SearchModel::DetailRole).toString();
    EXPECT_TRUE(detail.contains(kLahoreInUrdu)) << qPrintable(detail);
    EXPECT_TRUE(detail.contains(QStringLiteral("1 Sample Road")));
}

TEST_F(CityNamesTest, inUrduACityIsFoundByEitherName)
{
    const ThemeGuard urdu(ColourScheme::Light, Language::Urdu);
    const City &lahore = markaz::test::cityOf("LHE");
    const CityBox box(markaz::test::gazetteer(), QStringList{lahore.province}, nullptr);
    const QList<int> latin = box.rowsNamed(QStringLiteral("lahore"));
    ASSERT_EQ(latin.size(), 1);
    EXPECT_EQ(box.rowsNamed(kLahoreInUrdu), latin);
    EXPECT_EQ(box.itemText(latin.first()), kLahoreInUrdu);
    EXPECT_EQ(box.itemData(latin.first()).toInt(), lahore.id);
}

TEST_F(CityNamesTest, whereNoUrduNameIsKnown_theLatinOneStands)
{
    const QString lahore = QStringLiteral("Lahore");
    const int id = markaz::test::cityOf("LHE").id;
    EXPECT_EQ(labels::cityName(id, lahore), lahore);
    EXPECT_TRUE(labels::citiesInOrder(markaz::test::gazetteer()).isEmpty());
    const ThemeGuard urdu(ColourScheme::Light, Language::Urdu);
    EXPECT_EQ(labels::cityName(id, lahore), kLahoreInUrdu);
    EXPECT_EQ(labels::cityName(99, QStringLiteral("Nowhere")), QStringLiteral("Nowhere"));
    QList<int> all = labels::citiesInOrder(markaz::test::gazetteer());
    EXPECT_EQ(all.size(), markaz::test::gazetteer().cities().size());
    for (const City &city : markaz::test::gazetteer().cities()) {
        EXPECT_TRUE(all.contains(city.id));
        if (!builtinCityNames().contains(city.id)) {
            EXPECT_EQ(labels::cityName(city), city.name);
        }
    }
}

} // namespace
} // namespace markaz::ui
