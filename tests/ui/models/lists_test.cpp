// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables' models under QAbstractItemModelTester, which ends the program at the first broken promise.
#include "tests/ui/support/deskfixture.h"

#include "core/workflow/evidence.h"
#include "ui/models/buildingsmodel.h"
#include "ui/models/inspectionsmodel.h"
#include "ui/models/outboxmodel.h"
#include "ui/models/reviewmodel.h"
#include "ui/widgets/status.h"

#include <QAbstractItemModelTester>
#include <QBuffer>

#include <algorithm>

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using Strict = QAbstractItemModelTester;
constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, column).data().toString());
    return all;
}

class Lists : public test::DeskFixture
{
};

TEST_F(Lists, buildings_followInsertsFiltersAndSorts)
{
    BuildingsModel model(*m_workspace, Role::Officer);
    const Strict tester(&model, kFatal);
    model.setActive(true);
    EXPECT_EQ(model.rowCount(), 0);
    for (int i = 1; i <= 150; ++i) // more than two of the blocks that it fetches
        building("LHE", i, {{QStringLiteral("covered_area_sqft"), 1000 + i}});
    building("MUL", 1,
             {{QStringLiteral("name"), QStringLiteral("Old cinema")}, {QStringLiteral("covered_area_sqft"), 9000}});
    Q_EMIT m_notifier.manyChanged();
    ASSERT_EQ(model.rowCount(), 151);
    EXPECT_EQ(model.total(), 151);
    EXPECT_EQ(model.index(149, BuildingsModel::Code).data().toString(), QStringLiteral("LHE-0150"));
    const auto codeAt = [&model](int row) { return model.index(row, BuildingsModel::Code).data().toString(); };
    for (int row = 148; row >= 0; --row) // on the way up
        ASSERT_EQ(codeAt(row), QStringLiteral("LHE-%1").arg(row + 1, 4, 10, QLatin1Char('0')));
    for (const int row : {70, 5, 71, 120, 6, 0})
        ASSERT_EQ(codeAt(row), QStringLiteral("LHE-%1").arg(row + 1, 4, 10, QLatin1Char('0'))) << "anywhere";
    EXPECT_EQ(model.rowOf(model.idAt(120)), 120);

    model.sort(BuildingsModel::Area, Qt::DescendingOrder);
    EXPECT_EQ(model.index(0, BuildingsModel::Name).data().toString(), QStringLiteral("Old cinema"));
    EXPECT_EQ(model.index(0, BuildingsModel::Area).data().toString(), QStringLiteral("9,000"));
    EXPECT_EQ(model.index(150, BuildingsModel::Code).data().toString(), QStringLiteral("LHE-0001"));

    BuildingFilter filter;
    filter.text = QStringLiteral("cinema");
    model.setFilter(filter);
    ASSERT_EQ(column(model, BuildingsModel::CityName), QStringList{QStringLiteral("Multan")});
    EXPECT_EQ(model.total(), 151) << "the total knows no filter";
    const QString cinema = model.idAt(0);

    filter.text = QStringLiteral("no such thing");
    model.setFilter(filter);
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_EQ(model.rowOf(cinema), -1);
    model.setFilter({});
    EXPECT_EQ(model.rowOf(cinema), 0);
}

TEST_F(Lists, buildings_reloadOnlyWhileTheyAreOnScreen)
{
    BuildingsModel model(*m_workspace, Role::Officer);
    const Strict tester(&model, kFatal);
    model.setActive(true);
    model.setActive(false);
    QSignalSpy reloads(&model, &BuildingsModel::reloaded);
    building("LHE", 1);
    Q_EMIT m_notifier.manyChanged();
    Q_EMIT m_notifier.manyChanged();
    EXPECT_EQ(reloads.count(), 0);
    model.setActive(true);
    EXPECT_EQ(reloads.count(), 1);
    EXPECT_EQ(model.rowCount(), 1);
}

