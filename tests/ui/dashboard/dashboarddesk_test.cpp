// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The dashboard in the desk, beside the mockups: what its clicks open, who sees it, and its pictures in
// build/<preset>/gallery.
#include "tests/support/paths.h"
#include "tests/ui/dashboard/dashboardfixture.h"

#include "ui/desk.h"
#include "ui/models/buildingsmodel.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/pages/certificate/certificatepage.h"
#include "ui/pages/dashboard/figurerowspage.h"
#include "ui/widgets/frame/mainframe.h"

#include <QDir>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace markaz::ui {
namespace {

using testing::ElementsAre;

class DashboardDeskTest : public test::DashboardFixture
{
protected:
    /// Some hundred sample buildings in the larger cities, the same on every run.
    void fillMany()
    {
        std::mt19937 random(7);
        const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
        const QStringList codes{QStringLiteral("C-02"), QStringLiteral("C-09"), QStringLiteral("G-06"),
                                QStringLiteral("D-06"), QStringLiteral("E-03"), QStringLiteral("C-05"),
                                QStringLiteral("B-03"), QStringLiteral("G-01"), QStringLiteral("D-04"),
                                QStringLiteral("H-03"), QStringLiteral("A-03"), QStringLiteral("F-02")};
        auto all = Transaction::begin(*m_database);
        ASSERT_TRUE(all.ok());
        for (int i = 0; i < 420; ++i) {
            const auto &cities = markaz::test::gazetteer().cities();
            const City &city = cities.at(below(3) == 0 ? below(160) : below(12));
            const QString id = building(qPrintable(city.prefix), i + 1);
            if (below(10) < 4)
                continue;
            if (below(10) < 3) {
                assignment(id, "open");
                continue;
            }
            const int score = std::min(9950, 3600 + below(2600) + below(2600) + below(1500));
            const int pass = m_standard.tier(city.tier).passBp;
            const char *verdict = score >= pass && below(5) > 0          ? "eligible"
                                  : score >= pass - 1000 && below(3) > 0 ? "provisional"
                                                                         : "refused";
            QStringList failed;
            QStringList met;
            for (qsizetype k = 0; k < codes.size(); ++k)
                (below(100) < 40 - 3 * static_cast<int>(k) ? failed : met).append(codes.at(k));
            const QDate day = QDate(2025, 8, 1).addDays(below(470));
            const bool waits = below(10) == 0;
            const QString visit = visited(id, waits ? "submitted" : "accepted", verdict,
                                          qPrintable(day.toString(Qt::ISODate)), scored(score, verdict, failed, met));
            if (waits || qstrcmp(verdict, "refused") == 0 || below(10) < 2)
                continue;
            const QDate from = std::min(day.addDays(8), QDate(2026, 11, 24));
            certify(id, visit, qstrcmp(verdict, "eligible") == 0 ? "full" : "provisional",
                    qPrintable(from.toString(Qt::ISODate)), qPrintable(from.addYears(2).toString(Qt::ISODate)),
                    40 + 10 * below(16));
        }
        publish(10'000, 6'000);
        for (int i = 0; i < 420; i += 3) {
            const QString code =
                cell(QStringLiteral("SELECT b.code FROM building AS b JOIN certificate AS c ON c.building "
                                    "= b.id ORDER BY b.id LIMIT 1 OFFSET ?"),
                     {i})
                    .toString();
            if (code.isEmpty())
                continue;
            static const QList<const char *> states{"draft",    "applied",  "applied",  "approved", "approved",
                                                    "paid_out", "paid_out", "paid_out", "closed",   "declined"};
            lent(qPrintable(code.left(3)), code.mid(4).toInt(), states.at(below(10)), 10'000'000LL * (40 + below(60)),
                 2, 60);
            reported(qPrintable(code.left(3)), code.mid(4).toInt(), "2026-10", 100, 40 + below(60), 60, below(25),
                     300'000 + 10'000 * below(10));
        }
        ASSERT_TRUE(all->commit().ok());
    }
};

TEST_F(DashboardDeskTest, inspectors_haveNoDashboard)
{
    MainFrame frame;
    const Desk desk(frame, services(Role::Inspector), {});
    EXPECT_EQ(frame.page(QStringLiteral("dashboard")), nullptr);
    MainFrame auditors;
    const Desk auditorsDesk(auditors, services(Role::Auditor), {});
    EXPECT_NE(auditors.page(QStringLiteral("dashboard")), nullptr);
}

TEST_F(DashboardDeskTest, clickOnAProvince_opensItsCertificatesAndBackLeadsHere)
{
    fillKnown();
    MainFrame frame;
    const Desk desk(frame, services(), {});
    frame.resize(1366, 768);
    test::present(frame);
    frame.showPage(QStringLiteral("dashboard"));
    auto *page = qobject_cast<DashboardPage *>(frame.page(QStringLiteral("dashboard")));
    ASSERT_NE(page, nullptr);
    auto *provinces = chart<ProvinceChart>(*page);
    QTest::mouseClick(provinces->viewport(), Qt::LeftButton, {}, provinces->spots().spots()[0].area.center().toPoint());
    EXPECT_EQ(frame.current(), QStringLiteral("figure-rows"));
    QWidget *rows = frame.page(QStringLiteral("figure-rows"));
    auto *table = rows->findChild<QTableView *>(QStringLiteral("figureRowsTable"));
    ASSERT_NE(table, nullptr);
    EXPECT_TRUE(table->hasFocus()) << "the arrows walk at once";
    QStringList codes;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        codes.append(table->model()->index(row, 0).data().toString());
    EXPECT_THAT(codes, ElementsAre(QStringLiteral("LHE-0001"), QStringLiteral("LHE-0002"), QStringLiteral("SKT-0001")));
    QTest::keyClick(table, Qt::Key_Return);
    EXPECT_EQ(frame.current(), QStringLiteral("certificate"));
    auto *certificate = qobject_cast<CertificatePage *>(frame.page(QStringLiteral("certificate")));
    Q_EMIT certificate->backRequested();
    EXPECT_EQ(frame.current(), QStringLiteral("figure-rows"));
    Q_EMIT qobject_cast<FigureRowsPage *>(rows)->backRequested();
    EXPECT_EQ(frame.current(), QStringLiteral("dashboard"));

    auto *items = chart<ItemChart>(*page);
    QTest::mouseClick(items->viewport(), Qt::LeftButton, {}, items->spots().spots()[0].area.center().toPoint());
    ASSERT_EQ(table->model()->rowCount(), 2) << "C-09 fails in KHI-0002 and KHI-0003";
    QTest::keyClick(table, Qt::Key_Return);
    EXPECT_EQ(frame.current(), QStringLiteral("review")) << "the visit itself";
}

TEST_F(DashboardDeskTest, filterOfASmallCity_isTakenThoughItsMenuDoesNotListIt)
{
    const City &small = markaz::test::gazetteer().cities().last();
    building(qPrintable(small.prefix), 1);
    building("LHE", 1);
    BuildingsPage page(services());
    test::present(page);
    BuildingFilter filter;
    filter.cities = {small.id};
    filter.text = QStringLiteral("Sample");
    page.setFilter(filter);
    auto *table = page.findChild<QTableView *>(QStringLiteral("buildingsTable"));
    ASSERT_EQ(table->model()->rowCount(), 1);
    EXPECT_EQ(table->model()->index(0, BuildingsModel::Code).data().toString(), small.prefix + QStringLiteral("-0001"));
    page.setFilter({});
    EXPECT_EQ(table->model()->rowCount(), 2);
}

/// Words of a chart neither leave it nor lie on one another.
void expectRoomForWords(const QList<QGraphicsSimpleTextItem *> &texts, const ChartView &view, const char *name)
{
    QList<QRectF> boxes;
    for (const QGraphicsSimpleTextItem *text : texts) {
        // Ink, not the line's box, which for Nastaliq is two and a half times as high.
        const double ink = QFontMetricsF(text->font()).tightBoundingRect(text->text()).height();
        const double height = liftOf(text->text(), text->font()) > 0 ? ink / 2 : ink; // the body of its letters
        const QRectF line = text->sceneBoundingRect();
        boxes.append({line.x(), line.center().y() - height / 2, line.width(), height});
    }
    const QRectF all = QRectF(view.viewport()->rect()).adjusted(-1, -1, 1, 1);
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        EXPECT_TRUE(all.contains(boxes[i])) << name << ": " << qPrintable(texts[i]->text()) << " is cut";
        for (qsizetype k = 0; k < i; ++k)
            EXPECT_FALSE(boxes[i].intersects(boxes[k]))
                << name << ": " << qPrintable(texts[i]->text()) << " lies on " << qPrintable(texts[k]->text());
    }
}

