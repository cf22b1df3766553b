// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/jsonnode.h"
#include "core/standard/standard.h"

#include <QSet>

namespace markaz {

/// The tokens that the file's head defines and its items use.
struct Vocabulary
{
    QSet<QString> instruments;
    QSet<QString> units;
    QSet<QString> sections;
};

/// {"en", "ur"}, neither blank.
LocalText readLocalText(const JsonNode &node);
QList<Option> readOptions(const JsonNode &node);
/// {"direction", "bands": {"1": [{"at", "credit_bp"}...], "2", "3"}, "limit_from"?}: best first, strictly falling.
BandTable readBands(const JsonNode &node);
NumberForm readNumberForm(const JsonNode &node);
std::optional<ItemType> itemTypeOf(const QString &token);

/// Reads one item and all of it that can be checked without the other items.
Item readItem(const JsonNode &node, const Vocabulary &vocabulary);

} // namespace markaz
