// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of an import in light, dark and Urdu; see gallery_test.cpp.
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/gallery.h"

#include "ui/desk.h"
#include "ui/pages/buildings/importpage.h"
#include "ui/widgets/frame/mainframe.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class ImportGallery : public DeskFixture, public testing::WithParamInterface<Look>
{
};

/// A file on its way in: what its columns hold, and what was found in its rows.
TEST_P(ImportGallery, import_isWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    building("LHE", 12, {{QStringLiteral("name"), QStringLiteral("Sample trade centre, floors two and three")}});
    MainWindow window;
    Desk desk(*window.frame(), services(), {});
    window.resize(1366, 690);
    present(window);
    window.frame()->showPage(QStringLiteral("buildings"));
    click(part<QPushButton>(window, "importBuildings"));
    checkPicture(window, QStringLiteral("import"), name);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sample-buildings.csv")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("Serial;Building name;Address;City;Covered area (sq ft);Floors;Idle since;Condition;Owner;Phone;GPS\n"
               "1;Sample textile mill;12 Sample Road, near the canal;Faisalabad;9,200;3;14/04/2022;Fair;Sample Owner;"
               "0300-1234567;31.4180, 73.0790\n"
               "2;Sample cinema;4 Sample Bazaar;Lahore;5200;2;;Good;;;\n"
               "3;Sample trade centre, floors two and three;9 Sample Road;Lahore;4,800;2;;;;;\n"
               "4;Sample warehouse;31 Sample Road;Lahor;7000;1;;;;;\n"
               "5;Sample hostel;2 Sample Lane;Multan;six thousand;4;;;;;\n"
               "6;Sample plaza;7 Sample Avenue;Karachi;8000;5;;;;;\n"
               "7;;7 Sample Street;Lahore;8000;5;;;;12;\n");
    file.close();
    auto *page = static_cast<ImportPage *>(window.frame()->page(QStringLiteral("building-import")));
    QSignalSpy settled(page, &ImportPage::settled);
    page->takeFile(file.fileName());
    ASSERT_TRUE(settled.wait());
    checkPicture(window, QStringLiteral("import-columns"), name);
    click(part<QPushButton>(*page, "importNext"));
    ASSERT_TRUE(settled.wait());
    checkPicture(window, QStringLiteral("import-checked"), name);
}

INSTANTIATE_TEST_SUITE_P(Themes, ImportGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui
