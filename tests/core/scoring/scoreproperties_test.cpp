// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/perfectanswers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace markaz;
using Status = ItemScore::Status;
using Answers = QHash<QString, Answer>;

namespace {

QString operator""_s(const char *text, size_t size)
{
    return QString::fromUtf8(text, qsizetype(size));
}

const Standard &standard()
{
    static const Standard loaded = builtinStandard().value();
    return loaded;
}

/// A number near what decides: one of the tier's limits, or just beside it, or anything that the item allows.
QString anyNumber(const NumberForm &form, const std::optional<BandTable> &bands, int tier)
{
    const qint64 step = form.decimals == 0 ? Decimal::kScale : form.decimals == 1 ? 1000 : form.decimals == 2 ? 100 : 1;
    QList<qint64> units;
    if (bands) {
        for (const Band &band : bands->byTier[size_t(tier - 1)])
            units << band.limit.units() - step << band.limit.units() << band.limit.units() + step;
    }
    const qint64 least = form.least ? form.least->units() : 0;
    const qint64 most =
        std::min(form.most ? form.most->units() : 1000 * Decimal::kScale, least + 1000 * Decimal::kScale);
    units << least + *rc::gen::inRange<qint64>(0, (most - least) / step + 1) * step;
    const qint64 chosen = units.at(*rc::gen::inRange<qsizetype>(0, units.size())) / step * step;
    return Decimal::fromUnits(std::clamp(chosen, least, form.most ? form.most->units() : chosen)).toString();
}

QString anyDate()
{
    return QDate(2026, 11, 20).addDays(*rc::gen::inRange<qint64>(0, 7)).toString(Qt::ISODate);
}

QString anyOf(const QStringList &tokens)
{
    return tokens.at(*rc::gen::inRange<qsizetype>(0, tokens.size()));
}

QString anyOption(const QList<Option> &options)
{
    return options.at(*rc::gen::inRange<qsizetype>(0, options.size())).token;
}

QJsonArray anyRows(const Item &item, int tier)
{
    QJsonArray rows;
    const int count = item.minRows + *rc::gen::inRange(0, 3);
    for (int i = 0; i < count; ++i) {
        QJsonObject row;
        for (const RepeatField &field : item.repeatFields) {
            QString value;
            if (field.type == ItemType::Measurement)
                value = field.distinct ? QString::number(8 + i) : anyNumber(field.number, field.bands, tier);
            else if (field.type == ItemType::Choice)
                value = anyOption(field.options);
            else if (field.type == ItemType::ExpiryDate)
                value = anyDate();
            else if (field.type == ItemType::YesNo)
                value = anyOf({"yes"_s, "no"_s});
            else
                value = QStringLiteral("row %1").arg(i);
            row.insert(field.name, value);
        }
        rows.append(row);
    }
    return rows;
}

/// A valid, answered answer.
Answer anyValue(const Item &item, int tier)
{
    switch (item.type) {
    case ItemType::YesNo:
        return Answer::ofValue(anyOf({"yes"_s, "no"_s}));
    case ItemType::Choice:
        return Answer::ofValue(anyOption(item.options));
    case ItemType::Measurement:
        return Answer::ofValue(anyNumber(item.number, item.bands, tier));
    case ItemType::ExpiryDate:
        return Answer::ofValue(anyDate());
    case ItemType::Position:
        return Answer::ofValue(QJsonObject{{"latitude_e6"_s, 32'494'530 + *rc::gen::inRange(-1500, 1500)},
                                           {"longitude_e6"_s, 74'522'910}});
    case ItemType::Repeat:
        return Answer::ofRows(anyRows(item, tier));
    default:
        return Answer::ofValue(anyOf({"given"_s, "missing"_s}));
    }
}

/// Mostly good answers, some of any kind, some missing, not inspected or not applicable; so that all verdicts occur.
Answers anyAnswers(int tier)
{
    Answers answers = samples::perfectAnswers(standard(), tier);
    const int trouble = *rc::gen::inRange(0, 60); // percent of the items
    for (const Item &item : standard().items()) {
        if (item.type == ItemType::Calculated || *rc::gen::inRange(0, 100) >= trouble)
            continue;
        const int kind = *rc::gen::inRange(0, 10);
        if (kind == 0)
            answers.remove(item.code);
        else if (kind == 1)
            answers.insert(item.code, Answer::notInspected("locked"_s).value());
        else if (kind == 2 && item.notApplicableAllowed)
            answers.insert(item.code, Answer::notApplicable("none here"_s).value());
        else if (!item.critical || kind == 3)
            answers.insert(item.code, anyValue(item, tier));
    }
    return answers;
}

ScoringContext anyContext()
{
    ScoringContext context = samples::context(*rc::gen::inRange(1, 4));
    context.building.insert("storeys"_s, *rc::gen::inRange(1, 6));
    context.building.insert("has_generator"_s, *rc::gen::arbitrary<bool>());
    context.building.insert("level_entrance"_s, *rc::gen::arbitrary<bool>());
    if (*rc::gen::arbitrary<bool>())
        context.programme.insert("loan_instalment_pkr"_s, *rc::gen::inRange(1, 500'000));
    return context;
}

const Item &anyItem(bool (*fits)(const Item &))
{
    QList<const Item *> fitting;
    for (const Item &item : standard().items()) {
        if (fits(item))
            fitting.append(&item);
    }
    return *fitting.at(*rc::gen::inRange<qsizetype>(0, fitting.size()));
}

/// For results of one standard.
bool sameScore(const ScoreResult &a, const ScoreResult &b)
{
    QJsonObject left = a.summary();
    QJsonObject right = b.summary();
    left.remove("standard_hash"_s);
    right.remove("standard_hash"_s);
    bool same = left == right && a.items.size() == b.items.size();
    for (qsizetype i = 0; same && i < a.items.size(); ++i) {
        const ItemScore &one = a.items.at(i);
        const ItemScore &other = b.items.at(i);
        same = one.status == other.status && one.creditBp == other.creditBp && one.computed == other.computed;
    }
    return same;
}

int rank(Verdict verdict)
{
    return verdict == Verdict::Eligible ? 2 : verdict == Verdict::Provisional ? 1 : 0;
}

/// Nothing that an officer looks at got worse.
void assertNotWorse(const ScoreResult &before, const ScoreResult &after)
{
    RC_ASSERT(after.totalBp >= before.totalBp);
    RC_ASSERT(rank(after.verdict) >= rank(before.verdict));
    for (qsizetype i = 0; i < before.sections.size(); ++i)
        RC_ASSERT(after.sections.at(i).scoreBp >= before.sections.at(i).scoreBp);
    for (const QString &code : after.criticalFailures)
        RC_ASSERT(before.criticalFailures.contains(code) || before.missing.contains(code) ||
                  before.notInspected.contains(code));
}

} // namespace

RC_GTEST_PROP(ScoreProperties, orderOfAnswers_doesNotMatter, ())
{
    const ScoringContext context = anyContext();
    const Answers answers = anyAnswers(context.tier);
    QStringList codes = answers.keys();
    std::sort(codes.begin(), codes.end());
    Answers forwards;
    for (const QString &code : codes)
        forwards.insert(code, answers.value(code, Answer::ofValue({})));
    Answers backwards;
    backwards.reserve(1000); // other buckets, so another order of iteration
    std::reverse(codes.begin(), codes.end());
    for (const QString &code : codes)
        backwards.insert(code, answers.value(code, Answer::ofValue({})));
    RC_ASSERT(sameScore(score(standard(), forwards, context), score(standard(), backwards, context)));
}

/// Items may even stand in another order in the file: what reads comes before what is read, sections are torn apart.
RC_GTEST_PROP(ScoreProperties, orderOfItems_doesNotMatter, ())
{
    static const QJsonObject file = [] {
        QFile data(":/markaz/standards/freelancing-centre-facility-1.json"_s);
        return data.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(data.readAll()).object() : QJsonObject();
    }();
    static const Standard reversed = [] {
        QJsonArray items;
        for (const auto &item : file.value("items"_s).toArray())
            items.prepend(item);
        QJsonObject changed = file;
        changed.insert("items"_s, items);
        return readStandard(QJsonDocument(changed).toJson()).value();
    }();
    const ScoringContext context = anyContext();
    const Answers answers = anyAnswers(context.tier);
    const ScoreResult one = score(standard(), answers, context);
    const ScoreResult other = score(reversed, answers, context);
    RC_ASSERT(one.totalBp == other.totalBp);
    RC_ASSERT(one.verdict == other.verdict);
    for (const Item &item : standard().items()) {
        const ItemScore left = one.items.value(item.code);
        const ItemScore right = other.items.value(item.code);
        RC_ASSERT(left.status == right.status && left.creditBp == right.creditBp);
    }
}

RC_GTEST_PROP(ScoreProperties, scores_stayWithinTheirBounds, ())
{
    const ScoringContext context = anyContext();
    const ScoreResult result = score(standard(), anyAnswers(context.tier), context);
    RC_CLASSIFY(result.verdict == Verdict::Eligible, "eligible");
    RC_CLASSIFY(result.verdict == Verdict::Provisional, "provisional");
    RC_CLASSIFY(result.verdict == Verdict::Refused, "refused");
    RC_ASSERT(result.items.size() == 100);
    RC_ASSERT(result.totalBp >= 0 && result.totalBp <= 10'000);
    int visible = 0;
    int answered = 0;
    for (const SectionScore &part : result.sections) {
        RC_ASSERT(part.scoreBp >= 0 && part.scoreBp <= 10'000);
        RC_ASSERT(part.floorMet == (part.scoreBp >= part.floorBp));
        visible += part.total;
        answered += part.answered;
    }
    RC_ASSERT(visible - answered == int(result.missing.size()));
    RC_ASSERT(result.criticalFailures.isEmpty() || result.verdict == Verdict::Refused);
    RC_ASSERT(result.verdict != Verdict::Eligible || result.totalBp >= result.passBp);
    for (const ItemScore &item : result.items) {
        RC_ASSERT(item.creditBp >= 0 && item.creditBp <= 10'000);
        RC_ASSERT((item.creditBp == 10'000) == (item.status == Status::Met));
        RC_ASSERT((item.creditBp > 0 && item.creditBp < 10'000) == (item.status == Status::Partial));
    }
}

/// The definition, written out again: sum of weight x credit over sum of weights, N/A and hidden in neither.
RC_GTEST_PROP(ScoreProperties, total_isTheRoundedShareOfWhatCounts, ())
{
    const ScoringContext context = anyContext();
    const ScoreResult result = score(standard(), anyAnswers(context.tier), context);
    long long earned = 0;
    long long possible = 0;
    for (const ItemScore &item : result.items) {
        if (item.status == Status::Hidden || item.status == Status::NotApplicable)
            continue;
        earned += static_cast<long long>(item.weight) * item.creditBp;
        possible += item.weight;
    }
    // total is the whole number nearest to earned / possible, the upper one of two
    RC_ASSERT(2 * (result.totalBp * possible - earned) <= possible);
    RC_ASSERT(2 * (earned - result.totalBp * possible) < possible);
}

RC_GTEST_PROP(ScoreProperties, notApplicable_leavesBothSums, ())
{
    const ScoringContext context = anyContext();
    Answers answers = anyAnswers(context.tier);
    const Item &item = anyItem([](const Item &i) { return i.notApplicableAllowed; });
    answers.insert(item.code, anyValue(item, context.tier));
    const ScoreResult before = score(standard(), answers, context);
    answers.insert(item.code, Answer::notApplicable("none here"_s).value());
    const ScoreResult after = score(standard(), answers, context);
    if (before.items.value(item.code).status == Status::Hidden)
        RC_ASSERT(sameScore(before, after));
    else
        RC_ASSERT(after.items.value(item.code).status == Status::NotApplicable);
    // Whatever was answered before, the rest of the section alone makes the score now.
    qint64 earned = 0;
    qint64 possible = 0;
    for (const QString &code : standard().section(item.section)->items) {
        const ItemScore other = before.items.value(code);
        if (code == item.code || other.status == Status::Hidden || other.status == Status::NotApplicable)
            continue;
        earned += qint64(other.weight) * other.creditBp;
        possible += other.weight;
    }
    RC_ASSERT(after.section(item.section)->scoreBp == int((2 * earned + possible) / (2 * possible)));
}

/// For an item that no calculation reads, "better" is what earns more on that item itself.
RC_GTEST_PROP(ScoreProperties, betterAnswer_neverWorsensAnything, ())
{
    const ScoringContext context = anyContext();
    Answers answers = anyAnswers(context.tier);
    const Item &item = anyItem([](const Item &i) { return i.type != ItemType::Calculated && !i.readByOthers; });
    answers.insert(item.code, anyValue(item, context.tier));
    const ScoreResult one = score(standard(), answers, context);
    answers.insert(item.code, anyValue(item, context.tier));
    const ScoreResult other = score(standard(), answers, context);
    const bool better = other.items.value(item.code).creditBp >= one.items.value(item.code).creditBp;
    assertNotWorse(better ? one : other, better ? other : one);
}

/// Saying something where nothing was said never costs points, however bad the news; only a failed critical item can
/// worsen the verdict, which until then was open.
RC_GTEST_PROP(ScoreProperties, answeringWhatWasMissing_neverLowersTheTotal, ())
{
    const ScoringContext context = anyContext();
    Answers answers = anyAnswers(context.tier);
    const Item &item = anyItem([](const Item &i) { return i.type != ItemType::Calculated; });
    if (*rc::gen::arbitrary<bool>())
        answers.remove(item.code);
    else
        answers.insert(item.code, Answer::notInspected("locked"_s).value());
    const ScoreResult before = score(standard(), answers, context);
    answers.insert(item.code, anyValue(item, context.tier));
    const ScoreResult after = score(standard(), answers, context);
    RC_ASSERT(after.totalBp >= before.totalBp);
    if (after.criticalFailures == before.criticalFailures)
        assertNotWorse(before, after);
}

/// For what calculations read, "better" has a direction that the standard gives it. Planned seats have none: more seats
/// serve F-02 and burden C-11, D-02, E-03, E-04, F-03 and H-01.
RC_GTEST_PROP(ScoreProperties, moreOfWhatCalculationsRead_neverWorsensAnything, ())
{
    struct Input
    {
        const char *code;
        const char *field; // of each row; null: the answer itself
        bool moreIsBetter;
    };
    static const QList<Input> inputs{{"C-01", "width", true}, {"D-01", nullptr, true}, {"E-02", "down", true},
                                     {"E-02", "up", true},    {"F-01", nullptr, true}, {"F-02", "toilets", true},
                                     {"J-01", nullptr, false}};
    const Input input = inputs.at(*rc::gen::inRange<qsizetype>(0, inputs.size()));
    const Item &item = *standard().item(QLatin1String(input.code));
    ScoringContext context = anyContext();
    context.programme.remove("loan_instalment_pkr"_s); // a lower rate is better for members and worse for the loan
    Answers answers = anyAnswers(context.tier);

    const qint64 low = *rc::gen::inRange<qint64>(1, 5000);
    const qint64 high = low + *rc::gen::inRange<qint64>(0, 5000);
    const auto with = [&](qint64 number) {
        Answers changed = answers;
        const QString text = QString::number(number);
        if (!input.field) {
            changed.insert(item.code, Answer::ofValue(text));
            return changed;
        }
        QJsonArray rows;
        for (const auto &entry : samples::perfectAnswers(standard(), context.tier).find(item.code)->rows()) {
            QJsonObject row = entry.toObject();
            row.insert(QLatin1String(input.field),
                       QString::number(qstrcmp(input.field, "down") && qstrcmp(input.field, "up")
                                           ? std::min<qint64>(number, 400)
                                           : number));
            rows.append(row);
        }
        changed.insert(item.code, Answer::ofRows(rows));
        return changed;
    };
    const ScoreResult less = score(standard(), with(low), context);
    const ScoreResult more = score(standard(), with(high), context);
    assertNotWorse(input.moreIsBetter ? less : more, input.moreIsBetter ? more : less);
}

RC_GTEST_PROP(ScoreProperties, itemsWithoutWeight_neverChangeTheTotal, ())
{
    const ScoringContext context = anyContext();
    Answers answers = anyAnswers(context.tier);
    const ScoreResult before = score(standard(), answers, context);
    for (const Item &item : standard().items()) {
        if (item.weight == 0 && item.type != ItemType::Calculated)
            answers.insert(item.code, anyValue(item, context.tier));
    }
    const ScoreResult after = score(standard(), answers, context);
    RC_ASSERT(after.totalBp == before.totalBp);
    RC_ASSERT(after.verdict == before.verdict);
    RC_ASSERT(after.criticalFailures == before.criticalFailures);
}

RC_GTEST_PROP(ScoreProperties, hiddenAnswers_changeNothing, ())
{
    ScoringContext context = anyContext();
    context.building.insert("storeys"_s, 1);
    context.building.insert("has_generator"_s, false);
    context.building.insert("level_entrance"_s, true);
    Answers answers = anyAnswers(context.tier);
    const ScoreResult before = score(standard(), answers, context);
    for (const QString &code : {"B-09"_s, "C-10"_s, "D-10"_s, "G-03"_s, "G-05"_s}) {
        RC_ASSERT(before.items.value(code).status == Status::Hidden);
        answers.insert(code, anyValue(*standard().item(code), context.tier));
    }
    RC_ASSERT(sameScore(before, score(standard(), answers, context)));
}
