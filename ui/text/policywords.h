// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/finance/policybody.h"
#include "core/support/error.h"
#include "ui/text/sentences.h"

#include <QJsonValue>

#include <optional>

namespace markaz::ui {

/// What publishing a version of the policy refuses: core/workflow/policies.h names it.
std::optional<Sentence> policySentence(const Error &error);

/// Words for the figures of the policy, by their keys (PolicyFigure::key).
namespace policywords {

QString label(const QString &key, const Gazetteer &gazetteer);
QString value(const QString &key, const QJsonValue &value); ///< "Rs 4,000"; a dash where nothing is said
QString version(int version);                               ///< "Version 3"
QString undecided();
/// Whether a centre of so many members counts as an e-employment centre under \p rule, and why.
QString eEmployment(const std::optional<EEmploymentRule> &rule, int freelancers, int otherStaff);
/// Why what stands in a field is not taken, under that field: the path is not named.
QString fault(const FigureFault &fault);

} // namespace policywords
} // namespace markaz::ui
