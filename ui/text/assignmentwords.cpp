// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/assignmentwords.h"

#include "core/workflow/assignments.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"

#include <QCoreApplication>

namespace markaz::ui {
namespace {

struct AssignmentPhrases
{
    Q_DECLARE_TR_FUNCTIONS(AssignmentPhrases)
};

} // namespace

std::optional<Sentence> assignmentSentence(const Error &error)
{
    const QString nothing = AssignmentPhrases::tr("Nothing was saved."); // of a new one, or of a change
    const QString kept = AssignmentPhrases::tr("The assignment is as it was.");
    const QString &where = error.where;
    if (where == QLatin1String("assign.inspector"))
        return Sentence{AssignmentPhrases::tr("This inspector's account is not in use."), nothing,
                        AssignmentPhrases::tr("Choose another inspector.")};
    if (where == QLatin1String("assign.province"))
        return Sentence{AssignmentPhrases::tr("This inspector does not work in the province of the building."), nothing,
                        AssignmentPhrases::tr("Choose an inspector of that province.")};
    if (where == QLatin1String("assign.open"))
        return Sentence{AssignmentPhrases::tr("The building waits for a visit of this kind already."), nothing,
                        AssignmentPhrases::tr("Leave it out, or change the assignment that is there.")};
    if (where == QLatin1String("assign.due"))
        return Sentence{AssignmentPhrases::tr("The due date has passed."), nothing,
                        AssignmentPhrases::tr("Choose today or a later day.")};
    if (where == QLatin1String("assign.many"))
        return Sentence{AssignmentPhrases::tr("At most %1 buildings can be assigned at once.")
                            .arg(format::number(AssignBuildings::kMost)),
                        nothing, AssignmentPhrases::tr("Narrow the filter, or select fewer of them.")};
    if (where == QLatin1String("assign.begun"))
        return Sentence{
            AssignmentPhrases::tr("The inspector has begun this visit, so it goes to nobody else."), kept,
            AssignmentPhrases::tr("Wait until it is handed in, or cancel the assignment and make a new one.")};
    return {};
}

QString whyNotAssigned(const Error &error)
{
    if (error.where == QLatin1String("assign.open"))
        return AssignmentPhrases::tr("Waits for a visit of this kind already");
    if (error.where == QLatin1String("assign.province"))
        return AssignmentPhrases::tr("Not in a province of this inspector");
    if (error.where == QLatin1String("merged"))
        return AssignmentPhrases::tr("Was merged into another building");
    if (error.code == ErrorCode::NotAllowed)
        return AssignmentPhrases::tr("Lies outside your provinces");
    if (error.code == ErrorCode::NotFound)
        return AssignmentPhrases::tr("Is no longer on this laptop");
    return sentences::of(error).fact;
}

ChipContent assignmentChip(const QString &state, bool overdue)
{
    return overdue ? ChipContent{Status::Bad, QStringLiteral("clock"), labels::overdue()}
                   : chips::assignmentState(state);
}

QString buildingsCounted(qsizetype count)
{
    return count == 1 ? AssignmentPhrases::tr("1 building")
                      : AssignmentPhrases::tr("%1 buildings").arg(format::number(count));
}

QString visitsCounted(qsizetype count)
{
    return count == 1 ? AssignmentPhrases::tr("1 visit")
                      : AssignmentPhrases::tr("%1 visits").arg(format::number(count));
}

} // namespace markaz::ui
