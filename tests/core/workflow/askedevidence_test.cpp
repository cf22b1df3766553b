// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/askedevidence.h"

#include "tests/core/workflow/workflowfixture.h"
#include "tests/support/standardjson.h"

namespace markaz {
namespace {

class AskedEvidenceTest : public test::WorkflowFixture
{
protected:
    QString m_id;
    void SetUp() override
    {
        WorkflowFixture::SetUp();
        m_clock.set(QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)); // the day that the perfect answers are for
        m_id = draftOf(visitedBuilding());
    }
    void answer(const char *item, const Answer &answer)
    {
        const auto saved = answering().run(m_me, m_id, QLatin1String(item), answer);
        ASSERT_TRUE(saved.ok()) << item << qPrintable(saved.error().detail);
    }
    static Answer value(const char *token) { return Answer::ofValue(QString(QLatin1String(token))); }
    QHash<QString, AskedEvidence> missing()
    {
        const auto found = missingEvidence(*m_workspace, test::standard(),
                                           m_records->requireAs<Inspection>(m_id).value(), *submitting().scoreOf(m_id));
        EXPECT_TRUE(found.ok());
        return *found;
    }
    bool isMissing(const char *item) { return missing().contains(QLatin1String(item)); }
    QStringList filesToCheck()
    {
        QStringList list;
        const auto problems = submitting().problems(m_id);
        for (const Problem &problem : *problems) {
            if (problem.kind == QLatin1String("photo_missing") || problem.kind == QLatin1String("document_missing")) {
                EXPECT_EQ(problem.severity, Problem::Severity::Check);
                list.append(QStringLiteral("%1 %2 %3").arg(problem.item, problem.kind).arg(problem.photos));
            }
        }
        return list;
    }
};

TEST_F(AskedEvidenceTest, isOfAnswersThatEarnSomething)
{
    EXPECT_TRUE(missing().isEmpty()) << "nothing is answered";
    // C-02 and C-05 ask for a photo, C-08 for nothing, A-04 for a document (version 1).
    answer("C-02", value("yes"));
    answer("C-08", value("2027-03-14"));
    EXPECT_EQ(missing(), (QHash<QString, AskedEvidence>{{QStringLiteral("C-02"), {1, false}}}));
    answer("C-02", value("no")); // what fails has nothing to show
    answer("C-05", Answer::notInspected(QStringLiteral("Locked")).value());
    answer("C-16", Answer::notApplicable(QStringLiteral("One storey")).value());
    EXPECT_TRUE(missing().isEmpty());
    answer("A-04", value("yes"));
    EXPECT_EQ(missing(), (QHash<QString, AskedEvidence>{{QStringLiteral("A-04"), {0, true}}}));
    // A measurement that is met in part earns half.
    answer("B-08", Answer::ofValue(QStringLiteral("38")));
    EXPECT_TRUE(isMissing("B-08"));
    EXPECT_EQ(filesToCheck(),
              (QStringList{QStringLiteral("A-04 document_missing 0"), QStringLiteral("B-08 photo_missing 1")}));
}

TEST_F(AskedEvidenceTest, isThereWithAFileOfTheRightKind)
{
    answer("C-02", value("yes"));
    answer("A-04", value("yes"));
    attached(m_id, QStringLiteral("C-02"), "document");
    attached(m_id, QString(), "photo");
    attached(m_id, QStringLiteral("C-05"), "photo");
    EXPECT_TRUE(isMissing("C-02")) << "none of these is a photo of it";
    const QString photo = attached(m_id, QStringLiteral("C-02"), "photo");
    EXPECT_FALSE(isMissing("C-02"));
    EXPECT_TRUE(isMissing("A-04"));
    attached(m_id, QStringLiteral("A-04"), "photo");
    EXPECT_FALSE(isMissing("A-04")) << "a paper may be photographed";
}

TEST_F(AskedEvidenceTest, aMarkedCopy_isNoOtherPhoto_andADocumentIsNoneOfThePhotosAskedFor)
{
    // No item of version 1 asks for two photos or for both kinds.
    const Standard second = samples::parsed(samples::builtinWith(
        2, QStringLiteral("C-02"), {{QStringLiteral("evidence"), samples::json("{'photos': 2, 'document': true}")}}));
    m_standards.add(second);
    m_id = draftOf(visitedBuilding(2));
    answer("C-02", value("yes"));
    const auto lacking = [&] {
        return missingEvidence(*m_workspace, second, m_records->requireAs<Inspection>(m_id).value(),
                               *submitting().scoreOf(m_id))
            ->value(QStringLiteral("C-02"));
    };
    EXPECT_EQ(lacking(), (AskedEvidence{2, true}));
    const QString photo = attached(m_id, QStringLiteral("C-02"), "photo");
    attached(m_id, QStringLiteral("C-02"), "photo", {{QStringLiteral("marks"), photo}});
    EXPECT_EQ(lacking(), (AskedEvidence{1, true}));
    attached(m_id, QStringLiteral("C-02"), "photo");
    EXPECT_EQ(lacking(), (AskedEvidence{0, true}));
    attached(m_id, QStringLiteral("C-02"), "photo");
    EXPECT_EQ(lacking(), AskedEvidence());
}

TEST_F(AskedEvidenceTest, itStandsInNobodysWay)
{
    answerAll(m_id, samples::perfectAnswers(test::standard(), 1));
    EXPECT_GT(missing().size(), 40);
    const auto done = submitting().run(m_me, m_id, QStringLiteral("done"));
    ASSERT_TRUE(done.ok()) << qPrintable(done.error().detail);
    EXPECT_TRUE(done->score().value(QStringLiteral("complete")).toBool());
    EXPECT_GT(filesToCheck().size(), 40) << "and whoever reads it is shown it";
    attachAll(m_id);
    EXPECT_TRUE(missing().isEmpty());
    EXPECT_EQ(filesToCheck(), QStringList());
}

TEST_F(AskedEvidenceTest, theFilesOfAReturnedVisit_countForItsRevision)
{
    const QString first = submitted(visitedBuilding(2));
    attached(first, QStringLiteral("C-02"), "photo");
    put(Entity::Inspection,
        with(fieldsOf(Entity::Inspection, first), {{QStringLiteral("state"), QStringLiteral("returned")}}), first);
    const auto next = StartInspection(*m_workspace, m_standards).reopen(m_me, first);
    ASSERT_TRUE(next.ok());
    m_id = next->id();
    EXPECT_FALSE(isMissing("C-02"));
    EXPECT_TRUE(isMissing("C-05"));
    attached(m_id, QStringLiteral("C-05"), "photo");
    EXPECT_FALSE(isMissing("C-05"));
}

TEST_F(AskedEvidenceTest, whatAFollowUpCarriesOver_wasShownThen)
{
    Answer carried = value("yes").carriedOver(QStringLiteral("01900000-0000-7000-8000-0000000000f1"));
    QJsonObject fields = fieldsOf(Entity::Inspection, m_id);
    fields.insert(QStringLiteral("answers"), QJsonObject{{QStringLiteral("C-02"), carried.toJson()},
                                                         {QStringLiteral("C-05"), value("yes").toJson()}});
    put(Entity::Inspection, fields, m_id);
    EXPECT_EQ(missing().keys(), QStringList{QStringLiteral("C-05")});
}

} // namespace
} // namespace markaz
