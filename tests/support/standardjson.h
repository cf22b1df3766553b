// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

#include <QJsonObject>

namespace markaz::samples {

/// A made-up item with all that every item needs: {"code", "section", "type", texts, "weight", "critical", "basis"},
/// plus \p more. A yes_no is whole without more.
QJsonObject item(const char *code, const char *type, int weight, const QJsonObject &more = {});
QJsonObject criticalItem(const char *code, const char *type, int weight, const QJsonObject &more = {});
/// Same bands in all tiers: pairs of "at" and credit, best first.
QJsonObject bands(const char *direction, std::initializer_list<std::pair<const char *, int>> bands);
/// A standard of these items (their weights must add up to 100), its sections in the order of the items; pass mark
/// 7,000, margin 1,000, floors as given, in all tiers.
QJsonObject standardOf(const QJsonArray &items, const QJsonObject &floors = {});
/// readStandard of it; the test program ends when it is refused.
Standard parsed(const QJsonObject &standard);
/// The built-in standard as JSON, with this number.
QJsonObject builtinAs(int version);
/// The same with \p fields in the place of those of its item \p code.
QJsonObject builtinWith(int version, const QString &code, const QJsonObject &fields);
/// The built-in standard's successor: I-03 is dropped and J-05 (yes or no, weight 1) is new, H-05 asks for a text
/// instead of yes or no, H-04 weighs 2 and H-06 nothing.
QJsonObject successor(int version = 2);
/// JSON written with ' in place of ".
QJsonObject json(const char *text);

} // namespace markaz::samples
