// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/checkpoints.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::protocol;

namespace {

Checkpoint one()
{
    return {QStringLiteral("01900000-0000-7000-8000-0000000000b1"),
            7,
            QString(64, QLatin1Char('a')),
            QStringLiteral("2026-11-28T10:00:00.000Z"),
            QStringLiteral("2026-A"),
            QByteArray(64, '\xfb')};
}

} // namespace

TEST(Checkpoints, everyForm_comesBackAsItWas)
{
    EXPECT_EQ(decode<Checkpoint>(encode(one())).value(), one());
    EXPECT_EQ(readWitnessHeader(witnessHeader(one())).value(), one());
    const Witnesses file{QStringLiteral("instance"), {one(), one()}};
    EXPECT_EQ(readWitnesses(writeWitnesses(file)).value().checkpoints, file.checkpoints);
    PullReply page;
    page.cursor = QStringLiteral("c");
    page.history = QStringLiteral("h");
    EXPECT_EQ(readPullReply(write(page)).value().checkpoint, std::nullopt);
    page.checkpoint = one();
    EXPECT_EQ(readPullReply(write(page)).value().checkpoint, one());
}

TEST(Checkpoints, memberOfAnotherForm_isNamed)
{
    const std::pair<const char *, QJsonValue> wrong[] = {{"history", QStringLiteral("a b")},
                                                         {"n", 0},
                                                         {"n", 1.5},
                                                         {"hash", QString(64, QLatin1Char('A'))},
                                                         {"hash", QString(63, QLatin1Char('a'))},
                                                         {"at", QStringLiteral("2026-11-28")},
                                                         {"at", QStringLiteral("2026-11-28T15:00:00.000+05:00")},
                                                         {"kid", QStringLiteral("2026 A")},
                                                         {"signature", QString(85, QLatin1Char('a'))},
                                                         {"signature", QStringLiteral("a+/=")}};
    for (const auto &[name, value] : wrong) {
        QJsonObject json = encode(one());
        json.insert(QLatin1String(name), value);
        const auto read = decode<Checkpoint>(json);
        ASSERT_FALSE(read) << name;
        EXPECT_EQ(read.error().where, QLatin1String(name));
        json = encode(one());
        json.remove(QLatin1String(name));
        EXPECT_EQ(decode<Checkpoint>(json).error().code, ErrorCode::Incomplete) << name;
    }
    PullReply page;
    page.cursor = page.history = QStringLiteral("c");
    page.checkpoint = one();
    QByteArray body = write(page);
    body.replace("\"n\":7", "\"n\":-7");
    EXPECT_EQ(readPullReply(body).error().where, QStringLiteral("checkpoint.n"));
}

TEST(Checkpoints, headerAndFileOfAnotherForm_areMalformed)
{
    const QByteArray good = witnessHeader(one());
    for (const QByteArray &bad : {QByteArray("nonsense"), good + ' ', good.left(good.size() - 1), ' ' + good,
                                  good + QByteArray(512, 'a'), QByteArray(good).replace(" 7 ", " -7 ")}) {
        const auto read = readWitnessHeader(bad);
        ASSERT_FALSE(read) << bad.constData();
        EXPECT_EQ(read.error().code, ErrorCode::Malformed);
    }
    EXPECT_EQ(readWitnesses("no JSON").error().code, ErrorCode::Malformed);
    EXPECT_EQ(readWitnesses(R"({"instance":"i"})").error().where, QStringLiteral("checkpoints"));
    EXPECT_EQ(readWitnesses(R"({"instance":"i","checkpoints":[7]})").error().where,
              QStringLiteral("checkpoints[0].history"));
}
