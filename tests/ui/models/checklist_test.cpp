// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/deskfixture.h"

#include "ui/models/checklistmodel.h"
#include "ui/models/sectionsmodel.h"
#include "ui/widgets/sectionlist.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

QJsonObject value(const char *text)
{
    return {{QStringLiteral("value"), QLatin1String(text)}};
}

class Checklist : public test::DeskFixture
{
protected:
    bool give(ChecklistModel &model, const char *code, const QJsonObject &answer)
    {
        return model.setData(model.index(model.rowOf(QLatin1String(code))), answer, ChecklistModel::AnswerRole);
    }
    QVariant of(ChecklistModel &model, const char *code, int role)
    {
        return model.index(model.rowOf(QLatin1String(code))).data(role);
    }
};

TEST_F(Checklist, hasEachItemOfTheStandardInItsOrder)
{
    ChecklistModel model(services(), draftOf(visitedBuilding()));
    const QAbstractItemModelTester tester(&model, kFatal);
    ASSERT_EQ(model.rowCount(), 100);
    EXPECT_EQ(model.index(0).data(ChecklistModel::CodeRole).toString(), QStringLiteral("A-01"));
    EXPECT_EQ(of(model, "J-04", ChecklistModel::VisibleRole).toBool(), false) << "no loan, no loan cover";
    EXPECT_TRUE(model.flags(model.index(0)).testFlag(Qt::ItemIsEditable));
    EXPECT_FALSE(model.flags(model.index(model.rowOf(QStringLiteral("C-11")))).testFlag(Qt::ItemIsEditable))
        << "calculated";
}

TEST_F(Checklist, anAnswer_isOnDiskWithItsOutboxRowBeforeTheRowRepaints)
{
    const QString id = draftOf(visitedBuilding());
    ChecklistModel model(services(), id);
    const QAbstractItemModelTester tester(&model, kFatal);
    const qsizetype rows = owed().size();
    QSignalSpy repaints(&model, &ChecklistModel::dataChanged);
    EXPECT_FALSE(model.savedAt().isValid());
    ASSERT_TRUE(give(model, "C-02", value("yes")));
    EXPECT_EQ(storedValue(id, "C-02"), QStringLiteral("yes"));
    EXPECT_EQ(owed().size(), rows + 1);
    EXPECT_EQ(repaints.count(), 1);
    EXPECT_EQ(model.savedAt(), m_clock.now());
    EXPECT_EQ(of(model, "C-02", ChecklistModel::AnswerRole).toJsonObject().value(QStringLiteral("value")).toString(),
              QStringLiteral("yes"));
}

