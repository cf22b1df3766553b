// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/score.h"

#include "core/scoring/itemcredit.h"

#include <algorithm>
#include <vector>

namespace markaz {
namespace {

using Status = ItemScore::Status;

constexpr int kFull = 10'000;

/// Sum of weight x credit, and of weights, of the items that count.
struct Sums
{
    qint64 credit = 0;
    qint64 weight = 0;

    void add(const ItemScore &score)
    {
        credit += qint64(score.weight) * score.creditBp;
        weight += score.weight;
    }
    /// Rounded half up, once; \p empty when nothing counts.
    int scoreBp(int empty) const { return weight == 0 ? empty : int((2 * credit + weight) / (2 * weight)); }
};

/// A safety rule is met or it is not: what a critical item earns in part counts as a failure, unless the standard says
/// that it is tolerated.
void judge(const Item &item, int creditBp, ItemScore &score)
{
    if (item.critical && !item.partialTolerated && creditBp < kFull)
        creditBp = 0;
    score.creditBp = creditBp;
    score.status = creditBp == kFull ? Status::Met : creditBp == 0 ? Status::Fails : Status::Partial;
}

void scoreCalculated(const Item &item, Facts &facts, ItemScore &score)
{
    const Calculation::Outcome outcome = item.calculation->evaluate(facts);
    if (outcome.undefined)
        return judge(item, 0, score);
    if (!outcome.value)
        return; // an operand is missing, and so is this
    score.computed = outcome.value;
    judge(item, item.bands ? item.bands->creditFor(facts.tier, *outcome.value, facts.programme) : kFull, score);
    if (item.readByOthers)
        facts.answers.insert(item.code, Answer::ofValue(outcome.value->toString()));
}

void scoreAnswered(const Item &item, const Answer &answer, const ScoringContext &context, Facts &facts,
                   ItemScore &score)
{
    if (!item.checkAnswer(answer))
        return; // half a row, a wrong form: not an answer yet
    switch (answer.state()) {
    case Answer::State::NotApplicable:
        score.status = Status::NotApplicable;
        return;
    case Answer::State::NotInspected:
        score.status = Status::NotInspected;
        return;
    case Answer::State::Answered:
        break;
    }
    const Credit credit = creditOf(item, answer, facts.tier, context);
    score.computed = credit.computed;
    judge(item, credit.bp, score);
    if (item.readByOthers)
        facts.answers.insert(item.code, answer);
}

/// \p answer: null when there is none.
ItemScore scoreItem(const Item &item, const Answer *answer, const ScoringContext &context, Facts &facts)
{
    ItemScore score;
    score.weight = item.weight;
    score.critical = item.critical;
    if (item.visibleWhen && !item.visibleWhen->holds(facts)) {
        score.status = Status::Hidden; // its answer is kept and read by nobody
    } else if (item.type == ItemType::Calculated) {
        scoreCalculated(item, facts, score);
    } else if (answer != nullptr) {
        scoreAnswered(item, *answer, context, facts, score);
    }
    return score;
}

bool counts(Status status)
{
    return status != Status::Hidden && status != Status::NotApplicable;
}

void countItem(const QString &code, const ItemScore &item, ScoreResult &result, SectionScore &section)
{
    section.total += item.status == Status::Hidden ? 0 : 1;
    section.answered += item.status == Status::Hidden || item.status == Status::Missing ? 0 : 1;
    if (item.status == Status::Fails) {
        ++section.failing;
        result.failed.append(code);
        if (item.critical)
            result.criticalFailures.append(code);
    }
    if (item.status == Status::Missing)
        result.missing.append(code);
    if (item.status == Status::NotInspected)
        result.notInspected.append(code);
}

/// Eligible: no critical failure, the pass mark and every floor reached. Provisional: no critical failure, and neither
/// the total nor any floor is missed by more than the tier's margin. Anything else is refused.
Verdict verdictOf(const ScoreResult &result, const TierRule &rule)
{
    if (!result.criticalFailures.isEmpty())
        return Verdict::Refused;
    const auto within = [&](int margin) {
        return result.totalBp >= result.passBp - margin &&
               std::all_of(result.sections.begin(), result.sections.end(),
                           [margin](const SectionScore &s) { return s.scoreBp >= s.floorBp - margin; });
    };
    if (within(0))
        return Verdict::Eligible;
    return within(rule.provisionalMarginBp) ? Verdict::Provisional : Verdict::Refused;
}

} // namespace

ScoreResult score(const Standard &standard, const QHash<QString, Answer> &answers, const ScoringContext &context)
{
    Facts facts;
    facts.building = context.building;
    facts.programme = context.programme;
    facts.tier = std::clamp(context.tier, 1, 3);

    ScoreResult result;
    result.standardHash = standard.hash();
    const QList<Item> &items = standard.items();
    QList<ItemScore> scores(items.size());
    std::vector<QChar> letters; // of the items' sections: a section's code is one letter
    letters.reserve(static_cast<size_t>(items.size()));
    for (const Item &item : items)
        letters.push_back(item.section.front());
    std::vector<const Answer *> given(static_cast<size_t>(items.size()), nullptr);
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        if (const qsizetype place = standard.byCode().find(it.key()); place >= 0)
            given[static_cast<size_t>(place)] = &it.value();
    }
    for (qsizetype index : standard.evaluationOrder())
        scores[index] = scoreItem(items.at(index), given[static_cast<size_t>(index)], context, facts);

    const TierRule &rule = standard.tier(facts.tier);
    Sums total;
    for (const Section &section : standard.sections()) {
        SectionScore part;
        part.code = section.code;
        part.floorBp = rule.floorBp.value(section.code);
        Sums sums;
        for (qsizetype i = 0; i < items.size(); ++i) {
            if (letters.at(static_cast<size_t>(i)) != section.code.front())
                continue;
            countItem(items.at(i).code, scores.at(i), result, part);
            if (counts(scores.at(i).status))
                sums.add(scores.at(i));
        }
        // A section in which nothing counts has nothing wrong with it; a whole in which nothing counts proves nothing.
        part.scoreBp = sums.scoreBp(kFull);
        part.floorMet = part.scoreBp >= part.floorBp;
        total.credit += sums.credit;
        total.weight += sums.weight;
        result.sections.append(part);
    }
    result.items = ItemScores(standard.byCode(), std::move(scores));
    result.totalBp = total.scoreBp(0);
    result.passBp = rule.passBp;
    result.verdict = verdictOf(result, rule);
    return result;
}

} // namespace markaz
