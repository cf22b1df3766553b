// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the Rejected tab says of centres and months that the server did not take.
#include "core/storage/outboxrepository.h"
#include "tests/ui/uitest.h"
#include "ui/text/centrewords.h"

#include <QSet>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

OutboxRow rowOf(Entity entity, ChangeKind kind, const char *code, const char *field)
{
    OutboxRow row;
    row.change.entity = entity;
    row.change.kind = kind;
    row.code = QLatin1String(code);
    row.field = QLatin1String(field);
    return row;
}

TEST(CentreWords, eachRefusalOfTheServer_saysWhatToDoAboutIt)
{
    struct Refusal
    {
        Entity entity;
        ChangeKind kind;
        const char *code;
        const char *field;
        const char *says;
    };
    const Refusal all[] = {
        {Entity::Centre, ChangeKind::Create, "wrong_state", "building", "renewed or reinstated"},
        {Entity::Centre, ChangeKind::Delete, "wrong_state", "", "so it stays"},
        {Entity::Centre, ChangeKind::Create, "exists", "building", "has a centre already"},
        {Entity::Centre, ChangeKind::Patch, "invalid", "opened_on", "another centre was open in the building then"},
        {Entity::Centre, ChangeKind::Patch, "invalid", "closed_on", "open in the building until then"},
        {Entity::Centre, ChangeKind::Patch, "invalid", "contact_agreed_at", "Say whether this one does"},
        {Entity::OccupancyReport, ChangeKind::Create, "wrong_state", "centre", "give the month up"},
        {Entity::OccupancyReport, ChangeKind::Create, "invalid", "month", "Correct that day"},
        {Entity::OccupancyReport, ChangeKind::Create, "exists", "month", "Correct that one"}};
    QSet<QString> different;
    for (const Refusal &refusal : all) {
        const QString words = centrewords::rejection(rowOf(refusal.entity, refusal.kind, refusal.code, refusal.field));
        EXPECT_TRUE(words.contains(QLatin1String(refusal.says))) << refusal.says << ": " << qPrintable(words);
        different.insert(words);
    }
    EXPECT_EQ(different.size(), static_cast<qsizetype>(std::size(all)));
    // A month that no certificate carried has nothing to renew.
    EXPECT_FALSE(centrewords::rejection(rowOf(Entity::OccupancyReport, ChangeKind::Create, "wrong_state", "centre"))
                     .contains(QLatin1String("renew")));
}

TEST(CentreWords, whatIsNoneOfTheirs_isLeftToTheOthers)
{
    EXPECT_EQ(centrewords::rejection(rowOf(Entity::Building, ChangeKind::Patch, "exists", "code")), QString());
    EXPECT_EQ(centrewords::rejection(rowOf(Entity::Centre, ChangeKind::Patch, "invalid", "seats")), QString())
        << "the field's own words say it";
}

} // namespace
} // namespace markaz::ui