TEST_F(Lists, buildings_showStageAndScoreOfTheLastVisit)
{
    const QString seen = building("LHE", 1);
    building("LHE", 2);
    visited(seen, "submitted", "eligible", "2026-11-20");
    BuildingsModel model(*m_workspace, Role::Officer);
    const Strict tester(&model, kFatal);
    model.setActive(true);
    EXPECT_EQ(column(model, BuildingsModel::LastScore), (QStringList{QStringLiteral("80.0"), QStringLiteral("–")}));
    EXPECT_EQ(model.index(0, BuildingsModel::StageColumn).data(ChipRole).value<ChipContent>().word,
              QStringLiteral("Under review"));
    EXPECT_EQ(model.index(1, BuildingsModel::StageColumn).data(ChipRole).value<ChipContent>().word,
              QStringLiteral("Identified"));
}

TEST_F(Lists, buildings_aDatabaseThatFails_keepsWhatWasShown)
{
    building("LHE", 1);
    BuildingsModel model(*m_workspace, Role::Officer);
    model.setActive(true);
    QSignalSpy failures(&model, &BuildingsModel::failed);
    ASSERT_TRUE(m_database->runScript(QStringLiteral("ALTER TABLE building RENAME TO elsewhere;")).ok());
    model.reload();
    EXPECT_EQ(failures.count(), 1);
    EXPECT_EQ(model.rowCount(), 1);
}

TEST_F(Lists, inspections_followStatesOrderAndInspector)
{
    const QString house = building("LHE", 1);
    const QString older = visited(house, "submitted", "eligible", "2026-11-10");
    const QString newer = visited(house, "submitted", "refused", "2026-11-20");
    const QString other =
        visited(house, "accepted", "eligible", "2026-11-01", {{QStringLiteral("inspector"), m_colleague.accountId}});
    InspectionsModel all(*m_workspace, {}, {});
    InspectionsModel queue(*m_workspace, {QStringLiteral("submitted")}, {});
    InspectionsModel own(*m_workspace, {}, m_colleague.accountId);
    const Strict one(&all, kFatal), two(&queue, kFatal), three(&own, kFatal);
    queue.setOldestFirst(true);
    for (InspectionsModel *model : {&all, &queue, &own})
        model->setActive(true);
    EXPECT_EQ(all.rowCount(), 3);
    EXPECT_EQ(queue.rowOf(older), 0);
    EXPECT_EQ(queue.rowOf(newer), 1);
    ASSERT_EQ(own.rowCount(), 1);
    EXPECT_EQ(own.at(0).id, other);
    all.setStates({QStringLiteral("accepted")});
    EXPECT_EQ(all.rowCount(), 1);
    all.setStates({QStringLiteral("draft")});
    EXPECT_EQ(all.rowCount(), 0);

    draftOf(building("LHE", 2)); // told by recordChanged
    EXPECT_EQ(all.rowCount(), 1);
    EXPECT_EQ(all.index(0, InspectionsModel::ScoreColumn).data().toString(), QStringLiteral("none"));
    EXPECT_EQ(all.index(0, InspectionsModel::Date).data().toString(), QStringLiteral("24 Nov 2026"));
}

