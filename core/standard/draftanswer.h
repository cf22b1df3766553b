// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

#include <QJsonArray>

namespace markaz {

/// Whether a draft keeps \p answer as it is: the rows of a repeat item are filled in on the spot, one after the other,
/// and may lack cells or be too few. All else is as of Item::checkAnswer, which the score and the submit go by: for
/// them rows that are not whole are no answer yet.
Result<void> checkDraftAnswer(const Item &item, const Answer &answer);

struct SoundRows
{
    QJsonArray rows;
    std::optional<Error> fault; ///< of the first cell that was left out; `where` = rows[INDEX].COLUMN
};
/// \p rows of a repeat item without the cells that checkDraftAnswer refuses, and without rows in which nothing stands.
SoundRows soundRows(const Item &item, const QJsonArray &rows);

} // namespace markaz
