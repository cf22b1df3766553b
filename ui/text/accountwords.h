// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "ui/text/sentences.h"

/// Words of the Accounts page.
namespace markaz::ui::accountwords {

QString person(const Actor &account);        ///< "A. Khan (a.khan)"
QString provinces(const QStringList &codes); ///< "Punjab, Sindh"
/// Short enough for a column: one by its name, more by what distinguishes their codes, "KP, PB, SD"; as many as there
/// are, \p all, as "All provinces".
QString provincesInShort(const QStringList &codes, qsizetype all);
/// "…00d001": the end of a laptop's id, which tells it from others of its name.
QString shortId(const QString &id);
/// Why the server did not do what an administrator asked; the field is `where`, the server's code the detail.
Sentence refusal(const Error &error);
/// Why one's own password was not changed.
Sentence passwordRefusal(const Error &error);

} // namespace markaz::ui::accountwords
