// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out of the buildings page as a file, and which columns it shows.
#include "tests/ui/support/deskfixture.h"

#include "core/standard/xlsx/workbook.h"
#include "ui/models/buildingsmodel.h"
#include "ui/pages/buildings/buildingsexport.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/widgets/jobprogress.h"

#include <QBuffer>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonDocument>
#include <QMenu>
#include <QTableView>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

Result<Workbook> bookOf(QByteArray bytes)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    return readWorkbook(file);
}

class BuildingsFilesTest : public DeskFixture
{
protected:
    QTemporaryDir m_files;
    std::unique_ptr<BuildingsPage> m_page;
    QTableView *m_table = nullptr;

    void open(const Actor &actor)
    {
        leave(m_page);
        m_page = std::make_unique<BuildingsPage>(services(actor));
        m_page->resize(1366, 640);
        present(*m_page);
        m_table = part<QTableView>(*m_page, "buildingsTable");
    }
    void open() { open(m_chief); }
    void TearDown() override { leave(m_page); }

    QString path(const char *name) const { return m_files.filePath(QLatin1String(name)); }
    QByteArray content(const char *name)
    {
        QFile read(path(name));
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    QStringList lines(const char *name)
    {
        return QString::fromUtf8(content(name).mid(3)).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    }
    /// By the menu of the button and the dialog.
    void exportAs(const char *format, const char *name)
    {
        QSignalSpy written(m_page->findChild<BuildingsExport *>(), &BuildingsExport::written);
        part<QAction>(*m_page, qPrintable(QStringLiteral("export.") + QLatin1String(format)))->trigger();
        auto *dialog = m_page->findChild<QFileDialog *>();
        ASSERT_NE(dialog, nullptr);
        EXPECT_EQ(dialog->defaultSuffix(), QLatin1String(format));
        Q_EMIT dialog->fileSelected(path(name));
        dialog->close();
        settle();
        ASSERT_TRUE(written.count() > 0 || written.wait());
    }
    QAction *column(const char *key)
    {
        return part<QMenu>(*m_page, "columnsMenu")
            ->findChild<QAction *>(QStringLiteral("column.") + QLatin1String(key));
    }
    /// Opens the menu with the keyboard and presses the line of \p key.
    void toggle(const char *key)
    {
        auto *menu = part<QMenu>(*m_page, "columnsMenu");
        menu->popup(m_page->mapToGlobal(QPoint(600, 60)));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(column(key)).center());
        menu->close();
    }
};

