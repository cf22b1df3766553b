// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

#include <QJsonObject>

namespace markaz::ui {

/// An answer in a few words: "Yes", "214 ft", "3 rows", "14 Mar 2027", "Not applicable". \p computed: a calculated
/// item's value. Empty when there is none.
QString answerWords(const Item &item, const QJsonObject &answer, const QString &computed = {});

} // namespace markaz::ui
