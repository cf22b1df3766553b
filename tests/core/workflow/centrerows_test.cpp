// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Centres as the lists show them: those that closed, what is due, and how all of them are read.
#include "core/workflow/centrereminders.h"
#include "tests/core/workflow/centresfixture.h"

#include <algorithm>

namespace markaz {
namespace {

class CentreRowsTest : public test::CentresTest
{
};

TEST_F(CentreRowsTest, closedCentre_staysWithItsMonths_andIsInTheWayOfNoOther)
{
    const QString home = certified(1, "issued", "2026-11-20"); // it has lapsed
    const QString id = put(Entity::Centre, {{QStringLiteral("building"), home},
                                            {QStringLiteral("name"), QStringLiteral("Iqbal Centre")},
                                            {QStringLiteral("seats"), 60},
                                            {QStringLiteral("opened_on"), QStringLiteral("2026-07-01")},
                                            {QStringLiteral("seat_rate_paisa"), 350'000}});
    ASSERT_TRUE(recording().run(m_chief, id, month("2026-09")).ok());
    CentreEntry typed = entryOf(centre(id));
    const auto refuses = [&](const QDate &day, const char *where) {
        typed.closedOn = day;
        expectRefused(ErrorCode::InvalidValue, QLatin1String(where),
                      [&] { return centres().edit(m_chief, id, typed); });
    };
    refuses(QDate(2026, 11, 25), "centre.closed");
    refuses(QDate(2026, 8, 31), "centre.closing"); // it reported on September
    refuses(QDate(2026, 6, 30), "centre.closing");
    typed.closedOn = QDate(2026, 9, 12);
    const auto closed = centres().edit(m_chief, id, typed);
    ASSERT_TRUE(closed.ok()) << "whatever the certificate: " << qPrintable(closed.error().detail);
    EXPECT_EQ(closed->closedOn(), QDate(2026, 9, 12));
    const QDate today(2026, 11, 24);
    EXPECT_TRUE(centreReminders(rows(), today).isEmpty());
    EXPECT_EQ(CentreRepository(*m_database).overdue(today).value(), 0);
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("month.closing"),
                  [&] { return recording().run(m_chief, id, month("2026-10")); });
    EXPECT_EQ(recording().open(terms(id)), (QStringList{QStringLiteral("2026-08"), QStringLiteral("2026-07")}));
    EXPECT_TRUE(recording().run(m_chief, id, month("2026-08")).ok()) << "what it was late with";
    typed.closedOn = {};
    expectRefused(ErrorCode::WrongState, QStringLiteral("centre.certificate"),
                  [&] { return centres().edit(m_chief, id, typed); });
    certificate(home, m_ids.next(), "full", "issued", "2026-11-21", "2028-11-20", {});
    EXPECT_EQ(CentreRepository(*m_database).openable({}, today, 10)->size(), 1) << "the building is free again";
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("centre.beside"),
                  [&] { return centres().open(m_chief, home, entry()); });
    CentreEntry later = entry();
    later.openedOn = {};
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("centre.beside"),
                  [&] { return centres().open(m_chief, home, later); });
    later.openedOn = QDate(2026, 9, 13); // the day after the other one's last
    const auto second = centres().open(m_chief, home, later);
    ASSERT_TRUE(second.ok()) << qPrintable(second.error().detail);
    const QString next = second->id();
    EXPECT_EQ(CentreRepository(*m_database).named(QStringLiteral("LHE-0001")).value(), next);
    EXPECT_EQ(CentreRepository(*m_database).named(QStringLiteral("iqbal centre")).value(), next);
    expectRefused(ErrorCode::Exists, QStringLiteral("centre.building"),
                  [&] { return centres().edit(m_chief, id, typed); });
    CentreEntry longer = typed;
    longer.closedOn = QDate(2026, 9, 13);
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("centre.beside"),
                  [&] { return centres().edit(m_chief, id, longer); });
    ASSERT_TRUE(centres().remove(m_chief, next).ok());
    const auto again = centres().edit(m_chief, id, typed);
    ASSERT_TRUE(again.ok()) << qPrintable(again.error().detail);
    EXPECT_FALSE(again->isClosed());
}

TEST_F(CentreRowsTest, moreSeatsThanAreCertified_askForSomebody)
{
    const QString home = certified(1, "issued", "2028-05-31", {{QStringLiteral("seats"), 59}});
    put(Entity::Centre, {{QStringLiteral("building"), home},
                         {QStringLiteral("name"), QStringLiteral("Iqbal Centre")},
                         {QStringLiteral("seats"), 60},
                         {QStringLiteral("seat_rate_paisa"), 350'000}});
    const QDate today(2026, 11, 24);
    const auto due = centreReminders(rows(), today);
    ASSERT_EQ(due.size(), 1);
    EXPECT_EQ(due.first().matter, CentreMatter::TooManySeats);
    EXPECT_TRUE(due.first().isOverdue(today));
    EXPECT_EQ(CentreRepository(*m_database).overdue(today).value(), 1);
}

TEST_F(CentreRowsTest, reminders_overdueFirstAndEachByItsDay)
{
    const auto centreAt = [this](int number, const char *name, const QString &home) {
        put(Entity::Centre, {{QStringLiteral("building"), home},
                             {QStringLiteral("name"), QString::fromUtf8(name)},
                             {QStringLiteral("seats"), number},
                             {QStringLiteral("seat_rate_paisa"), 300'000}});
    };
    const auto surveyed = [](const char *day) {
        return QJsonObject{{QStringLiteral("surveillance_due"), QLatin1String(day)}};
    };
    centreAt(1, "quiet", certified(1, "issued", "2028-05-31", surveyed("2027-06-01")));
    centreAt(2, "ends", certified(2, "issued", "2027-01-23", surveyed("2027-06-01")));       // in 60 days
    centreAt(3, "ends later", certified(3, "issued", "2027-01-24", surveyed("2027-06-01"))); // in 61
    centreAt(4, "visit late", certified(4, "issued", "2028-05-31", surveyed("2026-11-20")));
    const QString seen = certified(5, "issued", "2028-05-31", surveyed("2026-11-20"));
    visited(seen, "submitted", "eligible", "2026-11-10", {{QStringLiteral("kind"), QStringLiteral("surveillance")}});
    centreAt(5, "visit made", seen);
    const QString sent = certified(6, "issued", "2028-05-31", surveyed("2026-12-01"));
    assignment(sent, "open", {{QStringLiteral("kind"), QStringLiteral("surveillance")}});
    centreAt(6, "visit soon", sent);
    centreAt(7, "over", certified(7, "issued", "2026-11-01"));
    centreAt(8, "suspended", certified(8, "suspended"));
    centreAt(9, "bare", building("LHE", 9));
    QStringList all;
    const QDate today(2026, 11, 24);
    const auto due = centreReminders(rows(), today);
    for (const CentreReminder &one : due)
        all.append(one.centre.name + (one.isOverdue(today) ? QStringLiteral("!") : QString()) +
                   (one.centre.certificate.surveillanceGiven ? QStringLiteral(" sent") : QString()));
    EXPECT_EQ(all,
              (QStringList{QStringLiteral("bare!"), QStringLiteral("suspended!"), QStringLiteral("over!"),
                           QStringLiteral("visit late!"), QStringLiteral("visit soon sent"), QStringLiteral("ends")}));
    EXPECT_EQ(CentreRepository(*m_database).overdue(today).value(), 4) << "the counter says the same";
    // On the day itself nothing is overdue yet, and on the next it is.
    for (const QDate &day : {QDate(2026, 12, 1), QDate(2026, 12, 2), QDate(2027, 1, 23), QDate(2027, 1, 24)}) {
        const auto then = centreReminders(CentreRepository(*m_database).rows(day).value(), day);
        EXPECT_EQ(
            CentreRepository(*m_database).overdue(day).value(),
            std::count_if(then.begin(), then.end(), [&day](const CentreReminder &one) { return one.isOverdue(day); }))
            << qPrintable(day.toString(Qt::ISODate));
    }
}

TEST_F(CentreRowsTest, owed_isTheCentreWithWhatWaitsOfItOrOfItsMonths)
{
    const QString fields = QStringLiteral("seat_rate_paisa");
    const QString quiet = put(Entity::Centre, {{QStringLiteral("building"), certified(1)},
                                               {QStringLiteral("name"), QStringLiteral("a quiet one")},
                                               {QStringLiteral("seats"), 60},
                                               {fields, 300'000}});
    const QString told = put(Entity::Centre, {{QStringLiteral("building"), certified(2)},
                                              {QStringLiteral("name"), QStringLiteral("b")},
                                              {QStringLiteral("seats"), 60},
                                              {fields, 300'000}});
    const auto owes = [this] {
        QList<bool> all;
        for (const CentreRow &row : rows())
            all.append(row.owed);
        return all;
    };
    EXPECT_EQ(owes(), (QList<bool>{false, false}));
    const auto report = recording().run(m_chief, told, month());
    ASSERT_TRUE(report.ok()) << qPrintable(report.error().detail);
    EXPECT_EQ(owes(), (QList<bool>{false, true})) << "a month of it waits";
    ASSERT_TRUE(recording().remove(m_chief, report->id()).ok());
    EXPECT_EQ(owes(), (QList<bool>{false, true})) << "that it was taken back waits, too";
    CentreEntry typed = entryOf(centre(quiet));
    typed.contactName = QStringLiteral("Sample Amna");
    ASSERT_TRUE(centres().edit(m_chief, quiet, typed).ok());
    EXPECT_EQ(owes(), (QList<bool>{true, true}));
}

/// What waits is read once, and no table is walked through centre by centre: so says the plan, which is the same
/// whatever the tables hold. How long it takes is measured elsewhere.
TEST_F(CentreRowsTest, rowsAreRead_withoutAWalkForEachOfThem)
{
    auto steps = m_database->run(QStringLiteral("EXPLAIN QUERY PLAN ") + CentreRepository::query(QStringLiteral("1")),
                                 {QStringLiteral("2026-11-24")});
    ASSERT_TRUE(steps.ok()) << qPrintable(steps.error().detail);
    QHash<int, std::pair<int, QString>> plan; // by its number: what it is part of, and its words
    while ((*steps)->next())
        plan.insert((*steps)->value(0).toInt(), {(*steps)->value(1).toInt(), (*steps)->value(3).toString()});
    ASSERT_FALSE(plan.isEmpty());
    int ofWhatWaits = 0;
    for (auto step = plan.cbegin(); step != plan.cend(); ++step) {
        const QString words = step->second;
        if (!words.startsWith(QLatin1String("SCAN ")))
            continue;
        ofWhatWaits += words.startsWith(QLatin1String("SCAN o ")) ? 1 : 0;
        for (int at = step->first; at != 0; at = plan.value(at).first)
            EXPECT_FALSE(plan.value(at).second.contains(QLatin1String("CORRELATED"))) << qPrintable(words);
    }
    EXPECT_EQ(ofWhatWaits, 2);
}

TEST_F(CentreRowsTest, rowsAreFound_byNameCodeAndCity)
{
    const QString id = opened(certified());
    for (const char *text : {"iqbal", "LHE-0001", "lahor", ""})
        EXPECT_EQ(rows(QLatin1String(text)).size(), 1) << text;
    EXPECT_TRUE(rows(QStringLiteral("karachi")).isEmpty());
    EXPECT_TRUE(rows(QStringLiteral("%")).isEmpty());
    const CentreRepository repository(*m_database);
    for (const char *text : {"lhe-0001", "IQBAL CENTRE"})
        EXPECT_EQ(repository.named(QLatin1String(text)).value(), id) << text;
    EXPECT_FALSE(repository.named(QStringLiteral("iqbal")).value().has_value());
    EXPECT_TRUE(repository.openable({}, QDate(2026, 11, 24), 10)->isEmpty()) << "it has its centre";
    const QString next = certified(2);
    for (const char *text : {"LHE-0002", "lahor", "لاہور"})
        EXPECT_EQ(repository.openable(QString::fromUtf8(text), QDate(2026, 11, 24), 10)->size(), 1) << text;
    EXPECT_TRUE(repository.openable(QStringLiteral("کراچی"), QDate(2026, 11, 24), 10)->isEmpty());
    ASSERT_EQ(repository.openable({}, QDate(2026, 11, 24), 10)->size(), 1);
    EXPECT_EQ(repository.openable({}, QDate(2026, 11, 24), 10)->first().id, next);
}

} // namespace
} // namespace markaz
