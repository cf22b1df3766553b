// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of a centre and of a month, as an officer at the keyboard meets them.
#include "tests/ui/centres/centresfixture.h"

#include "ui/widgets/charts/monthschart.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QTimer>

#include <functional>

namespace markaz::ui {
namespace {

using namespace test;

class CentresFormsTest : public CentresDesk
{
};

TEST_F(CentresFormsTest, month_isRecordedCorrectedAndTakenBack)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    open(m_chief);
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QTest::keyClick(table(), Qt::Key_Return);
    EXPECT_EQ(m_frame->current(), QStringLiteral("centre"));
    EXPECT_TRUE(wordsOf(*detail()).contains(QStringLiteral("No month was reported yet")));
    click(part<QPushButton>(*detail(), "recordMonth"));
    EXPECT_EQ(part<QComboBox>(*m_frame, "monthMonth")->currentData().toString(), QStringLiteral("2026-10"));
    auto *save = part<QPushButton>(*m_frame, "saveMonth");
    setNumber("monthTaken", 71);
    EXPECT_FALSE(save->isEnabled());
    EXPECT_TRUE(part<QLabel>(*m_frame, "monthHint")->text().contains(QStringLiteral("More seats are taken")));
    setNumber("monthTaken", 53);
    setNumber("monthFreelancers", 41);
    setNumber("monthDgSkills", 42);
    EXPECT_FALSE(save->isEnabled());
    setNumber("monthDgSkills", 34);
    setNumber("monthOtherStaff", 12);
    fillIn(part<QLineEdit>(*m_frame, "monthExports"), QStringLiteral("1,250.5"));
    ASSERT_TRUE(save->isEnabled());
    click(save);
    settle();
    ASSERT_EQ(owed().size(), 1) << qPrintable(messagesOf(*m_frame));
    auto *months = part<QTableView>(*detail(), "monthsTable");
    const QAbstractItemModelTester tester(months->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(months->model()->rowCount(), 1);
    EXPECT_EQ(months->model()->index(0, MonthsModel::Taken).data().toString(), QStringLiteral("75.7 %, 53 of 70"));
    EXPECT_EQ(months->model()->index(0, MonthsModel::Exports).data().toString(), QStringLiteral("US$ 1,250.50"));
    EXPECT_TRUE(wordsOf(*detail()).contains(QStringLiteral("22.6 %, 12 of 53"))) << "the e-employment share";
    auto *chart = part<MonthsChart>(*detail(), "monthsChart");
    EXPECT_EQ(chart->content().parts.first().values, QList<int>{53});
    EXPECT_EQ(chart->content().marks, QList<int>{70});

    const auto show = [this](const char *view) {
        click(part<SegmentedControl>(*detail(), "monthViews")->button(QLatin1String(view)));
    };
    show("rate");
    EXPECT_EQ(chart->content().marks, QList<int>{4'000}) << "the ceiling of the policy, in rupees";
    show("members");
    ASSERT_EQ(chart->content().parts.size(), 3);
    EXPECT_EQ(chart->content().parts.at(0).values, QList<int>{34}) << "of DG Skills";
    EXPECT_EQ(chart->content().parts.at(1).values, QList<int>{41 - 34}) << "other freelancers";
    EXPECT_EQ(chart->content().parts.at(2).values, QList<int>{12}) << "other staff";
    EXPECT_TRUE(chart->spots().spots().first().words.contains(QStringLiteral("12 other staff")));
    show("exports");
    EXPECT_EQ(chart->content().parts.first().values, QList<int>{1'251}) << "dollars, rounded half up";
    show("seats");

    click(part<QPushButton>(*detail(), "correctMonth"));
    setNumber("monthTaken", 50);
    click(part<QPushButton>(*m_frame, "saveMonth"));
    settle();
    EXPECT_EQ(chart->content().parts.first().values, QList<int>{50});
    click(part<QPushButton>(*detail(), "takeMonthBack"));
    EXPECT_EQ(months->model()->rowCount(), 1) << "asked first";
    click(part<QPushButton>(*detail(), "takeMonthBack"));
    EXPECT_EQ(months->model()->rowCount(), 0);
    EXPECT_TRUE(m_records->requireAs<Centre>(id).ok());
}

TEST_F(CentresFormsTest, anotherContact_isPublicOnlyWhenThatIsSaidAnew)
{
    const QString id = centre(certified(1), "Iqbal Centre",
                              {{QStringLiteral("contact_agreed_at"), QStringLiteral("2026-11-20T09:00:00.000Z")}});
    open(m_chief);
    Q_EMIT page()->centreRequested(id);
    click(part<QPushButton>(*detail(), "changeCentre"));
    auto *consent = part<QCheckBox>(*m_frame, "centreContactPublic");
    ASSERT_TRUE(consent->isChecked());
    fillIn(part<QLineEdit>(*m_frame, "centreContactName"), QStringLiteral("Sample Bilal"));
    EXPECT_FALSE(consent->isChecked());
    EXPECT_TRUE(part<QLabel>(*m_frame, "centreHint")->text().contains(QStringLiteral("if this person agrees")));
    click(part<QPushButton>(*m_frame, "saveCentre"));
    settle();
    EXPECT_FALSE(m_records->requireAs<Centre>(id)->contactPublic());
}

TEST_F(CentresFormsTest, cancel_asksFirstWhenABoxWasTicked)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    open(m_chief);
    Q_EMIT page()->centreRequested(id);
    click(part<QPushButton>(*detail(), "changeCentre"));
    click(part<QCheckBox>(*m_frame, "amenity.canteen"));
    click(part<QPushButton>(*m_frame, "cancelCentre"));
    EXPECT_NE(m_frame->findChild<QCheckBox *>(QStringLiteral("amenity.canteen")), nullptr) << "asked first";
    EXPECT_TRUE(owed().isEmpty());
}

TEST_F(CentresFormsTest, sheet_asksBeforeWhatWasTickedOrDatedIsLost)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    open(m_chief);
    Q_EMIT page()->centreRequested(id);
    const auto sheet = [this] { return m_frame->findChild<QWidget *>(QStringLiteral("centreSheet")); };
    const QList<std::function<void()>> edits{
        [this] { part<QCheckBox>(*m_frame, "amenity.canteen")->click(); },
        [this] { part<QCheckBox>(*m_frame, "centreContactPublic")->click(); },
        [this] {
            fillIn(part<QWidget>(*m_frame, "centreOpened")->findChild<QLineEdit *>(), QStringLiteral("3 Mar 2026"));
        }};
    for (const auto &edit : edits) {
        click(part<QPushButton>(*detail(), "changeCentre"));
        ASSERT_NE(sheet(), nullptr);
        edit();
        click(part<QPushButton>(*m_frame, "cancelCentre"));
        ASSERT_NE(sheet(), nullptr);
        EXPECT_TRUE(wordsOf(*sheet()).contains(QStringLiteral("What you entered is not saved.")));
        click(part<QPushButton>(*m_frame, "cancelCentre"));
        settle();
        EXPECT_TRUE(sheet() == nullptr || !sheet()->isVisible());
    }
    EXPECT_TRUE(owed().isEmpty());
    // A day that cannot be read is no day that was taken away.
    click(part<QPushButton>(*detail(), "changeCentre"));
    fillIn(part<QWidget>(*m_frame, "centreOpened")->findChild<QLineEdit *>(), QStringLiteral("soon"));
    EXPECT_FALSE(part<QPushButton>(*m_frame, "saveCentre")->isEnabled());
}

TEST_F(CentresFormsTest, seatsOfAMonth_followItsCertificateUntilTheyAreTyped)
{
    const QString home = certified(1, {{QStringLiteral("valid_from"), QStringLiteral("2026-10-01")}});
    certificate(
        home, m_ids.next(), "full", "superseded", "2026-01-20", "2026-09-30",
        {{QStringLiteral("seats"), 40}, {QStringLiteral("state_at"), QStringLiteral("2026-09-30T05:00:00.000Z")}});
    const QString id = centre(home, "Iqbal Centre"); // which has 70
    open(m_chief);
    Q_EMIT page()->centreRequested(id);
    click(part<QPushButton>(*detail(), "recordMonth"));
    auto *months = part<QComboBox>(*m_frame, "monthMonth");
    auto *seats = part<QSpinBox>(*m_frame, "monthSeats");
    EXPECT_EQ(seats->value(), 70);
    months->setCurrentIndex(months->findData(QStringLiteral("2026-08")));
    EXPECT_EQ(seats->value(), 40);
    months->setCurrentIndex(months->findData(QStringLiteral("2026-11")));
    EXPECT_EQ(seats->value(), 70);
    seats->setValue(55);
    months->setCurrentIndex(months->findData(QStringLiteral("2026-08")));
    EXPECT_EQ(seats->value(), 55) << "somebody said how many there were";
}

TEST_F(CentresFormsTest, whenEveryMonthWasReported_theFormSaysSo)
{
    const QString id =
        centre(certified(1), "Iqbal Centre", {{QStringLiteral("opened_on"), QStringLiteral("2026-10-05")}});
    month(id, "2026-10", 35, 5);
    month(id, "2026-11", 35, 5);
    open(m_chief);
    Q_EMIT page()->centreRequested(id);
    click(part<QPushButton>(*detail(), "recordMonth"));
    EXPECT_TRUE(messagesOf(*m_frame).contains(QStringLiteral("No month is left to record.")));
    EXPECT_FALSE(part<QPushButton>(*m_frame, "saveMonth")->isEnabled());
}

/// Beyond the first of the list, too: all have a certificate and none a centre on the day on which a laptop learns of
/// centres.
TEST_F(CentresFormsTest, everyCertifiedBuilding_isFoundByItsCode)
{
    for (int number = 1; number <= 203; ++number)
        certified(number);
    open(m_chief);
    page()->openCentre();
    auto *homes = part<QComboBox>(*m_frame, "centreBuilding");
    ASSERT_EQ(homes->count(), 200);
    const auto pauses = homes->window()->findChildren<QTimer *>(QStringLiteral("buildingPause"));
    ASSERT_EQ(pauses.size(), 1);
    homes->lineEdit()->setFocus();
    QTest::keyClicks(homes->lineEdit(), QStringLiteral("LHE-0203"));
    ASSERT_TRUE(pauses.first()->isActive());
    pauses.first()->setInterval(0);
    settle();
    ASSERT_EQ(homes->count(), 201);
    EXPECT_EQ(homes->lineEdit()->text(), QStringLiteral("LHE-0203")) << "what is typed stays";
    homes->setCurrentIndex(200);
    EXPECT_TRUE(homes->currentText().contains(QStringLiteral("LHE-0203")));
}

TEST_F(CentresFormsTest, amountThatCannotBeRead_isSaid)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    open(m_chief);
    Q_EMIT page()->centreRequested(id);
    click(part<QPushButton>(*detail(), "changeCentre"));
    fillIn(part<QLineEdit>(*m_frame, "centreRate"), QStringLiteral("45x"));
    EXPECT_TRUE(part<QLabel>(*m_frame, "centreHint")->text().contains(QStringLiteral("An amount cannot be read")));
    EXPECT_FALSE(part<QPushButton>(*m_frame, "saveCentre")->isEnabled());
}

/// What is half typed is lost like anything else, and each of the two buttons says what it does.
TEST_F(CentresFormsTest, cancel_asksAboutWhatIsHalfTyped_inWordsThatDiffer)
{
    certified(1);
    certified(2);
    const QString id = centre(certified(3), "Iqbal Centre");
    open(m_chief);
    const auto asks = [this](const char *sheet, const char *cancel, const char *keep) {
        SCOPED_TRACE(sheet);
        auto *stay = part<QPushButton>(*m_frame, keep);
        EXPECT_FALSE(stay->isVisible());
        click(part<QPushButton>(*m_frame, cancel));
        settle();
        ASSERT_NE(m_frame->findChild<QWidget *>(QLatin1String(sheet)), nullptr);
        EXPECT_EQ(part<QPushButton>(*m_frame, cancel)->text(), QStringLiteral("Throw it away"));
        EXPECT_EQ(stay->text(), QStringLiteral("Go on typing"));
        click(stay);
        EXPECT_EQ(part<QPushButton>(*m_frame, cancel)->text(), QStringLiteral("Cancel"));
        click(part<QPushButton>(*m_frame, cancel));
        click(part<QPushButton>(*m_frame, cancel));
        settle();
        EXPECT_EQ(m_frame->findChild<QWidget *>(QLatin1String(sheet)), nullptr);
    };
    const QList<std::function<void()>> halves{
        [this] { type(part<QComboBox>(*m_frame, "centreBuilding")->lineEdit(), QStringLiteral("LHE-00")); },
        [this] { type(part<QLineEdit>(*m_frame, "centreRate"), QStringLiteral("x")); },
        [this] { type(part<QWidget>(*m_frame, "centreOpened")->findChild<QLineEdit *>(), QStringLiteral("24 No")); }};
    for (const auto &half : halves) {
        page()->openCentre();
        half();
        asks("centreSheet", "cancelCentre", "keepCentre");
    }
    Q_EMIT page()->centreRequested(id);
    click(part<QPushButton>(*detail(), "recordMonth"));
    type(part<QLineEdit>(*m_frame, "monthExports"), QStringLiteral("x"));
    asks("monthSheet", "cancelMonth", "keepMonth");
    EXPECT_TRUE(owed().isEmpty());
}

/// The search lies below the form.
TEST_F(CentresFormsTest, searchsKey_leavesTheKeyboardInTheForm)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    open(m_chief);
    Q_EMIT page()->centreRequested(id);
    click(part<QPushButton>(*detail(), "changeCentre"));
    auto *name = part<QLineEdit>(*m_frame, "centreName");
    ASSERT_TRUE(name->hasFocus());
    QTest::keyClick(name, Qt::Key_K, Qt::ControlModifier);
    EXPECT_TRUE(name->hasFocus());
}

/// From the left to the right and down, as they are read.
TEST_F(CentresFormsTest, tab_goesThroughTheFieldsAsTheyStand)
{
    const QString id = centre(certified(1), "Iqbal Centre");
    open(m_chief);
    Q_EMIT page()->centreRequested(id);
    click(part<QPushButton>(*detail(), "changeCentre"));
    settle();
    constexpr int kSameLine = 12;
    QWidget *at = part<QLineEdit>(*m_frame, "centreName");
    at->setFocus();
    const auto middle = [this](const QWidget *field) { return field->mapTo(m_frame.get(), field->rect().center()); };
    for (int step = 0; step < 40 && at->objectName() != QLatin1String("centreContactPublic"); ++step) {
        QTest::keyClick(at, Qt::Key_Tab);
        QWidget *next = QApplication::focusWidget();
        ASSERT_NE(next, nullptr);
        const QPoint from = middle(at);
        const QPoint to = middle(next);
        EXPECT_TRUE(to.y() > from.y() + kSameLine || (to.y() > from.y() - kSameLine && to.x() > from.x()))
            << qPrintable(at->accessibleName() + QStringLiteral(" -> ") + next->accessibleName());
        at = next;
    }
    EXPECT_EQ(at->objectName(), QStringLiteral("centreContactPublic")) << "the last of them";
}

} // namespace
} // namespace markaz::ui