TEST_F(BuildingsFilesTest, whatIsShown_isWritten_asFilteredSortedAndWithItsColumns)
{
    building("LHE", 1,
             {{QStringLiteral("name"), QStringLiteral("=Old cinema")},
              {QStringLiteral("covered_area_sqft"), 3000},
              {QStringLiteral("idle_since"), QStringLiteral("2022-04-14")},
              {QStringLiteral("latitude_e6"), 31'520'400},
              {QStringLiteral("longitude_e6"), 74'358'700}});
    building("LHE", 2,
             {{QStringLiteral("name"), QStringLiteral("پرانی مل")}, {QStringLiteral("covered_area_sqft"), 9000}});
    building("FSD", 3, {{QStringLiteral("covered_area_sqft"), 5000}});
    open();
    m_table->sortByColumn(BuildingsModel::Area, Qt::DescendingOrder);
    exportAs("csv", "all.csv");
    EXPECT_TRUE(content("all.csv").startsWith("\xEF\xBB\xBF")) << "spreadsheets know it by that";
    const QStringList all = lines("all.csv");
    ASSERT_EQ(all.size(), 4);
    EXPECT_EQ(all.at(0), QStringLiteral("Code,Building,City,Tier,Stage,\"Area, sq ft\",Idle since,Last score"));
    EXPECT_EQ(all.at(1), QStringLiteral("LHE-0002,پرانی مل,Lahore,1,Identified,9000,,"));
    EXPECT_TRUE(all.at(2).startsWith(QStringLiteral("FSD-0003,")));
    EXPECT_EQ(all.at(3), QStringLiteral("LHE-0001,'=Old cinema,Lahore,1,Identified,3000,2022-04-14,"));
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("all.csv"))) << qPrintable(messagesOf(*m_page));

    BuildingFilter lahore;
    lahore.cities = {markaz::test::cityOf("LHE").id};
    m_page->setFilter(lahore);
    toggle("tier");
    toggle("stage");
    toggle("last_score");
    m_table->horizontalHeader()->moveSection(BuildingsModel::Area, 0);
    exportAs("xlsx", "some.xlsx");
    const auto book = bookOf(content("some.xlsx"));
    ASSERT_TRUE(book) << qPrintable(book.error().detail);
    QStringList rows;
    for (const auto &row : book->sheets.first().rows) {
        QStringList cells;
        for (const auto &cell : row.cells)
            cells.append(cell.text);
        rows.append(cells.join(QLatin1Char('|')));
    }
    ASSERT_EQ(rows.size(), 3);
    EXPECT_EQ(rows.at(0), QStringLiteral("Area, sq ft|Code|Building|City|Idle since"));
    EXPECT_TRUE(rows.at(1).startsWith(QStringLiteral("9000|LHE-0002|پرانی مل|Lahore")));

    exportAs("geojson", "some.geojson");
    const QJsonArray features =
        QJsonDocument::fromJson(content("some.geojson")).object().value(QStringLiteral("features")).toArray();
    ASSERT_EQ(features.size(), 2);
    EXPECT_TRUE(features.at(0).toObject().value(QStringLiteral("geometry")).isNull());
    EXPECT_EQ(
        features.at(1).toObject().value(QStringLiteral("geometry")).toObject().value(QStringLiteral("coordinates")),
        QJsonValue(QJsonArray{74.3587, 31.5204}));
    EXPECT_EQ(features.at(1)
                  .toObject()
                  .value(QStringLiteral("properties"))
                  .toObject()
                  .value(QStringLiteral("covered_area_sqft"))
                  .toInt(),
              3000);
}

/// By that name the import and other programs find them again.
TEST_F(BuildingsFilesTest, citiesKeepTheirLatinNames_whateverTheLanguage)
{
    const ThemeGuard urdu(ColourScheme::Light, Language::Urdu);
    building("LHE", 1);
    open();
    const QModelIndex shown = m_table->model()->index(0, BuildingsModel::CityName);
    ASSERT_FALSE(shown.data().toString().contains(QStringLiteral("Lahore"))) << "on the screen it is Urdu";
    exportAs("csv", "urdu.csv");
    EXPECT_EQ(lines("urdu.csv").value(1).split(QLatin1Char(',')).value(2), QStringLiteral("Lahore"));
    exportAs("xlsx", "urdu.xlsx");
    const auto book = bookOf(content("urdu.xlsx"));
    ASSERT_TRUE(book) << qPrintable(book.error().detail);
    ASSERT_EQ(book->sheets.first().rows.size(), 2);
    EXPECT_EQ(book->sheets.first().rows.at(1).cells.at(2).text, QStringLiteral("Lahore"));
    exportAs("geojson", "urdu.geojson");
    EXPECT_TRUE(content("urdu.geojson").contains("\"Lahore\""));
}

TEST_F(BuildingsFilesTest, anInspectorsFile_saysNoMoreThanHisPage)
{
    building("LHE", 1);
    open(m_me);
    exportAs("csv", "mine.csv");
    EXPECT_EQ(lines("mine.csv").at(1).split(QLatin1Char(',')).at(4),
              m_table->model()->index(0, BuildingsModel::StageColumn).data().toString());
    EXPECT_FALSE(lines("mine.csv").at(1).contains(QStringLiteral("Identified")))
        << "another's visit may have refused it";
}

