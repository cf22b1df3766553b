// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/difference.h"

/// What differs between two versions of the standard, in the language in use.
namespace markaz::ui::differencewords {

enum class Kind { Added, Dropped, Changed };
QString of(Kind kind);
/// "Weight 2, was 1; wording." \p members: as ItemDifference has them.
QString changed(const Item &before, const Item &after, const QStringList &members);
/// Both texts of an item, whole, each under its version.
QString wordings(const QString &before, int older, const QString &after, int newer);
QString answerIsKept();
QString isAskedAgain();
QString note();
/// "Version 1".
QString version(int version);
/// "1 new, 2 dropped, 3 changed"; what is none is left out.
QString counts(const StandardDifference &difference);

} // namespace markaz::ui::differencewords
