// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/seatsfound.h"

#include <gtest/gtest.h>

#include <QJsonArray>

namespace markaz {
namespace {

QJsonObject visitOf(std::initializer_list<const char *> rooms)
{
    QJsonArray rows;
    for (const char *seats : rooms)
        rows.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("Hall")},
                                {QStringLiteral("seats"), QLatin1String(seats)}});
    return {{QStringLiteral("answers"),
             QJsonObject{{QStringLiteral("F-02"), QJsonObject{{QStringLiteral("rows"), rows}}}}}};
}

const QJsonObject kPlanned{{QStringLiteral("planned_seats"), 80}};

TEST(SeatsFound, areThoseOfTheRooms_elseThosePlanned)
{
    EXPECT_EQ(seatsFound(kPlanned, visitOf({"40", "12"})), 52) << "what was counted, not what was planned";
    EXPECT_EQ(seatsFound(kPlanned, visitOf({"0"})), 80);
    EXPECT_EQ(seatsFound(kPlanned, {}), 80);
    EXPECT_EQ(seatsFound({}, {}), 0);
    EXPECT_EQ(seatsFound({}, visitOf({"-5", "9", "many"})), 9) << "a room that says no number counts none";
    EXPECT_EQ(seatsFound({}, visitOf({"2000000000", "2000000000"})), 10'000) << "as many as a record may say";
}

TEST(SeatsFound, aCertificateSpeaksOfNoMore)
{
    const QJsonObject visit = visitOf({"40", "12"});
    EXPECT_TRUE(checkSeats(1, kPlanned, visit));
    EXPECT_TRUE(checkSeats(52, kPlanned, visit));
    for (int seats : {0, -1, 53, 80}) {
        const auto refused = checkSeats(seats, kPlanned, visit);
        ASSERT_FALSE(refused) << seats;
        EXPECT_EQ(refused.error().code, ErrorCode::InvalidValue);
        EXPECT_EQ(refused.error().where, QStringLiteral("seats"));
    }
    EXPECT_TRUE(checkSeats(9'999, {}, {})) << "nobody has said how many there are";
    EXPECT_FALSE(checkSeats(0, {}, {}));
}

} // namespace
} // namespace markaz