struct Look
{
    const char *name;
    ColourScheme scheme;
    Language language;
    int height;
};

class DashboardPictureTest : public DashboardDeskTest, public testing::WithParamInterface<Look>
{
};

TEST_P(DashboardPictureTest, page_fitsTheScreen)
{
    fillMany();
    const Look look = GetParam();
    const test::ThemeGuard guard(look.scheme, look.language);
    MainFrame frame;
    const Desk desk(frame, services(), {});
    frame.resize(1366, look.height);
    test::present(frame);
    frame.showPage(QStringLiteral("dashboard"));
    QCoreApplication::processEvents();
    auto *page = qobject_cast<DashboardPage *>(frame.page(QStringLiteral("dashboard")));
    const QString folder = markaz::test::buildPath(QStringLiteral("gallery"));
    QDir().mkpath(folder);
    const QImage picture = test::pictureOf(frame);
    ASSERT_TRUE(picture.save(QStringLiteral("%1/dashboard-%2.png").arg(folder, QLatin1String(look.name))));

    auto *scroll = page->findChild<QScrollArea *>();
    EXPECT_EQ(scroll->horizontalScrollBar()->maximum(), 0);
    EXPECT_EQ(scroll->widget()->width(), scroll->viewport()->width());
    // Two rows of charts are seen at once; what ends comes below them.
    const auto bottom = [&](const ChartView *view) {
        return view->mapTo(scroll->viewport(), QPoint(0, view->height())).y();
    };
    EXPECT_LE(bottom(chart<ItemChart>(*page)), scroll->viewport()->height());
    EXPECT_GT(bottom(page->findChild<ChartView *>(QStringLiteral("endingChart"))), scroll->viewport()->height());
    for (const KeyFigure *card : page->findChildren<KeyFigure *>()) {
        for (const QLabel *label : card->findChildren<QLabel *>()) {
            const int needed = label->text().isEmpty() ? 0 : label->sizeHint().width();
            EXPECT_GE(label->width() + 1, needed) << qPrintable(label->text()) << " is cut";
        }
    }
    for (ChartView *view : page->findChildren<ChartView *>())
        expectRoomForWords(texts(*view), *view, view->metaObject()->className());
    // Bars are really painted, in the theme's colour.
    EXPECT_GT(test::count(picture, currentTheme().colour(Colour::Chart1)), 2000);
    EXPECT_GT(test::count(picture, currentTheme().colour(Colour::Chart5)), 2000);
}

