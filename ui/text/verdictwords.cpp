// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/verdictwords.h"

#include "core/domain/certificateterms.h"
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

/// What misses its mark by more than \p margin.
struct Short
{
    bool total = false;
    QList<const SectionScore *> sections;
};

Short shortBy(const ScoreResult &score, int margin)
{
    Short found;
    found.total = score.totalBp < score.passBp - margin;
    for (const SectionScore &section : score.sections) {
        if (section.scoreBp < section.floorBp - margin)
            found.sections.append(&section);
    }
    return found;
}

/// "the total has 70.0 of 75.0, section C has 40.0 of 70.0"
QString wordsOf(const Short &shortOf, const ScoreResult &score)
{
    QStringList words;
    if (shortOf.total)
        words.append(
            VerdictWords::tr("the total has %1 of %2").arg(format::score(score.totalBp), format::score(score.passBp)));
    for (const SectionScore *section : shortOf.sections)
        words.append(VerdictWords::tr("section %1 has %2 of %3")
                         .arg(section->code, format::score(section->scoreBp), format::score(section->floorBp)));
    return words.join(VerdictWords::tr(", "));
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
    const int margin = standard.tier(tier).provisionalMarginBp;

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
        content.explanation =
            VerdictWords::tr("Short: %1. Up to %2 below is provisional, and %3 days are given to mend it.")
                .arg(wordsOf(shortBy(score, 0), score), format::score(margin))
                .arg(kProvisionalDays);
    } else {
        const Short shortOf = shortBy(score, margin); // what refuses: a gap within the margin does not
        content.status = Status::Bad;
        if (shortOf.total || shortOf.sections.isEmpty()) {
            content.lead = lead + VerdictWords::tr(" – refused");
        } else {
            const SectionScore *low = shortOf.sections.first();
            content.lead = lead + VerdictWords::tr(" – but section %1 has %2 of %3")
                                      .arg(low->code, format::score(low->scoreBp), format::score(low->floorBp));
        }
        content.explanation =
            margin == 0 ? VerdictWords::tr("Refused as it stands: %1.").arg(wordsOf(shortOf, score))
                        : VerdictWords::tr("Refused as it stands: %1. Up to %2 below is provisional, and this is more.")
                              .arg(wordsOf(shortOf, score), format::score(margin));
    }
    return content;
}

} // namespace markaz::ui
