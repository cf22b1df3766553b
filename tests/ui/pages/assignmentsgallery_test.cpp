// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The assignments, their calendar and the sheet, in light, dark and Urdu.
#include "tests/ui/support/assignmentsfixture.h"
#include "tests/ui/support/everylook.h"
#include "tests/ui/support/gallery.h"

#include "ui/desk.h"
#include "ui/pages/assignments/assignmentspage.h"
#include "ui/pages/assignments/duecalendar.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/widgets/frame/mainframe.h"

#include <QTableView>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

class AssignmentsGallery : public AssignmentsFixture, public testing::WithParamInterface<Look>
{
protected:
    QString m_late;

    void SetUp() override
    {
        AssignmentsFixture::SetUp();
        m_chief.displayName = QStringLiteral("Sample Officer");
        const QStringList people{m_inspector, m_colleague.accountId, m_ids.next(), m_ids.next()};
        const char *names[] = {"Sample Amna Qureshi", "Sample Bilal Ahmed", "Sample Farah Iqbal", "Sample Zain Malik"};
        for (int i = 0; i < people.size(); ++i)
            inspector(people[i], names[i]);
        const QJsonObject facts = samples::context(1).building;
        // Day of November or December, whose, and the kind.
        struct Visit
        {
            const char *due;
            int who;
            const char *kind;
            const char *state;
        };
        const Visit visits[] = {
            {"2026-11-16", 0, "initial", "open"},      {"2026-11-20", 1, "surveillance", "open"},
            {"2026-11-20", 0, "follow_up", "open"},    {"2026-11-24", 1, "initial", "open"},
            {"2026-11-26", 2, "initial", "open"},      {"2026-11-27", 0, "complaint", "open"},
            {"2026-11-27", 1, "initial", "open"},      {"2026-11-27", 2, "initial", "open"},
            {"2026-11-30", 1, "initial", "open"},      {"2026-12-02", 1, "initial", "open"},
            {"2026-12-04", 2, "surveillance", "open"}, {"2026-11-12", 0, "initial", "done"},
            {"2026-11-10", 2, "initial", "cancelled"},
        };
        int number = 0;
        for (const Visit &one : visits) {
            const QString id =
                assignment(building("LHE", ++number, facts), one.state,
                           {{QStringLiteral("due"), QLatin1String(one.due)},
                            {QStringLiteral("inspector"), people[one.who]},
                            {QStringLiteral("kind"), QLatin1String(one.kind)},
                            {QStringLiteral("instructions"),
                             QStringLiteral("The caretaker has the keys; he is there until two in the afternoon.")}});
            if (m_late.isEmpty())
                m_late = id;
        }
        for (int i = 20; i < 40; ++i)
            building("FSD", i, facts);
    }
    void check(MainWindow &window, const QString &page) { checkPicture(window, page, std::get<0>(GetParam())); }
};

TEST_P(AssignmentsGallery, assignments_areWholeAndNamed)
{
    const auto [name, scheme, language] = GetParam();
    ThemeGuard guard(scheme, language);
    MainWindow window;
    MainFrame *frame = window.frame();
    Desk desk(*frame, services(m_chief), {});
    window.resize(1366, 690);
    present(window);
    frame->showPage(QStringLiteral("assignments"));
    auto *page = static_cast<AssignmentsPage *>(frame->page(QStringLiteral("assignments")));
    check(window, QStringLiteral("assignments"));
    page->showAssignment(m_late);
    click(part<QPushButton>(window, "cancelAssignment"));
    check(window, QStringLiteral("assignment"));
    click(part<QAbstractButton>(window, "closeAssignment"));
    page->showCalendar(true);
    part<DueCalendar>(window, "dueCalendar")->setDay(QDate(2026, 11, 26));
    part<QTableView>(window, "calendarDays")->setFocus();
    QTest::keyClick(part<QTableView>(window, "calendarDays"), isUrdu() ? Qt::Key_Left : Qt::Key_Right);
    check(window, QStringLiteral("assignments-calendar"));

    frame->showPage(QStringLiteral("buildings"));
    auto *table = part<QTableView>(window, "buildingsTable");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(10, 0)); // the codes of Faisalabad come first
    for (int i = 0; i < 14; ++i)
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    click(part<QPushButton>(window, "assignBuildings"));
    auto *inspectors = part<QTableView>(window, "assignInspectors");
    QTest::keyClick(inspectors, Qt::Key_Down);
    QTest::keyClick(inspectors, Qt::Key_Down);
    check(window, QStringLiteral("assign"));
}

INSTANTIATE_TEST_SUITE_P(Looks, AssignmentsGallery, everyLook(), nameOfLook);

} // namespace
} // namespace markaz::ui
