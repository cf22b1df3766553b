// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard and the rows behind a figure as files.
#include "tests/core/reporting/pdftools.h"
#include "tests/support/paths.h"
#include "tests/ui/dashboard/dashboardfixture.h"

#include "ui/pages/dashboard/figurerowspage.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QImage>
#include <QJsonDocument>
#include <QPushButton>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

class DashboardExportTest : public test::DashboardFixture
{
protected:
    QTemporaryDir m_out;

    QString file(const char *name) const { return m_out.filePath(QLatin1String(name)); }
    /// To be looked at afterwards.
    static QString kept(const char *name)
    {
        const QString folder = markaz::test::buildPath(QStringLiteral("reports"));
        QDir().mkpath(folder);
        return folder + QLatin1Char('/') + QLatin1String(name);
    }
    /// By the menu and the dialog, as a person does; what is said of it.
    static QString exported(QWidget &page, const char *action, const char *dialog, const QString &path)
    {
        auto *chosen = page.findChild<QAction *>(QLatin1String(action));
        if (chosen == nullptr)
            return QStringLiteral("no such entry");
        chosen->trigger();
        auto *asking = page.findChild<QFileDialog *>(QLatin1String(dialog));
        if (asking == nullptr)
            return QStringLiteral("no dialog");
        Q_EMIT asking->fileSelected(path);
        asking->close();
        auto *messages = page.findChild<MessageArea *>();
        EXPECT_TRUE(QTest::qWaitFor([&] { return messages->bar(QStringLiteral("export")) != nullptr; }, 30'000));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto *bar = messages->bar(QStringLiteral("export"));
        return bar != nullptr ? bar->message().sentence.plain() : QString();
    }
    std::unique_ptr<DashboardPage> shown()
    {
        auto page = std::make_unique<DashboardPage>(services());
        page->resize(1166, 720);
        test::present(*page);
        return page;
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile read(path);
        EXPECT_TRUE(read.open(QIODevice::ReadOnly)) << qPrintable(path);
        return read.readAll();
    }
};

TEST_F(DashboardExportTest, figures_standInTheTable)
{
    fillKnown();
    reported("LHE", 1, "2026-10", 100, 90, 80, 20, 350'000);
    const auto page = shown();
    choose(*page, "province", {QStringLiteral("PK-PB")});
    const QString path = file("figures.csv");
    EXPECT_TRUE(exported(*page, "export.csv", "exportDashboardDialog", path).contains(QStringLiteral("figures.csv")));
    const QStringList lines = QString::fromUtf8(contentOf(path)).split(QStringLiteral("\r\n"));
    for (const char *expected :
         {"Figure,Row,Part,Value", "Filter,,,\"Punjab; Last 12 months\"", "Certified,,,3", "Quota,28 Feb 2027,,149",
          "\"In the pipeline, today\",,,0", "Seats in centres,,,260", "Fire-safe occupancy,,,240",
          "\"Occupancy, per cent\",2026-10,,90", "\"Average seat rate, Rs a month\",2026-10,,3500",
          "\"Pipeline, buildings\",Identified,,4", "In force at the end of the month,2026-11,Full,2",
          "Certified by province,Punjab,Tier 1,2", "Certified by city,Lahore,,2",
          "Certificates that end,2027-02,Provisional,1", "Inspection scores,85-90,Eligible,1"})
        EXPECT_TRUE(lines.contains(QLatin1String(expected)) || lines.contains(QChar(0xFEFF) + QLatin1String(expected)))
            << expected << '\n'
            << lines.join(QLatin1Char('\n')).toStdString();
    EXPECT_TRUE(exported(*page, "export.xlsx", "exportDashboardDialog", file("figures.xlsx"))
                    .contains(QStringLiteral("figures.xlsx")));
    EXPECT_TRUE(contentOf(file("figures.xlsx")).startsWith("PK"));
}

TEST_F(DashboardExportTest, centresByCity_arePointsOfAMap)
{
    fillKnown();
    const auto page = shown();
    const QString path = file("cities.geojson");
    exported(*page, "export.geojson", "exportDashboardDialog", path);
    const QJsonArray features =
        QJsonDocument::fromJson(contentOf(path)).object().value(QStringLiteral("features")).toArray();
    ASSERT_EQ(features.size(), 3);
    QStringList told;
    for (const auto &feature : features) {
        const QJsonObject properties = feature.toObject().value(QStringLiteral("properties")).toObject();
        told.append(QStringLiteral("%1 %2")
                        .arg(properties.value(QStringLiteral("city")).toString())
                        .arg(properties.value(QStringLiteral("certified")).toInt()));
        const QJsonArray place = feature.toObject()
                                     .value(QStringLiteral("geometry"))
                                     .toObject()
                                     .value(QStringLiteral("coordinates"))
                                     .toArray();
        EXPECT_GT(place.at(0).toDouble(), 60) << "longitude first";
        EXPECT_LT(place.at(1).toDouble(), 38);
    }
    EXPECT_THAT(told, testing::UnorderedElementsAre(QStringLiteral("Lahore 2"), QStringLiteral("Karachi 1"),
                                                    QStringLiteral("Sialkot 1")));
}

TEST_F(DashboardExportTest, picture_isAllOfThePage)
{
    fillKnown();
    const auto page = shown();
    const QString path = kept("dashboard.png");
    exported(*page, "export.png", "exportDashboardDialog", path);
    const QImage picture(path);
    const auto *content = page->findChild<QWidget *>(QStringLiteral("dashboardContent"));
    EXPECT_EQ(picture.width(), 2 * content->width());
    EXPECT_GT(picture.height(), 2 * content->height());
    EXPECT_GT(content->height(), page->height() - 56) << "with what is not on the screen";
    EXPECT_GT(test::count(picture, currentTheme().colour(Colour::Chart1)), 4000) << "the bars are painted";
}

TEST_F(DashboardExportTest, pdf_isOnePageWithItsWords)
{
    fillKnown();
    const auto page = shown();
    choose(*page, "tier", {QStringLiteral("1")});
    const QString path = kept("dashboard.pdf");
    exported(*page, "export.pdf", "exportDashboardDialog", path);
    const QString words = pdfWords(path).simplified();
    for (const char *expected : {"Dashboard", "All of Pakistan", "Tier 1", "Last 12 months", "Counted on 24 Nov 2026",
                                 "Ten items that fail most", "Exits unlocked", "SAMPLE"})
        EXPECT_TRUE(words.contains(QLatin1String(expected))) << expected << '\n' << words.toStdString();
}

TEST_F(DashboardExportTest, whatCannotBeWritten_isSaid)
{
    fillKnown();
    const auto page = shown();
    for (const char *kind : {"export.png", "export.pdf", "export.csv", "export.xlsx", "export.geojson"}) {
        const QString said = exported(*page, kind, "exportDashboardDialog", file("none/there"));
        EXPECT_TRUE(said.contains(QStringLiteral("could not be written"))) << kind << qPrintable(said);
        page->findChild<MessageArea *>()->withdraw(QStringLiteral("export"));
    }
}

TEST_F(DashboardExportTest, rows_goAlongAsTheyAreShown)
{
    const QString mill =
        building("LHE", 1, {{QStringLiteral("latitude_e6"), 31'558'000}, {QStringLiteral("longitude_e6"), 74'350'710}});
    certify(mill, visited(mill, "accepted", "eligible", "2026-02-10", scored(8600, "eligible")), "full", "2026-02-20",
            "2028-02-20", 120);
    FigureAsked what;
    what.figure = FigureAsked::Figure::InForce;
    FigureRowsPage page(services());
    page.open(what, QStringLiteral("Certified"), {});
    test::present(page);
    EXPECT_TRUE(exported(page, "export.csv", "exportRowsDialog", file("rows.csv"))
                    .contains(QStringLiteral("Rows written to rows.csv: 1.")));
    const QString number = cell(QStringLiteral("SELECT number FROM certificate")).toString();
    const QStringList lines = QString::fromUtf8(contentOf(file("rows.csv"))).split(QStringLiteral("\r\n"));
    EXPECT_EQ(lines.value(0),
              QStringLiteral("Code,Building,City,Certificate,Grade,Seats,Issued,Last day,Province,Tier"));
    EXPECT_EQ(lines.value(1), QStringLiteral("LHE-0001,Sample building LHE-0001,Lahore,%1,Full,120,2026-02-20,"
                                             "2028-02-20,Punjab,1")
                                  .arg(number));
    page.findChild<MessageArea *>()->withdraw(QStringLiteral("export"));
    exported(page, "export.geojson", "exportRowsDialog", file("rows.geojson"));
    const QJsonObject feature = QJsonDocument::fromJson(contentOf(file("rows.geojson")))
                                    .object()
                                    .value(QStringLiteral("features"))
                                    .toArray()
                                    .first()
                                    .toObject();
    EXPECT_EQ(feature.value(QStringLiteral("geometry")).toObject().value(QStringLiteral("coordinates")).toArray(),
              (QJsonArray{74.35071, 31.558}));
    EXPECT_EQ(feature.value(QStringLiteral("properties")).toObject().value(QStringLiteral("grade")).toString(),
              QStringLiteral("full"))
        << "a token, in whatever language";
    page.findChild<MessageArea *>()->withdraw(QStringLiteral("export"));
    EXPECT_TRUE(exported(page, "export.xlsx", "exportRowsDialog", file("none/rows.xlsx"))
                    .contains(QStringLiteral("could not be written")));
}

} // namespace
} // namespace markaz::ui