TEST_F(Checklist, theScoreIsLive)
{
    const QString id = draftWith(visitedBuilding(), perfect());
    ChecklistModel model(services(), id);
    QSignalSpy scores(&model, &ChecklistModel::scoreChanged);
    EXPECT_EQ(model.score().totalBp, 10'000);
    EXPECT_EQ(model.score().verdict, Verdict::Eligible);
    const QString failing = markaz::test::standard().item(QStringLiteral("C-02"))->yesCreditBp > 0
                                ? QStringLiteral("no")
                                : QStringLiteral("yes");
    ASSERT_TRUE(give(model, "C-02", {{QStringLiteral("value"), failing}}));
    EXPECT_EQ(scores.count(), 1);
    EXPECT_LT(model.score().totalBp, 10'000);
    EXPECT_EQ(model.score().verdict, Verdict::Refused) << "a critical item fails";
    EXPECT_EQ(of(model, "C-02", ChecklistModel::StatusRole).toInt(), static_cast<int>(ItemScore::Status::Fails));
}

TEST_F(Checklist, whatIsRefused_changesNothingAndIsSaid)
{
    const QString id = draftOf(visitedBuilding());
    ChecklistModel model(services(), id);
    const QAbstractItemModelTester tester(&model, kFatal);
    QSignalSpy refusals(&model, &ChecklistModel::refused);
    QSignalSpy repaints(&model, &ChecklistModel::dataChanged);
    const qsizetype rows = owed().size();
    struct Bad
    {
        const char *code;
        QJsonObject answer;
    };
    const Bad all[] = {{"C-02", value("perhaps")},
                       {"C-03", value("wide")},
                       {"C-08", value("2027-02-30")},
                       {"A-07", value("north of the mosque")},
                       {"A-08", value("no such option")},
                       {"C-02", {{QStringLiteral("na"), QStringLiteral("it is critical")}}},
                       {"B-08", {{QStringLiteral("na"), QString()}}},
                       {"C-11", value("12")}};
    for (const Bad &bad : all) {
        const qsizetype before = refusals.count();
        EXPECT_FALSE(give(model, bad.code, bad.answer)) << bad.code;
        EXPECT_EQ(refusals.count(), before + 1) << bad.code;
        EXPECT_EQ(refusals.last().first().value<Error>().where, QLatin1String(bad.code));
        EXPECT_TRUE(storedAnswer(id, bad.code).isEmpty()) << bad.code;
    }
    EXPECT_EQ(owed().size(), rows);
    EXPECT_FALSE(model.undoStack()->canUndo()) << "nothing was given, so nothing can be undone";
}

TEST_F(Checklist, undoAndRedo_areNewChanges)
{
    const QString id = draftOf(visitedBuilding());
    ChecklistModel model(services(), id);
    ASSERT_TRUE(give(model, "C-03", value("34")));
    ASSERT_TRUE(give(model, "C-03", value("36")));
    const qsizetype rows = owed().size();
    model.undoStack()->undo();
    EXPECT_EQ(storedValue(id, "C-03"), QStringLiteral("34"));
    model.undoStack()->undo();
    EXPECT_TRUE(storedAnswer(id, "C-03").isEmpty());
    model.undoStack()->redo();
    EXPECT_EQ(storedValue(id, "C-03"), QStringLiteral("34"));
    EXPECT_EQ(owed().size(), rows + 3) << "each of the three syncs like any other change";
}

TEST_F(Checklist, aNoteThatIsRefused_isNoPartOfTheOneThatIsUndone)
{
    const QString id = draftOf(visitedBuilding());
    ChecklistModel model(services(), id);
    const QModelIndex row = model.index(model.rowOf(QStringLiteral("C-02")));
    const auto note = [&] { return model.data(row, ChecklistModel::NoteRole).toString(); };
    ASSERT_TRUE(model.setData(row, QStringLiteral("Seen at noon"), ChecklistModel::NoteRole));
    EXPECT_FALSE(model.setData(row, QString(100'000, QLatin1Char('x')), ChecklistModel::NoteRole)) << "far too long";
    EXPECT_EQ(note(), QStringLiteral("Seen at noon"));
    model.undoStack()->undo();
    EXPECT_EQ(note(), QString());
    model.undoStack()->redo();
    EXPECT_EQ(note(), QStringLiteral("Seen at noon"));
}

TEST_F(Checklist, another_s_orASubmittedInspection_isReadOnly)
{
    const QString done = submitted(visitedBuilding());
    ChecklistModel own(services(), done);
    EXPECT_FALSE(own.editable());
    EXPECT_FALSE(give(own, "C-02", value("no")));
    const QString id = draftOf(visitedBuilding(2));
    ChecklistModel theirs(services(m_colleague), id);
    EXPECT_FALSE(theirs.editable());
    EXPECT_FALSE(theirs.flags(theirs.index(0)).testFlag(Qt::ItemIsEditable));
    EXPECT_FALSE(give(theirs, "C-02", value("no")));
    EXPECT_TRUE(storedAnswer(id, "C-02").isEmpty());
}

TEST_F(Checklist, followsWhatSyncBrings)
{
    const QString id = draftOf(visitedBuilding());
    ChecklistModel model(services(), id);
    const QAbstractItemModelTester tester(&model, kFatal);
    ASSERT_TRUE(answering().run(m_me, id, QStringLiteral("C-02"), Answer::ofValue(QStringLiteral("yes"))).ok());
    EXPECT_EQ(of(model, "C-02", ChecklistModel::AnswerRole).toJsonObject().value(QStringLiteral("value")).toString(),
              QStringLiteral("yes"));
    Q_EMIT m_notifier.manyChanged();
    EXPECT_EQ(of(model, "C-02", ChecklistModel::AnswerRole).toJsonObject().value(QStringLiteral("value")).toString(),
              QStringLiteral("yes"));
}

TEST_F(Checklist, anUnknownInspection_saysSoAndHasNoRowsToGive)
{
    ChecklistModel model(services(), QStringLiteral("01900000-0000-7000-8000-00000000dead"));
    EXPECT_FALSE(model.context().has_value());
    EXPECT_EQ(model.loadError().code, ErrorCode::NotFound);
    EXPECT_FALSE(model.editable());
    EXPECT_FALSE(give(model, "C-02", value("yes")));
}

TEST_F(Checklist, sections_countAnswersAndProblems)
{
    QHash<QString, Answer> answers = perfect();
    samples::makeFail(answers, markaz::test::standard(), QStringLiteral("C-02"), 1);
    answers.remove(QStringLiteral("C-08"));
    const QString draft = draftWith(visitedBuilding(), answers);
    attachAll(draft); // or the badge counts the files that are asked for
    ChecklistModel checklist(services(), draft);
    SectionsModel model(checklist);
    const QAbstractItemModelTester tester(&model, kFatal);
    ASSERT_EQ(model.rowCount(), 10);
    int fire = 0;
    while (model.codeAt(fire) != QLatin1String("C"))
        ++fire;
    const QModelIndex row = model.index(fire);
    EXPECT_EQ(row.data(SectionTotalRole).toInt() - row.data(SectionAnsweredRole).toInt(), 1);
    EXPECT_EQ(row.data(SectionMissingRole).toInt(), 1);
    EXPECT_EQ(row.data(SectionProblemsRole).toInt(), 1);
    QSignalSpy repaints(&model, &SectionsModel::dataChanged);
    ASSERT_TRUE(give(checklist, "C-08", value("2027-03-14")));
    EXPECT_GE(repaints.count(), 1);
    EXPECT_EQ(row.data(SectionMissingRole).toInt(), 0);
}

} // namespace
} // namespace markaz::ui
