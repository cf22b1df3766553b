// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auditaction.h"

#include <QSet>

#include <gtest/gtest.h>

namespace markaz {
namespace {

/// The server writes actions of the enum alone, so this is every one that it writes.
TEST(AuditAction, eachOne_isInTheListWithAWordOfItsOwn)
{
    QSet<QString> words;
    for (int i = 0; i <= static_cast<int>(AuditAction::WitnessContradicts); ++i) {
        const auto action = static_cast<AuditAction>(i);
        ASSERT_EQ(auditActions().value(i), action) << i;
        EXPECT_EQ(auditActionOf(token(action)), action);
        words.insert(token(action));
    }
    EXPECT_EQ(auditActions().size(), words.size());
    EXPECT_EQ(auditActionOf(QStringLiteral("nonsense")), std::nullopt);
    for (const char *known : {"sign_in", "sample", "drop_upload", "refuse_upload", "forget", "failed_sign_ins"})
        EXPECT_TRUE(words.contains(QLatin1String(known))) << known;
}

} // namespace
} // namespace markaz
