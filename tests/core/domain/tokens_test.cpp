// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tokens.h"

#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

using namespace markaz;

template <class E>
class Tokens : public ::testing::Test
{
};
using Enums = ::testing::Types<Entity, Role, ChangeKind, Outcome, Verdict, CertificateState, FindingState, Severity,
                               FindingStep, LoanState, LoanStep>;
TYPED_TEST_SUITE(Tokens, Enums);

TYPED_TEST(Tokens, everyValue_comesBackFromItsOwnToken)
{
    const QRegularExpression form(QStringLiteral("\\A[a-z_]+\\z"));
    QSet<QString> seen;
    for (TypeParam value : allValues<TypeParam>()) {
        const QString name = token(value);
        EXPECT_TRUE(form.match(name).hasMatch()) << qPrintable(name);
        EXPECT_FALSE(seen.contains(name)) << qPrintable(name);
        seen.insert(name);
        auto back = parse<TypeParam>(name);
        ASSERT_TRUE(back) << qPrintable(name);
        EXPECT_EQ(*back, value);
    }
    EXPECT_FALSE(seen.isEmpty());
}

TYPED_TEST(Tokens, anythingElse_isRefused)
{
    for (const QString &text : {QString(), QStringLiteral("nonsense"), token(allValues<TypeParam>().first()).toUpper(),
                                token(allValues<TypeParam>().first()) + QLatin1Char(' ')}) {
        auto parsed = parse<TypeParam>(text);
        ASSERT_FALSE(parsed) << qPrintable(text);
        EXPECT_EQ(parsed.error().code, ErrorCode::InvalidValue);
    }
}

// Stored and sent: these words are fixed by the sync protocol and by every database in the field.
TEST(TokensOfTheProtocol, areTheOnesThatItNames)
{
    const auto words = [](const auto &values) {
        QStringList list;
        for (auto value : values)
            list.append(token(value));
        return list.join(QLatin1Char(' '));
    };
    EXPECT_EQ(words(allValues<Outcome>()), QStringLiteral("applied merged duplicate conflict held rejected retry"));
    EXPECT_EQ(words(allValues<ChangeKind>()), QStringLiteral("create patch delete submit"));
    EXPECT_EQ(words(allValues<Role>()), QStringLiteral("inspector officer administrator auditor"));
    EXPECT_EQ(words(allValues<Verdict>()), QStringLiteral("eligible provisional refused"));
    EXPECT_EQ(words(allValues<CertificateState>()), QStringLiteral("issued suspended revoked expired superseded"));
    EXPECT_EQ(words(allValues<Entity>()),
              QStringLiteral(
                  "owner building assignment inspection evidence review decision certificate policy account conflict "
                  "finding standard centre occupancy_report loan scenario demand"));
    EXPECT_EQ(words(allValues<FindingState>()), QStringLiteral("open fixed verified waived"));
    EXPECT_EQ(words(allValues<Severity>()), QStringLiteral("critical major minor"));
    EXPECT_EQ(words(allValues<LoanState>()),
              QStringLiteral("draft applied approved paid_out claw_back closed declined"));
}
