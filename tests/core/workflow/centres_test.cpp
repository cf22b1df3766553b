// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/workflow/centresfixture.h"

namespace markaz {
namespace {

using test::CentresTest;

TEST_F(CentresTest, officerOpensOne_andItWaitsToBeSent)
{
    const QString home = certified();
    const qsizetype before = owed().size();
    const QString id = opened(home);
    EXPECT_EQ(text(Entity::Centre, id, "name"), QStringLiteral("Iqbal Centre"));
    EXPECT_EQ(fieldsOf(Entity::Centre, id).value(QStringLiteral("amenities")).toArray(),
              (QJsonArray{QStringLiteral("internet"), QStringLiteral("parking")}));
    EXPECT_TRUE(fieldsOf(Entity::Centre, id).value(QStringLiteral("sample")).toBool()) << "as its building";
    ASSERT_EQ(owed().size(), before + 1);
    EXPECT_EQ(owed().last().change.entity, Entity::Centre);
    // What is personal stands sealed and nowhere else.
    EXPECT_FALSE(cell(QStringLiteral("SELECT data FROM centre WHERE id = ?"), {id})
                     .toString()
                     .contains(QStringLiteral("1234567")));
    EXPECT_FALSE(cell(QStringLiteral("SELECT sealed FROM centre WHERE id = ?"), {id}).toByteArray().isEmpty());
    ASSERT_EQ(rows().size(), 1);
    EXPECT_TRUE(rows().first().owed);
    EXPECT_EQ(rows().first().certificate.seats, 100);
}

TEST_F(CentresTest, nobodyButAnOfficerOfTheProvince_opensChangesOrReports)
{
    const QString home = certified();
    const QList<std::pair<Actor, QString>> others{{m_me, QStringLiteral("role")},
                                                  {m_auditor, QStringLiteral("role")},
                                                  {m_admin, QStringLiteral("role")},
                                                  {elsewhere(m_chief), QStringLiteral("scope")}};
    for (const auto &other : others)
        expectRefused(ErrorCode::NotAllowed, other.second, [&] { return centres().open(other.first, home, entry()); });
    const QString id = opened(home);
    const auto report = recording().run(m_chief, id, month());
    ASSERT_TRUE(report.ok()) << qPrintable(report.error().detail);
    for (const auto &other : others) {
        const Actor &who = other.first;
        const QString &where = other.second;
        expectRefused(ErrorCode::NotAllowed, where, [&] { return centres().edit(who, id, entry()); });
        expectRefused(ErrorCode::NotAllowed, where, [&] { return centres().remove(who, id); });
        expectRefused(ErrorCode::NotAllowed, where, [&] { return recording().run(who, id, month("2026-09")); });
        expectRefused(ErrorCode::NotAllowed, where, [&] { return recording().edit(who, report->id(), month()); });
        expectRefused(ErrorCode::NotAllowed, where, [&] { return recording().remove(who, report->id()); });
    }
}

TEST_F(CentresTest, withoutACertificateInForce_nothingIsOpened)
{
    const QString where = QStringLiteral("centre.certificate");
    const auto refuses = [&](const QString &home) {
        expectRefused(ErrorCode::WrongState, where, [&] { return centres().open(m_chief, home, entry()); });
    };
    refuses(building("LHE", 1));
    refuses(certified(2, "suspended"));
    refuses(certified(3, "revoked"));
    refuses(certified(4, "issued", "2026-11-23")); // it was valid until yesterday
    const QString today = certified(5, "issued", "2026-11-24");
    EXPECT_TRUE(centres().open(m_chief, today, entry()).ok());
}

TEST_F(CentresTest, certificateThatLapses_leavesTheCentreReadable)
{
    const QString home = certified();
    const QString id = opened(home);
    const auto report = recording().run(m_chief, id, month());
    ASSERT_TRUE(report.ok());
    put(Entity::Certificate,
        with(fieldsOf(Entity::Certificate, m_certificate),
             {{QStringLiteral("state"), QStringLiteral("suspended")},
              {QStringLiteral("state_reason"), QStringLiteral("Exits are locked.")}}),
        m_certificate);
    ASSERT_EQ(rows().size(), 1);
    EXPECT_EQ(rows().first().certificate.stage(QDate(2026, 11, 24)), CertificateStage::Suspended);
    const QString where = QStringLiteral("centre.certificate");
    expectRefused(ErrorCode::WrongState, where, [&] { return centres().edit(m_chief, id, entry()); });
    expectRefused(ErrorCode::WrongState, where, [&] { return recording().run(m_chief, id, month("2026-09")); });
    expectRefused(ErrorCode::WrongState, where, [&] { return recording().edit(m_chief, report->id(), month()); });
}

TEST_F(CentresTest, consent_isTakenBackWhateverTheCertificate)
{
    const QString home = certified();
    const QString id = opened(home);
    CentreEntry typed = entryOf(centre(id));
    typed.contactAgreedAt = centres().agreedNow({});
    ASSERT_TRUE(centres().edit(m_chief, id, typed).ok());
    put(Entity::Certificate,
        with(fieldsOf(Entity::Certificate, m_certificate),
             {{QStringLiteral("state"), QStringLiteral("revoked")},
              {QStringLiteral("state_reason"), QStringLiteral("Closed.")}}),
        m_certificate);
    CentreEntry other = typed;
    other.contactPhone = QStringLiteral("052-3333333");
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("contact_agreed_at"),
                  [&] { return centres().edit(m_chief, id, other); });
    EXPECT_NE(centres().agreedNow(typed.contactAgreedAt), typed.contactAgreedAt) << "in the same moment, too";
    typed.contactAgreedAt.clear();
    typed.contactPhone.clear();
    const auto quiet = centres().edit(m_chief, id, typed);
    ASSERT_TRUE(quiet.ok()) << qPrintable(quiet.error().detail);
    EXPECT_FALSE(quiet->contactPublic());
    EXPECT_EQ(quiet->contactPhone(), QString());
    typed.seats = 50;
    expectRefused(ErrorCode::WrongState, QStringLiteral("centre.certificate"),
                  [&] { return centres().edit(m_chief, id, typed); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"),
                  [&] { return centres().edit(m_me, id, entryOf(centre(id))); });
}

TEST_F(CentresTest, buildingHasOneCentre_alsoWithWhatWasMergedIntoIt)
{
    const QString home = certified();
    const QString twin = building(
        "LHE", 2, {{QStringLiteral("merged_into"), home}, {QStringLiteral("merge_reason"), QStringLiteral("One")}});
    expectRefused(ErrorCode::WrongState, QStringLiteral("merged"),
                  [&] { return centres().open(m_chief, twin, entry()); });
    put(Entity::Centre, {{QStringLiteral("building"), twin},
                         {QStringLiteral("name"), QStringLiteral("Twin")},
                         {QStringLiteral("seats"), 10},
                         {QStringLiteral("seat_rate_paisa"), 300'000}});
    expectRefused(ErrorCode::Exists, QStringLiteral("centre.building"),
                  [&] { return centres().open(m_chief, home, entry()); });
    ASSERT_EQ(rows().size(), 1);
    EXPECT_EQ(rows().first().certificate.id, m_certificate) << "the certificate of the whole";
}

TEST_F(CentresTest, seatsAreAtMostTheCertified_andWhatIsNotWholeIsRefused)
{
    const QString home = certified();
    CentreEntry odd = entry();
    odd.seats = 101;
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("centre.seats"),
                  [&] { return centres().open(m_chief, home, odd); });
    odd.seats = 0;
    expectRefused(ErrorCode::Incomplete, QStringLiteral("seats"), [&] { return centres().open(m_chief, home, odd); });
    odd = entry();
    odd.seatRatePaisa = -1;
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("seat_rate_paisa"),
                  [&] { return centres().open(m_chief, home, odd); });
    odd = entry();
    odd.name = QStringLiteral("  ");
    expectRefused(ErrorCode::Incomplete, QStringLiteral("name"), [&] { return centres().open(m_chief, home, odd); });
    odd = entry();
    odd.seats = 100;
    EXPECT_TRUE(centres().open(m_chief, home, odd).ok());
}

TEST_F(CentresTest, edit_writesWhatTheOfficerChangedAndNothingElse)
{
    const QString id = opened(certified());
    const CentreEntry shown = entryOf(centre(id));
    put(Entity::Centre, with(fieldsOf(Entity::Centre, id), {{QStringLiteral("seat_rate_paisa"), 320'000}}), id);
    CentreEntry typed = shown;
    typed.contactEmail = QStringLiteral("amna@sample.invalid");
    const auto changed = centres().edit(m_chief, id, typed, shown);
    ASSERT_TRUE(changed.ok()) << qPrintable(changed.error().detail);
    EXPECT_EQ(changed->seatRatePaisa(), 320'000) << "another's change stays";
    const FieldChanges sent = owed().last().change.fields;
    EXPECT_TRUE(sent.contains(QStringLiteral("contact_email")));
    EXPECT_FALSE(sent.contains(QStringLiteral("seat_rate_paisa")));
    for (const QString &name : sent.keys()) // the contact goes as one, with whether it is public
        EXPECT_TRUE(name.startsWith(QLatin1String("contact_"))) << qPrintable(name);
}

TEST_F(CentresTest, centreWithMonthsStays_andOneWithoutGoes)
{
    const QString id = opened(certified());
    const auto report = recording().run(m_chief, id, month());
    ASSERT_TRUE(report.ok());
    expectRefused(ErrorCode::WrongState, QStringLiteral("centre.months"),
                  [&] { return centres().remove(m_chief, id); });
    ASSERT_TRUE(recording().remove(m_chief, report->id()).ok());
    ASSERT_TRUE(centres().remove(m_chief, id).ok());
    EXPECT_TRUE(rows().isEmpty());
}

TEST_F(CentresTest, month_isReportedOnceAndNotBeforeItBegins)
{
    const QString id = opened(certified());
    const auto made = recording().run(m_chief, id, month());
    ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
    EXPECT_EQ(made->authorId(), m_chief.accountId);
    EXPECT_EQ(made->seatsTaken(), 45);
    EXPECT_FALSE(made->exportUsdCents());
    expectRefused(ErrorCode::Exists, QStringLiteral("month.reported"),
                  [&] { return recording().run(m_chief, id, month()); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("month.future"),
                  [&] { return recording().run(m_chief, id, month("2026-12")); });
    EXPECT_TRUE(recording().run(m_chief, id, month("2026-11")).ok()) << "the month that runs";
    for (const char *text : {"", "2026-13", "10/2026"})
        expectRefused(ErrorCode::InvalidValue, QStringLiteral("month"),
                      [&] { return recording().run(m_chief, id, month(text)); });
    ASSERT_EQ(rows().size(), 1);
    EXPECT_EQ(rows().first().lastMonth, QStringLiteral("2026-11"));
    EXPECT_EQ(rows().first().occupancyBp(), 7500);
}

/// In Pakistan the next month has begun while it is still the last evening of this one in UTC.
TEST_F(CentresTest, monthBegins_whenItBeginsInPakistan)
{
    const QString id = opened(certified());
    m_clock.set(QDateTime(QDate(2026, 11, 30), QTime(18, 59), Qt::UTC));
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("month.future"),
                  [&] { return recording().run(m_chief, id, month("2026-12")); });
    m_clock.set(QDateTime(QDate(2026, 11, 30), QTime(19, 0), Qt::UTC));
    EXPECT_TRUE(recording().run(m_chief, id, month("2026-12")).ok());
}

TEST_F(CentresTest, figuresThatDoNotFit_areRefusedWithTheirField)
{
    const QString id = opened(certified());
    const auto refuses = [&](const MonthEntry &odd, const char *where) {
        expectRefused(ErrorCode::InvalidValue, QLatin1String(where), [&] { return recording().run(m_chief, id, odd); });
    };
    MonthEntry odd = month();
    odd.seatsTaken = 61;
    refuses(odd, "seats_taken");
    odd = month();
    odd.dgSkills = 39;
    refuses(odd, "dg_skills");
    odd = month();
    odd.seats = 101;
    refuses(odd, "centre.seats");
    odd = month();
    odd.freelancers = -1;
    refuses(odd, "freelancers");
    odd = month();
    odd.exportUsdCents = -5;
    refuses(odd, "export_usd_cents");
}

TEST_F(CentresTest, correction_keepsTheMonthAndWritesWhatChanged)
{
    const QString id = opened(certified());
    const auto made = recording().run(m_chief, id, month());
    ASSERT_TRUE(made.ok());
    MonthEntry right = entryOf(*made);
    right.seatsTaken = 50;
    right.exportUsdCents = 125'050;
    const auto corrected = recording().edit(m_chief, made->id(), right, entryOf(*made));
    ASSERT_TRUE(corrected.ok()) << qPrintable(corrected.error().detail);
    EXPECT_EQ(corrected->month().toString(), QStringLiteral("2026-10"));
    EXPECT_EQ(corrected->exportUsdCents(), 125'050);
    EXPECT_EQ(QStringList(owed().last().change.fields.keys()),
              (QStringList{QStringLiteral("export_usd_cents"), QStringLiteral("seats"), QStringLiteral("seats_taken")}))
        << "the seats go with those that are taken";
    right.seatsTaken = 61;
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("seats_taken"),
                  [&] { return recording().edit(m_chief, made->id(), right); });
}

TEST_F(CentresTest, proposal_isTheNewestMonthThatEndedAndWasNotReported)
{
    const QString id = opened(certified());
    EXPECT_EQ(recording().proposal(terms(id)).month, QStringLiteral("2026-10"));
    ASSERT_TRUE(recording().run(m_chief, id, month()).ok());
    const MonthEntry next = recording().proposal(terms(id));
    EXPECT_EQ(next.month, QStringLiteral("2026-09"));
    EXPECT_EQ(next.seats, 60);
    EXPECT_EQ(next.seatRatePaisa, 350'000);
}

/// What stands today says nothing of a month that is past: not that the certificate has ended since, and not for how
/// many seats it was renewed.
TEST_F(CentresTest, month_isJudgedByTheCertificateThatWasInForceInIt)
{
    const QString home = building("LHE", 1);
    const auto paper = [&](const char *state, const char *from, const char *until, int seats, const QJsonObject &more) {
        certificate(home, m_ids.next(), "full", state, from, until, with(more, {{QStringLiteral("seats"), seats}}));
    };
    paper("superseded", "2025-10-10", "2026-10-31", 60,
          {{QStringLiteral("state_at"), QStringLiteral("2026-09-14T20:00:00.000Z")}});
    paper("issued", "2026-09-15", "2026-10-31", 40, {}); // its day is past; nobody has written it down yet
    const QString id = put(Entity::Centre, {{QStringLiteral("building"), home},
                                            {QStringLiteral("name"), QStringLiteral("Iqbal Centre")},
                                            {QStringLiteral("seats"), 40},
                                            {QStringLiteral("opened_on"), QStringLiteral("2025-12-31")},
                                            {QStringLiteral("seat_rate_paisa"), 350'000}});
    EXPECT_TRUE(recording().run(m_chief, id, month("2026-08")).ok()) << "60 seats were certified then";
    EXPECT_TRUE(recording().run(m_chief, id, month("2026-09")).ok()) << "and until the middle of this month";
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("centre.seats"),
                  [&] { return recording().run(m_chief, id, month("2026-10")); });
    MonthEntry october = month("2026-10");
    october.seats = 40;
    october.seatsTaken = 38;
    const auto last = recording().run(m_chief, id, october);
    ASSERT_TRUE(last.ok()) << "it ended with October, which is reported in November: "
                           << qPrintable(last.error().detail);
    october.seatsTaken = 39;
    EXPECT_TRUE(recording().edit(m_chief, last->id(), october).ok());
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("month.certificate"),
                  [&] { return recording().run(m_chief, id, month("2026-11")); });
    EXPECT_TRUE(recording().run(m_chief, id, month("2025-12")).ok()) << "it was open on the last day";
    for (const char *text : {"2025-11", "2025-10", "2025-09", "2000-01"})
        expectRefused(ErrorCode::InvalidValue, QStringLiteral("month.opening"),
                      [&] { return recording().run(m_chief, id, month(text)); });
    EXPECT_EQ(recording().open(terms(id)),
              (QStringList{QStringLiteral("2026-07"), QStringLiteral("2026-06"), QStringLiteral("2026-05"),
                           QStringLiteral("2026-04"), QStringLiteral("2026-03"), QStringLiteral("2026-02"),
                           QStringLiteral("2026-01")}))
        << "no month before it opened, and none that no certificate carries";
    EXPECT_EQ(recording().proposal(terms(id)).month, QStringLiteral("2026-07"));
}

TEST_F(CentresTest, withoutADayOfItsOpening_theFirstCertificateIsTheBound)
{
    const QString id = put(Entity::Centre, {{QStringLiteral("building"), certified()}, // from 2026-06-01
                                            {QStringLiteral("name"), QStringLiteral("Iqbal Centre")},
                                            {QStringLiteral("seats"), 60},
                                            {QStringLiteral("seat_rate_paisa"), 350'000}});
    EXPECT_TRUE(recording().run(m_chief, id, month("2026-06")).ok());
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("month.certificate"),
                  [&] { return recording().run(m_chief, id, month("2026-05")); });
    for (const char *text : {"2026-07", "2026-08", "2026-09", "2026-10"})
        ASSERT_TRUE(recording().run(m_chief, id, month(text)).ok()) << text;
    EXPECT_EQ(recording().proposal(terms(id)).month, QStringLiteral("2026-11")) << "the one that runs";
    ASSERT_TRUE(recording().run(m_chief, id, month("2026-11")).ok());
    EXPECT_EQ(recording().proposal(terms(id)).month, QString());
}

TEST_F(CentresTest, openingDay_doesNotMoveBehindAMonthThatWasReported)
{
    const QString id = opened(certified()); // since 2026-07-01
    ASSERT_TRUE(recording().run(m_chief, id, month("2026-08")).ok());
    CentreEntry typed = entryOf(centre(id));
    typed.openedOn = QDate(2026, 9, 1);
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("centre.opening"),
                  [&] { return centres().edit(m_chief, id, typed); });
    typed.openedOn = QDate(2026, 8, 31);
    EXPECT_TRUE(centres().edit(m_chief, id, typed).ok()) << "it was open on the last day of it";
}

/// Renewed for 70 seats, of which the centre has all: before, there were at most 40.
TEST_F(CentresTest, proposedSeats_areThoseThatWereCertifiedInTheMonth)
{
    const QString home = building("LHE", 1);
    certificate(
        home, m_ids.next(), "full", "superseded", "2026-06-01", "2026-09-30",
        {{QStringLiteral("seats"), 40}, {QStringLiteral("state_at"), QStringLiteral("2026-09-30T05:00:00.000Z")}});
    certificate(home, m_ids.next(), "full", "issued", "2026-10-01", "2028-05-31", {{QStringLiteral("seats"), 70}});
    CentreEntry typed = entry();
    typed.seats = 70;
    const auto made = centres().open(m_chief, home, typed);
    ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
    const QString id = made->id();
    EXPECT_EQ(recording().proposal(terms(id)).seats, 70);
    EXPECT_EQ(terms(id).seatsIn(Month::parse(QStringLiteral("2026-09")).value()), 40);
    ASSERT_TRUE(recording().run(m_chief, id, month("2026-10")).ok());
    EXPECT_EQ(recording().proposal(terms(id)).month, QStringLiteral("2026-09"));
    EXPECT_EQ(recording().proposal(terms(id)).seats, 40);
}

/// Of a month under a certificate that was revoked nothing is known; that is another thing than none.
TEST_F(CentresTest, monthOfARevokedCertificate_isSaidToBeInDoubt)
{
    const QString home = building("LHE", 1);
    certificate(home, m_ids.next(), "full", "revoked", "2026-06-01", "2026-09-30", {});
    certificate(home, m_ids.next(), "full", "issued", "2026-10-01", "2028-05-31", {});
    const QString id = opened(home);
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("month.doubted"),
                  [&] { return recording().run(m_chief, id, month("2026-09")); });
    EXPECT_EQ(recording().open(terms(id)), (QStringList{QStringLiteral("2026-11"), QStringLiteral("2026-10")}));
}

TEST_F(CentresTest, monthInDoubt_isTakenBackWhenItsCertificateIsReinstated)
{
    const QString home = building("LHE", 1);
    const QString paper = certificate(home, m_ids.next(), "full", "superseded", "2026-06-01", "2026-09-30", {});
    certificate(home, m_ids.next(), "full", "issued", "2026-10-01", "2028-05-31", {});
    const auto report = recording().run(m_chief, opened(home), month("2026-09"));
    ASSERT_TRUE(report.ok()) << qPrintable(report.error().detail);
    const QJsonObject before = fieldsOf(Entity::Certificate, paper);
    put(Entity::Certificate,
        with(before, {{QStringLiteral("state"), QStringLiteral("revoked")},
                      {QStringLiteral("state_reason"), QStringLiteral("Closed.")}}),
        paper);
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("month.doubted"),
                  [&] { return recording().remove(m_chief, report->id()); });
    put(Entity::Certificate, before, paper);
    EXPECT_TRUE(recording().remove(m_chief, report->id()).ok());
}

TEST_F(CentresTest, centreOfAMergedBuilding_doesNotOpenAgain)
{
    const QString home = certified();
    const QString id = opened(home);
    CentreEntry typed = entryOf(centre(id));
    typed.closedOn = QDate(2026, 11, 20);
    ASSERT_TRUE(centres().edit(m_chief, id, typed).ok());
    put(Entity::Building,
        with(fieldsOf(Entity::Building, home), {{QStringLiteral("merged_into"), certified(2)},
                                                {QStringLiteral("merge_reason"), QStringLiteral("One gate.")}}),
        home);
    typed.closedOn = {};
    expectRefused(ErrorCode::WrongState, QStringLiteral("merged"), [&] { return centres().edit(m_chief, id, typed); });
}

TEST_F(CentresTest, centre_isOpenSinceADayThatHasCome)
{
    const QString home = certified();
    CentreEntry odd = entry();
    odd.openedOn = QDate(2026, 11, 25);
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("centre.opened"),
                  [&] { return centres().open(m_chief, home, odd); });
    odd.openedOn = QDate(2026, 11, 24);
    const auto made = centres().open(m_chief, home, odd);
    ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
    odd.openedOn = QDate(2027, 1, 1);
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("centre.opened"),
                  [&] { return centres().edit(m_chief, made->id(), odd); });
}

} // namespace
} // namespace markaz
