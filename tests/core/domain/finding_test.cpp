// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/finding.h"

#include "core/domain/answer.h"

#include <gtest/gtest.h>

#include <QHash>

namespace markaz {
namespace {

/// Where each pair of state and step leads, written down as words; what is not here leads nowhere.
const QHash<QString, QString> kTable{
    {QStringLiteral("open fix"), QStringLiteral("fixed")},
    {QStringLiteral("open waive"), QStringLiteral("waived")},
    {QStringLiteral("fixed verify"), QStringLiteral("verified")},
    {QStringLiteral("fixed reopen"), QStringLiteral("open")},
    {QStringLiteral("fixed waive"), QStringLiteral("waived")},
    {QStringLiteral("waived restore"), QStringLiteral("open")},
};

TEST(FindingStates, everyPairOfStateAndStep_followsTheTable)
{
    int pairs = 0;
    for (FindingState from : allValues<FindingState>()) {
        for (FindingStep step : allValues<FindingStep>()) {
            ++pairs;
            const QString pair = token(from) + QLatin1Char(' ') + token(step);
            const auto to = findingAfter(from, step);
            EXPECT_EQ(to ? token(*to) : QString(), kTable.value(pair)) << qPrintable(pair);
            if (to) {
                EXPECT_EQ(findingStep(from, *to), step) << qPrintable(pair);
            }
        }
    }
    EXPECT_EQ(pairs, 4 * 5);
}

TEST(FindingStates, everyPairOfStates_isTheStepOfTheTableOrNone)
{
    int moves = 0;
    for (FindingState from : allValues<FindingState>()) {
        for (FindingState to : allValues<FindingState>()) {
            const auto step = findingStep(from, to);
            moves += step ? 1 : 0;
            if (step) {
                EXPECT_EQ(kTable.value(token(from) + QLatin1Char(' ') + token(*step)), token(to));
            }
        }
        EXPECT_FALSE(findingStep(FindingState::Verified, from)) << "verified is final";
    }
    EXPECT_EQ(moves, kTable.size());
}

TEST(FindingStates, waivingAlone_needsAReason)
{
    for (FindingStep step : allValues<FindingStep>())
        EXPECT_EQ(needsReason(step), step == FindingStep::Waive) << qPrintable(token(step));
}

TEST(FindingProposal, criticalItemsAreDueInThirtyDaysAllOthersInSixty)
{
    const QDate day(2026, 11, 28);
    EXPECT_EQ(findingproposal::severity(true, true), Severity::Critical);
    EXPECT_EQ(findingproposal::severity(false, false), Severity::Major);
    EXPECT_EQ(findingproposal::severity(false, true), Severity::Minor);
    EXPECT_EQ(findingproposal::due(Severity::Critical, day), QDate(2026, 12, 28));
    EXPECT_EQ(findingproposal::due(Severity::Major, day), QDate(2027, 1, 27));
    EXPECT_EQ(findingproposal::due(Severity::Minor, day), QDate(2027, 1, 27));
}

QJsonObject findingFields()
{
    const QString id = QStringLiteral("01900000-0000-7000-8000-000000000001");
    return {{QStringLiteral("inspection"), id},
            {QStringLiteral("building"), id},
            {QStringLiteral("item"), QStringLiteral("C-02")},
            {QStringLiteral("severity"), QStringLiteral("critical")},
            {QStringLiteral("description"), QStringLiteral("The rear exit is locked")},
            {QStringLiteral("responsible"), QStringLiteral("Owner")},
            {QStringLiteral("due"), QStringLiteral("2026-12-28")},
            {QStringLiteral("state"), QStringLiteral("open")},
            {QStringLiteral("author"), id},
            {QStringLiteral("made_at"), QStringLiteral("2026-11-28T09:00:00.000Z")}};
}

TEST(FindingRecord, itsWordsAreSealedAndItsPlaceIsSetOnce)
{
    const RecordSpec &spec = specOf(Entity::Finding);
    for (const char *name : {"description", "responsible", "state_reason"})
        EXPECT_TRUE(spec.find(QLatin1String(name))->sealed) << name;
    for (const char *name : {"inspection", "building", "item", "author", "made_at", "sample"})
        EXPECT_TRUE(spec.find(QLatin1String(name))->frozen) << name;
    for (const char *name : {"state", "state_reason", "follow_up"})
        EXPECT_EQ(spec.find(QLatin1String(name))->group, QStringLiteral("state")) << name;
}

TEST(FindingRecord, needsAllButTheResponsible)
{
    EXPECT_TRUE(specOf(Entity::Finding).check(findingFields()));
    for (const char *name :
         {"inspection", "building", "item", "severity", "description", "due", "state", "author", "made_at"}) {
        QJsonObject fields = findingFields();
        fields.remove(QLatin1String(name));
        const auto checked = specOf(Entity::Finding).check(fields);
        ASSERT_FALSE(checked) << name;
        EXPECT_EQ(checked.error().where, QLatin1String(name));
    }
    QJsonObject fields = findingFields();
    fields.remove(QStringLiteral("responsible"));
    EXPECT_TRUE(specOf(Entity::Finding).check(fields));
}

TEST(CarriedAnswer, namesTheVisitThatGaveIt)
{
    const QString first = QStringLiteral("01900000-0000-7000-8000-000000000001");
    const QString second = QStringLiteral("01900000-0000-7000-8000-000000000002");
    const Answer given = Answer::ofValue(QStringLiteral("yes")).givenAt(QStringLiteral("2026-11-12T09:00:00.000Z"));
    EXPECT_TRUE(given.carriedFrom().isEmpty());
    const Answer once = given.carriedOver(first);
    EXPECT_EQ(once.carriedFrom(), first);
    EXPECT_EQ(once.at(), given.at());
    EXPECT_EQ(once.carriedOver(second), once) << "the visit that gave it, not the one in between";
    const auto read = Answer::fromJson(once.toJson());
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, once);
    QJsonObject odd = once.toJson();
    odd.insert(QStringLiteral("carried"), QStringLiteral("yesterday"));
    ASSERT_FALSE(Answer::fromJson(odd));
    EXPECT_EQ(Answer::fromJson(odd).error().where, QStringLiteral("carried"));
}

TEST(FindingStates, visit_looksAtAnItemAfterItsFindingWasMadeAndItself)
{
    const QJsonObject finding{{QStringLiteral("item"), QStringLiteral("C-02")},
                              {QStringLiteral("made_at"), QStringLiteral("2026-11-23T09:00:00.000Z")}};
    const QJsonObject given = Answer::ofValue(QStringLiteral("yes")).toJson();
    QJsonObject carried = given;
    carried.insert(QStringLiteral("carried"), QStringLiteral("01900000-0000-7000-8000-000000000001"));
    const auto looks = [&](const char *startedAt, const QJsonObject &answer) {
        return looksAt({{QStringLiteral("started_at"), QLatin1String(startedAt)},
                        {QStringLiteral("answers"), QJsonObject{{QStringLiteral("C-02"), answer}}}},
                       finding);
    };
    EXPECT_TRUE(looks("2026-11-24T09:00:00.000Z", given));
    EXPECT_FALSE(looks("2026-11-23T08:59:59.999Z", given)) << "begun before the finding was made";
    EXPECT_FALSE(looks("2026-11-24T09:00:00.000Z", carried)) << "nobody looked";
    EXPECT_FALSE(looks("", given));
}

} // namespace
} // namespace markaz
