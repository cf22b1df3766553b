// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/finance/figurereader.h"
#include "core/finance/policy.h"
#include "core/finance/scenario.h"

namespace markaz {

/// From when on a centre counts as an e-employment centre. Where both are given, both have to be reached.
struct EEmploymentRule
{
    std::optional<int> leastShareBp; ///< of other staff among all members, freelancers and other staff, 1 to 10,000
    std::optional<int> leastStaff;   ///< other staff, at least 1
};

/// A version of the policy as it is published: the figures that everything computes with, and what a body may say
/// beside them. What it does not say is undecided: nothing stands in for it.
/// 2026-12-01: beside ProgrammePolicy and not in it. Whatever computes needs the figures alone; budgets, tiers and the
/// rule are asked by the few that show or publish them.
struct PolicyBody
{
    ProgrammePolicy figures; ///< its `sources` hold those of what follows, too: "in_force_from", "budgets[0]" ...
    QString note;
    QDate from;                ///< the day on which it comes into force; invalid: when it is published
    QList<BudgetYear> budgets; ///< for the subsidy, each fiscal year once
    QMap<int, int> cityTiers;  ///< GeoNames id -> tier 1 to 3, in place of the gazetteer's
    std::optional<EEmploymentRule> eEmployment;
};

/// As readPolicy(), with the optional members "in_force_from", "budgets", "city_tiers" and "e_employment". Names that
/// mean nothing here are passed over: a newer program may have written them.
Result<PolicyBody> readPolicyBody(const QJsonObject &json);
/// What readPolicyBody() reads back the same.
QJsonObject toJson(const PolicyBody &body);

/// All that is wrong with \p body as a version that is to be published, each with its JSON path: amounts that no
/// programme has, shares above the whole, quotas that do not add up, years twice, provinces and cities that \p
/// gazetteer does not know, figures without a source. 2026-12-01: stricter than reading, so that a version that was
/// published before a limit came still reads.
QList<FigureFault> policyFaults(const PolicyBody &body, const Gazetteer &gazetteer);
/// The same of \p json, as a server takes it: names that mean nothing are refused here. The first that is wrong.
Result<PolicyBody> readNewPolicy(const QJsonObject &json, const Gazetteer &gazetteer);

/// Limits of what is published, for forms too.
namespace policy {
inline constexpr int kMostVersion = 10'000;
inline constexpr int kMostCentres = 1'000'000;
inline constexpr int kMostSqft = 1'000'000;
inline constexpr int kMostSource = 1'000; ///< characters
} // namespace policy

/// One figure of a version, for lists and comparisons.
struct PolicyFigure
{
    QString key; ///< its JSON path; of budgets and cities "budgets.2026-27.ignite_paisa", "city_tiers.1172451"
    QJsonValue value;
    QString section; ///< under which its source stands in ProgrammePolicy::sources
};
/// All of them, in the order in which they are shown.
QList<PolicyFigure> figuresOf(const PolicyBody &body);

/// What is not the same in two versions; Undefined where one of them does not say it.
struct PolicyChange
{
    QString key;
    QJsonValue before;
    QJsonValue after;
    QString section; ///< of \p after, or of the one before where it says nothing
};
QList<PolicyChange> changesBetween(const PolicyBody &before, const PolicyBody &after);

/// Sections of \p after whose figures are not those of \p before while the source still is: whoever decides anew says
/// where. What was taken out has no source to give.
QStringList notSourcedAnew(const PolicyBody &before, const PolicyBody &after);

/// Whether a centre of so many members counts as one.
enum class EEmployment { NoRule, Counts, CountsNot };
EEmployment eEmploymentOf(const std::optional<EEmploymentRule> &rule, int freelancers, int otherStaff);

} // namespace markaz
