// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/decidedagainst.h"

#include "core/domain/certificatelifecycle.h"

#include <gtest/gtest.h>

namespace markaz {
namespace {

const QString kAmna = QStringLiteral("amna");
const QString kBilal = QStringLiteral("bilal");
const QString kSana = QStringLiteral("sana");

/// "suspend amna, revoke bilal": what was decided, and by whom.
QList<DecisionMade> decided(const char *words)
{
    QList<DecisionMade> all;
    const QStringList each = QString::fromLatin1(words).split(QStringLiteral(", "), Qt::SkipEmptyParts);
    for (const QString &one : each)
        all.append({one.section(QLatin1Char(' '), 0, 0), one.section(QLatin1Char(' '), 1)});
    return all;
}

/// Who of the three may not decide an appeal.
QString barred(const char *words, const QString &stateBy = {})
{
    QStringList names;
    for (const QString &name : {kAmna, kBilal, kSana}) {
        if (decidedAgainst(name, stateBy, decided(words)))
            names.append(name);
    }
    return names.join(QLatin1Char(' '));
}

TEST(DecidedAgainst, whoSuspendedOrRevoked_isBarred)
{
    EXPECT_EQ(barred(""), QString());
    EXPECT_EQ(barred("issue amna"), QString()) << "nobody objects to that";
    EXPECT_EQ(barred("issue amna, suspend bilal"), kBilal);
    EXPECT_EQ(barred("renew amna, revoke sana"), kSana);
    EXPECT_EQ(barred("suspend amna, revoke bilal"), QStringLiteral("amna bilal")) << "both, not the last alone";
    EXPECT_EQ(barred("suspend amna, suspend bilal"), QStringLiteral("amna bilal"));
}

TEST(DecidedAgainst, whatEndsTheDoubt_endsThatToo)
{
    EXPECT_EQ(barred("suspend amna, reinstate bilal"), QString());
    EXPECT_EQ(barred("suspend amna, reinstate amna, suspend bilal"), kBilal);
    EXPECT_EQ(barred("revoke amna, appeal bilal, allow_appeal bilal, revoke sana"), kSana);
    EXPECT_EQ(barred("suspend amna, appeal bilal, dismiss_appeal bilal, revoke bilal"), QStringLiteral("amna bilal"))
        << "an appeal that is dismissed leaves what it was against";
    EXPECT_EQ(barred("reinstate bilal, suspend amna"), kAmna) << "in the order in which they were made";
}

TEST(DecidedAgainst, theStatesOwnOfficer_isBarredWithoutADecision)
{
    EXPECT_EQ(barred("", kAmna), kAmna);
    EXPECT_EQ(barred("suspend bilal", kAmna), QStringLiteral("amna bilal"));
    EXPECT_EQ(barred("suspend amna, reinstate bilal", kAmna), kAmna) << "what the certificate says stands";
}

TEST(DecidedAgainst, onlySuspendingAndRevoking_areAgainstAnybody)
{
    for (const QString &kind : decisionKinds()) {
        const bool against = kind == QLatin1String("suspend") || kind == QLatin1String("revoke");
        EXPECT_EQ(decidedAgainst(kAmna, {}, {{kind, kAmna}}), against) << qPrintable(kind);
    }
    EXPECT_FALSE(decidedAgainst(kAmna, {}, {{QStringLiteral("a_later_kind"), kAmna}}));
}

TEST(DecidedAgainst, nobody_isNoOfficer)
{
    EXPECT_FALSE(decidedAgainst({}, {}, {{QStringLiteral("suspend"), {}}}));
}

} // namespace
} // namespace markaz
