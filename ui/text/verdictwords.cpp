// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/verdictwords.h"

#include "ui/text/format.h"
#include "ui/text/language.h"

#include <QCoreApplication>

namespace markaz::ui {
namespace {

struct VerdictWords
{
    Q_DECLARE_TR_FUNCTIONS(VerdictWords)
};

QString itemWords(const Standard &standard, const QString &code)
{
    const Item *item = standard.item(code);
    const QString words = item == nullptr ? QString() : item->shortText.in(isUrdu());
    return QStringLiteral("%1 (%2)").arg(words, format::code(code));
}

const SectionScore *firstFloorMissed(const ScoreResult &score)
{
    for (const SectionScore &section : score.sections) {
        if (!section.floorMet)
            return &section;
    }
    return nullptr;
}

} // namespace

VerdictContent verdictContent(const Standard &standard, const ScoreResult &score, int tier)
{
    VerdictContent content;
    content.scoreBp = score.totalBp;
    content.passBp = score.passBp;
    content.left = score.missing.isEmpty()
                       ? VerdictWords::tr("All answered")
                       : (score.missing.size() == 1 ? VerdictWords::tr("1 item left")
                                                    : VerdictWords::tr("%1 items left").arg(score.missing.size()));
    for (const SectionScore &section : score.sections) {
        if (section.floorBp > 0)
            content.floors.append({section.code, section.scoreBp, section.floorMet});
    }
    const QString lead =
        VerdictWords::tr("Tier %1: %2 of %3").arg(tier).arg(format::score(score.totalBp), format::score(score.passBp));
    const SectionScore *low = firstFloorMissed(score);

    if (!score.criticalFailures.isEmpty()) {
        const QString &code = score.criticalFailures.first();
        content.status = Status::Bad;
        content.lead = lead + VerdictWords::tr(" – but ");
        content.link = itemWords(standard, code);
        content.linkTarget = code;
        content.tail = score.criticalFailures.size() == 1
                           ? VerdictWords::tr(" fails")
                           : VerdictWords::tr(" fails, and %1 more critical").arg(score.criticalFailures.size() - 1);
        content.explanation =
            VerdictWords::tr("Refused as it stands. A critical item that fails refuses the building at any score.");
    } else if (!score.missing.isEmpty()) {
        content.status = Status::Neutral;
        content.lead = lead + VerdictWords::tr(" so far, next ");
        content.link = itemWords(standard, score.missing.first());
        content.linkTarget = score.missing.first();
        content.explanation =
            VerdictWords::tr("Nothing critical has failed. The verdict stands when every item is answered.");
    } else if (!score.notInspected.isEmpty()) {
        content.status = Status::Warn;
        content.lead = lead + VerdictWords::tr(" – but ");
        content.link = itemWords(standard, score.notInspected.first());
        content.linkTarget = score.notInspected.first();
        content.tail = VerdictWords::tr(" was not inspected");
        content.explanation = VerdictWords::tr("An item that was not inspected stands in the way of a certificate.");
    } else if (score.verdict == Verdict::Eligible) {
        content.status = Status::Ok;
        content.lead = lead + VerdictWords::tr(" – eligible");
        content.explanation = VerdictWords::tr("No critical item fails, the pass mark and every floor are met.");
    } else if (score.verdict == Verdict::Provisional) {
        content.status = Status::Warn;
        content.lead = lead + VerdictWords::tr(" – provisional");
        content.explanation = VerdictWords::tr("Within ten points of the pass mark: 90 days to mend what is short.");
    } else if (low != nullptr && score.totalBp >= score.passBp) {
        content.status = Status::Bad;
        content.lead = lead + VerdictWords::tr(" – but section %1 has %2 of %3")
                                  .arg(low->code, format::score(low->scoreBp), format::score(low->floorBp));
        content.explanation =
            VerdictWords::tr("Refused as it stands. Fire, power and connectivity each have a floor of their own.");
    } else {
        content.status = Status::Bad;
        content.lead = lead + VerdictWords::tr(" – refused");
        content.explanation = VerdictWords::tr("The score is more than ten points below the pass mark.");
    }
    return content;
}

} // namespace markaz::ui