TEST_F(BuildingsFilesTest, aLongExport_isCancelledAndLeavesWhatStoodThere)
{
    for (int i = 1; i <= 450; ++i)
        building("LHE", i);
    open();
    QFile old(path("long.csv"));
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write("before");
    old.close();
    QSignalSpy written(m_page->findChild<BuildingsExport *>(), &BuildingsExport::written);
    part<QAction>(*m_page, "export.csv")->trigger();
    Q_EMIT m_page->findChild<QFileDialog *>()->fileSelected(path("long.csv"));
    m_page->findChild<QFileDialog *>()->close();
    auto *progress = part<JobProgress>(*m_page, "jobProgress");
    ASSERT_TRUE(progress->isVisible());
    EXPECT_FALSE(part<QPushButton>(*m_page, "exportBuildings")->menu()->isEnabled()) << "one at a time";
    click(progress->cancelButton());
    settle();
    EXPECT_FALSE(progress->isVisible());
    EXPECT_EQ(written.count(), 0);
    EXPECT_EQ(content("long.csv"), QByteArray("before"));
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("cancelled"))) << qPrintable(messagesOf(*m_page));
    exportAs("csv", "long.csv");
    EXPECT_EQ(lines("long.csv").size(), 451);
    part<QAction>(*m_page, "export.csv")->trigger();
    Q_EMIT m_page->findChild<QFileDialog *>()->fileSelected(path("none/x.csv"));
    EXPECT_TRUE(messagesOf(*m_page).contains(QStringLiteral("could not be written")))
        << qPrintable(messagesOf(*m_page));
}

TEST_F(BuildingsFilesTest, columns_areChosenByMenuAndRemembered)
{
    building("LHE", 1);
    open();
    EXPECT_FALSE(m_table->isColumnHidden(BuildingsModel::Tier));
    EXPECT_FALSE(column("code")->isEnabled()) << "each row keeps its name";
    toggle("tier");
    toggle("city");
    toggle("idle_since");
    toggle("tier");
    EXPECT_FALSE(m_table->isColumnHidden(BuildingsModel::Tier));
    EXPECT_TRUE(m_table->isColumnHidden(BuildingsModel::CityName));
    open(); // another day
    EXPECT_FALSE(m_table->isColumnHidden(BuildingsModel::Tier));
    EXPECT_TRUE(m_table->isColumnHidden(BuildingsModel::CityName));
    EXPECT_TRUE(m_table->isColumnHidden(BuildingsModel::IdleSince));
    // The head's own menu is the same; the keyboard reaches it by the button.
    auto *menu = part<QMenu>(*m_page, "columnsMenu");
    EXPECT_EQ(part<QPushButton>(*m_page, "chooseColumns")->menu(), menu);
    EXPECT_NE(part<QPushButton>(*m_page, "chooseColumns")->focusPolicy(), Qt::NoFocus);
    auto *head = m_table->horizontalHeader();
    QContextMenuEvent asked(QContextMenuEvent::Mouse, QPoint(40, 10), head->viewport()->mapToGlobal(QPoint(40, 10)));
    QApplication::sendEvent(head->viewport(), &asked);
    EXPECT_TRUE(menu->isVisible());
    menu->close();
    EXPECT_TRUE(m_table->isColumnHidden(BuildingsModel::Address)) << "shown to who asks for it";
    toggle("address");
    toggle("province");
    open();
    EXPECT_FALSE(m_table->isColumnHidden(BuildingsModel::Address));
    const QAbstractItemModel *model = m_table->model();
    EXPECT_EQ(model->index(0, BuildingsModel::Address).data().toString(), QStringLiteral("1 Sample Road"));
    EXPECT_EQ(model->index(0, BuildingsModel::ProvinceName).data().toString(), QStringLiteral("Punjab"));
    exportAs("csv", "placed.csv");
    EXPECT_TRUE(lines("placed.csv").value(0).endsWith(QStringLiteral("Address,Province")));
    EXPECT_TRUE(lines("placed.csv").value(1).endsWith(QStringLiteral("1 Sample Road,Punjab")));
    part<QAction>(*m_page, "allColumns")->trigger();
    EXPECT_FALSE(m_table->isColumnHidden(BuildingsModel::CityName));
    EXPECT_FALSE(m_table->isColumnHidden(BuildingsModel::IdleSince));
    EXPECT_TRUE(owed().isEmpty());
}

} // namespace
} // namespace markaz::ui