TEST_P(DashboardPictureTest, rows_areReadable)
{
    fillMany();
    const Look look = GetParam();
    if (look.height < 768)
        GTEST_SKIP() << "the table only gets shorter";
    const test::ThemeGuard guard(look.scheme, look.language);
    MainFrame frame;
    const Desk desk(frame, services(), {});
    frame.resize(1366, look.height);
    test::present(frame);
    frame.showPage(QStringLiteral("dashboard"));
    QCoreApplication::processEvents();
    auto *page = qobject_cast<DashboardPage *>(frame.page(QStringLiteral("dashboard")));
    const QString folder = markaz::test::buildPath(QStringLiteral("gallery"));
    QDir().mkpath(folder);
    const auto picture = [&](const char *name) {
        QCoreApplication::processEvents();
        return test::pictureOf(frame).save(
            QStringLiteral("%1/page-dashboard-%2-%3.png").arg(folder, QLatin1String(name), QLatin1String(look.name)));
    };
    const auto open = [&](QWidget *chart, int index) {
        frame.showPage(QStringLiteral("dashboard"));
        chart->setFocus(Qt::TabFocusReason);
        QTest::keyClick(chart, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(chart, Qt::Key_Right);
        QTest::keyClick(chart, Qt::Key_Return);
    };
    open(chart<ItemChart>(*page), 0);
    ASSERT_EQ(frame.current(), QStringLiteral("figure-rows"));
    auto *table = frame.page(QStringLiteral("figure-rows"))->findChild<QTableView *>();
    EXPECT_GT(table->model()->rowCount(), 5);
    ASSERT_TRUE(picture("rows"));
    open(chart<ProvinceChart>(*page), 0);
    ASSERT_TRUE(picture("certificates"));
    frame.showPage(QStringLiteral("dashboard"));
    QTest::keyClick(page->findChild<KeyFigure *>(QStringLiteral("figureOccupancy")), Qt::Key_Return);
    ASSERT_TRUE(picture("months"));
    frame.showPage(QStringLiteral("dashboard"));
    QTest::keyClick(page->findChild<KeyFigure *>(QStringLiteral("figureSubsidy")), Qt::Key_Return);
    EXPECT_GT(table->model()->rowCount(), 3);
    ASSERT_TRUE(picture("loans"));
    frame.showPage(QStringLiteral("dashboard"));
    auto *scroll = page->findChild<QScrollArea *>();
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    ASSERT_TRUE(picture("ending"));
}

INSTANTIATE_TEST_SUITE_P(Looks, DashboardPictureTest,
                         testing::Values(Look{"light", ColourScheme::Light, Language::English, 768},
                                         Look{"dark", ColourScheme::Dark, Language::English, 768},
                                         Look{"urdu", ColourScheme::Light, Language::Urdu, 768},
                                         Look{"low", ColourScheme::Light, Language::English, 690}),
                         [](const auto &tested) { return std::string(tested.param.name); });

} // namespace
} // namespace markaz::ui
