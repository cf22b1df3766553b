// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/score.h"

namespace markaz::samples {

/// A two-storey building with a generator, a stepped entrance and a position, visited on 2026-11-23; a seat may cost
/// Rs 4,000. It has no loan.
ScoringContext context(int tier);

/// Answers to every item of the built-in standard that scores 10,000 in context(\p tier), each number exactly at its
/// tier's threshold where there is one. J-04 (loan cover) is calculated and stays hidden without a loan.
QHash<QString, Answer> perfectAnswers(const Standard &standard, int tier);

/// Changes \p answers so that the item \p code earns nothing; for a calculated item it changes what it is calculated
/// from, and for an item with rows its first row.
void makeFail(QHash<QString, Answer> &answers, const Standard &standard, const QString &code, int tier);

/// As the inspection's field "answers".
QJsonObject answersField(const QHash<QString, Answer> &answers);

} // namespace markaz::samples
