// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/result.h"

#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

#include <memory>

using namespace markaz;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("odd"), QStringLiteral("number"));
    return number / 2;
}

} // namespace

TEST(Result, value_isReadAndTheErrorIsNot)
{
    auto result = half(8);
    ASSERT_TRUE(result.ok());
    EXPECT_TRUE(static_cast<bool>(result));
    EXPECT_EQ(result.value(), 4);
    EXPECT_EQ(*result, 4);
    EXPECT_THROW(static_cast<void>(result.error()), std::bad_variant_access);
}

TEST(Result, error_isReadAndTheValueIsNot)
{
    auto result = half(7);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(result.error().detail, QStringLiteral("odd"));
    EXPECT_EQ(result.error().where, QStringLiteral("number"));
    EXPECT_THROW(static_cast<void>(result.value()), std::bad_variant_access);
}

TEST(Result, valueThatOnlyMoves_movesOut)
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
    const std::unique_ptr<int> taken = *std::move(result);
    EXPECT_EQ(*taken, 5);
}

TEST(Result, members_areReachedThroughTheArrow)
{
    Result<QString> result(QStringLiteral("four"));
    EXPECT_EQ(result->size(), 4);
    result->append(QLatin1Char('!'));
    EXPECT_EQ(*result, QStringLiteral("four!"));
}

TEST(ResultOfNothing, isDoneUnlessThereIsAnError)
{
    const Result<void> done;
    EXPECT_TRUE(done.ok());
    EXPECT_THROW(static_cast<void>(done.error()), std::bad_optional_access);
    const Result<void> failed = makeError(ErrorCode::StorageFull, QStringLiteral("no space"));
    EXPECT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::StorageFull);
}

TEST(ErrorCode, everyCode_hasATokenOfItsOwn)
{
    QSet<QString> seen;
    const QRegularExpression form(QStringLiteral("\\A[a-z_]+\\z"));
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
        const QString name = token(static_cast<ErrorCode>(i));
        EXPECT_TRUE(form.match(name).hasMatch()) << qPrintable(name);
        EXPECT_FALSE(seen.contains(name)) << qPrintable(name);
        seen.insert(name);
    }
    EXPECT_EQ(token(ErrorCode::Internal), QStringLiteral("internal"));
}
