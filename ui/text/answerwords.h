// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

#include <QJsonObject>

namespace markaz::ui {

/// "33 in", the unit as \p standard calls its \p token in the language in use; the number alone where there is none.
QString withUnit(const QString &number, const QString &token, const Standard &standard);
/// An answer to an item of \p standard in a few words: "Yes", "214 ft", "3 rows", "14 Mar 2027", "Not applicable".
/// \p computed: a calculated item's value. Empty when there is none.
QString answerWords(const Standard &standard, const Item &item, const QJsonObject &answer,
                    const QString &computed = {});

} // namespace markaz::ui