TEST_F(Lists, outbox_showsWhatWaitsByRecordAndWhatWasSettledByChange)
{
    OutboxModel waiting(services(), OutboxModel::Show::Waiting);
    OutboxModel history(services(), OutboxModel::Show::History);
    const Strict one(&waiting, kFatal), two(&history, kFatal);
    const auto reloadAll = [&] {
        waiting.reload();
        history.reload();
    };
    reloadAll();
    EXPECT_EQ(waiting.rowCount() + history.rowCount(), 0);

    const QString draft = draftOf(visitedBuilding(1));
    for (const char *code : {"C-02", "C-05"})
        ASSERT_TRUE(answering().run(m_me, draft, QLatin1String(code), perfectAnswer(code)).ok());
    draftOf(visitedBuilding(2));
    reloadAll();
    ASSERT_EQ(waiting.rowCount(), 2) << "one line a record";
    EXPECT_EQ(waiting.changes(), 4);
    const auto cell = [](const OutboxModel &model, int row, int column) {
        return model.index(row, column).data().toString();
    };
    EXPECT_TRUE(cell(waiting, 0, OutboxModel::Record).contains(QStringLiteral("LHE-0001")));
    EXPECT_EQ(cell(waiting, 0, OutboxModel::What), QStringLiteral("3 changes: New, C-02, C-05"));
    EXPECT_EQ(cell(waiting, 0, OutboxModel::StateColumn), QStringLiteral("Waits"));

    const QList<OutboxRow> rows = owed();
    const auto settle = [&](qint64 position, OutboxState state, Outcome outcome, const char *code) {
        ASSERT_TRUE(m_outbox->settle(position, state, outcome, QLatin1String(code), {}, {}, m_clock.now()).ok());
    };
    settle(rows[0].position, OutboxState::Dead, Outcome::Rejected, "not_allowed");
    settle(rows[3].position, OutboxState::Held, Outcome::Held, "missing");
    reloadAll();
    ASSERT_EQ(waiting.rowCount(), 2);
    EXPECT_EQ(waiting.changes(), 3);
    EXPECT_EQ(cell(waiting, 0, OutboxModel::StateColumn), QStringLiteral("Stands still"));
    EXPECT_TRUE(cell(waiting, 0, OutboxModel::ReasonColumn).contains(QStringLiteral("behind a rejected change")));
    EXPECT_EQ(cell(waiting, 1, OutboxModel::StateColumn), QStringLiteral("Held"));
    EXPECT_TRUE(cell(waiting, 1, OutboxModel::ReasonColumn).contains(QStringLiteral("has not come")));

    settle(rows[3].position, OutboxState::Acknowledged, Outcome::Conflict, "");
    ASSERT_TRUE(m_outbox->giveUp(rows[0].position, m_clock.now().addSecs(60)).ok());
    reloadAll();
    ASSERT_EQ(history.rowCount(), 2);
    EXPECT_EQ(cell(history, 0, OutboxModel::StateColumn), QStringLiteral("Given up")) << "the newest first";
    EXPECT_TRUE(cell(history, 0, OutboxModel::ReasonColumn).contains(QStringLiteral("may not make this change")));
    EXPECT_EQ(cell(history, 1, OutboxModel::StateColumn), QStringLiteral("In conflict"));
}

TEST_F(Lists, outbox_aSubmitSaysThatItWaitsForItsOwnEvidence)
{
    OutboxModel waiting(services(), OutboxModel::Show::Waiting);
    const Strict tester(&waiting, kFatal);
    const QString draft = draftWith(visitedBuilding(), perfect());
    QByteArray bytes(100, 'x');
    QBuffer source(&bytes);
    source.open(QIODevice::ReadOnly);
    auto content = contentStoreOf(*m_workspace).receive(source, 1 << 20);
    ASSERT_TRUE(content.ok());
    CheckedFile photo{std::move(content).value(), QStringLiteral("photo"), QStringLiteral("image/jpeg"),
                      QStringLiteral("sample.jpg"), m_clock.now()};
    ASSERT_TRUE(AttachEvidence(*m_workspace).run(m_me, draft, {}, std::move(photo)).ok());
    ASSERT_TRUE(submitting().run(m_me, draft, QStringLiteral("done")).ok());
    const QList<OutboxRow> rows = owed();
    ASSERT_EQ(rows.size(), 2);
    ASSERT_EQ(rows[1].change.kind, ChangeKind::Submit);
    const auto cell = [&](int row, int column) { return waiting.index(row, column).data().toString(); };
    const auto answered = [&](OutboxState state, Outcome outcome, const char *code) {
        ASSERT_TRUE(
            m_outbox->settle(rows[0].position, state, outcome, QLatin1String(code), {}, {}, m_clock.now()).ok());
        waiting.reload();
    };
    waiting.reload();
    ASSERT_EQ(waiting.rowCount(), 2);
    EXPECT_EQ(cell(1, OutboxModel::StateColumn), QStringLiteral("Waits"));
    answered(OutboxState::Held, Outcome::Held, "missing");
    EXPECT_EQ(cell(1, OutboxModel::StateColumn), QStringLiteral("Held"));
    EXPECT_TRUE(cell(1, OutboxModel::ReasonColumn).contains(QStringLiteral("has not come")));
    answered(OutboxState::Dead, Outcome::Rejected, "not_allowed");
    ASSERT_EQ(waiting.rowCount(), 1);
    EXPECT_EQ(cell(0, OutboxModel::StateColumn), QStringLiteral("Stands still"));
    EXPECT_TRUE(cell(0, OutboxModel::ReasonColumn).contains(QStringLiteral("behind a rejected change")));
}

