// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens at one in the morning in Pakistan has this day, though it is still the day before in UTC.
#include "tests/ui/support/findingsfixture.h"

#include "core/storage/searchrepository.h"
#include "ui/pages/findings/findingdetail.h"
#include "ui/pages/inspection/inspectionpage.h"

#include <gtest/gtest.h>

namespace markaz::ui {
namespace {

using namespace test;

const QString kAtOne = QStringLiteral("2026-11-22T20:00:00.000Z"); // one o'clock on 23 November

class ProgrammeDays : public FindingsFixture
{
protected:
    /// A visit that began then, handed in, with the finding that it raised.
    QString earlier(const QString &place)
    {
        QString visit = draftWith(place, failing(), {{QStringLiteral("started_at"), kAtOne}});
        const QString raised = finding(place, "C-02", "critical", "open", "2026-12-20", visit);
        put(Entity::Finding, with(fieldsOf(Entity::Finding, raised), {{QStringLiteral("made_at"), kAtOne}}), raised);
        EXPECT_TRUE(submitting().run(m_me, visit, QStringLiteral("done")).ok());
        put(Entity::Inspection,
            with(fieldsOf(Entity::Inspection, visit), {{QStringLiteral("state"), QStringLiteral("accepted")}}), visit);
        return visit;
    }
};

TEST_F(ProgrammeDays, lastTimeCarriedAnswersAndFindings_haveTheDayOfPakistan)
{
    const QString place = visitedBuilding();
    const QString visit = earlier(place);
    auto answers = failing();
    answers.insert(QStringLiteral("C-08"),
                   answers.constFind(QStringLiteral("C-08"))->givenAt(kAtOne).carriedOver(visit));
    const QString draft = draftWith(
        place, answers, {{QStringLiteral("previous"), visit}, {QStringLiteral("kind"), QStringLiteral("follow_up")}});
    InspectionPage page(services());
    page.resize(1366, 640);
    present(page);
    page.open(draft);
    page.goToItem(kItem);
    settle();
    EXPECT_TRUE(part<QLabel>(page, "lastTime")->text().endsWith(QStringLiteral("23 Nov 2026")))
        << qPrintable(part<QLabel>(page, "lastTime")->text());
    EXPECT_TRUE(wordsOf(*part<QWidget>(page, "findingSection"))
                    .contains(QStringLiteral("raised on 23 Nov 2026, by an earlier visit")))
        << qPrintable(wordsOf(*part<QWidget>(page, "findingSection")));
    page.goToItem(QStringLiteral("C-08"));
    EXPECT_TRUE(wordsOf(*rowFor(page, "C-08")).contains(QStringLiteral("Carried over from 23 Nov 2026")))
        << qPrintable(wordsOf(*rowFor(page, "C-08")));
    page.close();
}

TEST_F(ProgrammeDays, aFindingAndASearch_sayTheDayOfPakistan)
{
    const QString place = visitedBuilding();
    const QString visit = earlier(place);
    FindingDetail detail(services());
    detail.showFinding(unsettled(place).first());
    EXPECT_TRUE(wordsOf(detail).contains(QStringLiteral("23 Nov 2026"))) << qPrintable(wordsOf(detail));
    const auto hits = SearchRepository(*m_database).find(QStringLiteral("LHE-0001"), 20);
    QHash<QString, QDate> days;
    for (const SearchHit &hit : *hits)
        days.insert(hit.id, hit.day);
    EXPECT_EQ(days.value(visit), QDate(2026, 11, 23));
    EXPECT_EQ(days.value(unsettled(place).first()), QDate(2026, 12, 20)) << "a day stays as it is";
}

} // namespace
} // namespace markaz::ui
