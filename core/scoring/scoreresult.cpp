// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/score.h"

#include <QJsonArray>

#include <algorithm>

namespace markaz {

const SectionScore *ScoreResult::section(const QString &code) const
{
    const auto found =
        std::find_if(sections.begin(), sections.end(), [&](const SectionScore &s) { return s.code == code; });
    return found == sections.end() ? nullptr : &*found;
}

QJsonObject ScoreResult::summary() const
{
    QJsonObject bySection;
    for (const SectionScore &part : sections)
        bySection.insert(part.code, part.scoreBp);
    QStringList failing = failed;
    failing.sort(); // one order on laptop and server, whatever the standard's: the summaries are compared
    return {{QStringLiteral("total_bp"), totalBp},
            {QStringLiteral("pass_bp"), passBp},
            {QStringLiteral("verdict"), token(verdict)},
            {QStringLiteral("complete"), complete()},
            {QStringLiteral("critical_failures"), QJsonArray::fromStringList(criticalFailures)},
            {QStringLiteral("failed"), QJsonArray::fromStringList(failing)},
            {QStringLiteral("missing"), missing.size()},
            {QStringLiteral("not_inspected"), notInspected.size()},
            {QStringLiteral("sections"), bySection},
            {QStringLiteral("standard_hash"), standardHash}};
}

Result<QHash<QString, Answer>> answersOf(const QJsonObject &answersField)
{
    QHash<QString, Answer> answers;
    for (auto member = answersField.begin(); member != answersField.end(); ++member) {
        auto answer = Answer::fromJson(member.value());
        if (!answer)
            return makeError(answer.error().code, answer.error().detail, member.key());
        answers.insert(member.key(), std::move(answer).value());
    }
    return answers;
}

QStringList failingItems(const Standard &standard, const ScoreResult &result)
{
    QStringList codes;
    for (const Section &section : standard.sections()) {
        for (const QString &code : section.items) {
            if (result.items.value(code).status == ItemScore::Status::Fails)
                codes.append(code);
        }
    }
    std::stable_sort(codes.begin(), codes.end(), [&](const QString &a, const QString &b) {
        const ItemScore left = result.items.value(a);
        const ItemScore right = result.items.value(b);
        return left.critical != right.critical ? left.critical
                                               : left.weight > right.weight; // credit 0: the weight is lost
    });
    return codes;
}

} // namespace markaz