TEST_F(Lists, review_setsThisVisitBesideThePreviousOne)
{
    const QString house = visitedBuilding();
    QHash<QString, Answer> before = perfect();
    samples::makeFail(before, markaz::test::standard(), QStringLiteral("C-05"), 1);
    const QString first = draftWith(house, before);
    ASSERT_TRUE(submitting().run(m_me, first, QStringLiteral("done")).ok());
    ASSERT_TRUE(ReviewInspection(*m_workspace)
                    .run(m_chief, first, QStringLiteral("accept"), QStringLiteral("As seen"), {})
                    .ok());
    m_clock.set(m_clock.now().addDays(1));
    QHash<QString, Answer> now = perfect();
    samples::makeFail(now, markaz::test::standard(), QStringLiteral("G-02"), 1);
    const QString second = draftWith(
        house, now,
        {{QStringLiteral("notes"), QJsonObject{{QStringLiteral("G-02"), QStringLiteral("Too narrow at the stairs")}}}});
    ASSERT_TRUE(submitting().run(m_me, second, QStringLiteral("done")).ok());

    ReviewModel model(services(m_chief), second);
    const Strict tester(&model, kFatal);
    ASSERT_TRUE(model.context().has_value());
    ASSERT_TRUE(model.hasPrevious());
    model.setShow(ReviewModel::Show::Differences);
    EXPECT_EQ(column(model, ReviewModel::CodeColumn).filter(QStringLiteral("-0")).size(), model.rowCount());
    EXPECT_GE(model.rowOf(QStringLiteral("C-05")), 0) << "it failed last time";
    EXPECT_GE(model.rowOf(QStringLiteral("G-02")), 0) << "it fails now";
    EXPECT_EQ(model.rowCount(), 2);
    model.setShow(ReviewModel::Show::Failing);
    EXPECT_EQ(model.rowCount(), model.countOf(ReviewModel::Show::Failing));
    EXPECT_EQ(model.codeAt(0), QStringLiteral("G-02"));
    EXPECT_EQ(model.noteOf(QStringLiteral("G-02")), QStringLiteral("Too narrow at the stairs"));
    model.setComments({{QStringLiteral("G-02"), QStringLiteral("Measure again")}});
    EXPECT_FALSE(model.index(0, ReviewModel::CommentColumn).data().toString().isEmpty());
    model.setShow(ReviewModel::Show::All);
    const auto &items = model.score().items;
    const auto shown = std::count_if(items.begin(), items.end(),
                                     [](const ItemScore &s) { return s.status != ItemScore::Status::Hidden; });
    EXPECT_EQ(model.rowCount(), shown);
    EXPECT_EQ(model.rowOf(QStringLiteral("J-04")), -1) << "hidden: there is no loan";
    EXPECT_FALSE(model.index(0, ReviewModel::ItemColumn).flags().testFlag(Qt::ItemIsEditable));
}

} // namespace
} // namespace markaz::ui
