// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"
#include "core/standard/standard.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>

namespace markaz {

struct ScoringContext
{
    int tier = 3;
    QDate visitDate;      ///< expiry dates count if they reach this day
    QJsonObject building; ///< the building record's fields
    /// Figures of the policy in force: "seat_rate_ceiling_pkr"; and "loan_instalment_pkr" (whole rupees a month) when
    /// the building has a loan.
    QJsonObject programme;
};

/// The day that an inspection is scored for, on laptop and server alike: that of its start (UTC), so that the score
/// does not change with the day on which somebody looks.
inline QDate visitDay(const QJsonObject &inspectionFields)
{
    return QDate::fromString(inspectionFields.value(QStringLiteral("started_at")).toString().left(10), Qt::ISODate);
}

struct ItemScore
{
    enum class Status { Met, Partial, Fails, Missing, NotApplicable, NotInspected, Hidden };
    Status status = Status::Missing;
    int creditBp = 0; ///< 0-10,000
    int weight = 0;
    bool critical = false;
    /// What the credit was judged by when no answer says it: a calculated item's value, the sum of a repeat item's
    /// column, metres between a position and the building's.
    std::optional<Decimal> computed;
};

/// The scores of all items, in the standard's order.
class ItemScores
{
public:
    ItemScores() = default;
    ItemScores(CodeIndex places, QList<ItemScore> scores)
        : m_places(std::move(places))
        , m_scores(std::move(scores))
    {
    }
    ItemScore value(const QString &code) const { return m_scores.value(m_places.find(code)); }
    const ItemScore &at(qsizetype place) const { return m_scores.at(place); } ///< place in the standard's items()
    qsizetype size() const { return m_scores.size(); }
    auto begin() const { return m_scores.cbegin(); }
    auto end() const { return m_scores.cend(); }

private:
    CodeIndex m_places;
    QList<ItemScore> m_scores;
};

struct SectionScore
{
    QString code;
    int scoreBp = 0;  ///< of the items that count, missing ones as 0
    int floorBp = 0;  ///< 0 = this section has none
    int answered = 0; ///< items with an answer, N/A and not inspected among them; calculated ones that have a value
    int total = 0;    ///< visible items
    int failing = 0;  ///< fails, of them the critical ones first in ScoreResult::criticalFailures
    bool floorMet = true;
};

/// All that can be said of an inspection's answers. A pure function of the standard, the answers and the context: the
/// same on laptop and server.
struct ScoreResult
{
    int totalBp = 0;
    int passBp = 0;
    Verdict verdict = Verdict::Refused; ///< as it stands; missing and not inspected items count as 0
    QStringList criticalFailures;       ///< codes in the standard's order; missing critical items are not among them
    QStringList failed;                 ///< codes of all that fail, those among them
    QStringList missing;                ///< visible items without an answer that is whole and of the item's form
    QStringList notInspected;
    QList<SectionScore> sections;
    ItemScores items;
    QString standardHash;

    /// Neither a missing nor a not-inspected item stands in the way of certification.
    bool complete() const { return missing.isEmpty() && notInspected.isEmpty(); }
    const SectionScore *section(const QString &code) const;
    /// The summary that the inspection carries and the server recomputes: {"total_bp", "pass_bp", "verdict",
    /// "complete", "critical_failures": [...], "failed": [codes with status Fails], "missing": n, "not_inspected": n,
    /// "sections": {"A": bp...}, "standard_hash"}. The dashboard reads "failed" of it.
    QJsonObject summary() const;
};

ScoreResult score(const Standard &standard, const QHash<QString, Answer> &answers, const ScoringContext &context);

/// The answers of an inspection's field "answers"; members that are no valid answer are an error with `where` = the
/// code.
Result<QHash<QString, Answer>> answersOf(const QJsonObject &answersField);

/// The items that failed, worst first: critical, then by weight lost; for the findings and the "fails most" chart.
QStringList failingItems(const Standard &standard, const ScoreResult &result);

} // namespace markaz
