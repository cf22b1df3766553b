// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/pushbody.h"

#include <simdjson.h>

namespace markaz::protocol {

/// Reads a change that makes an inspection, the way our laptops write it: members in order, whole numbers, described
/// fields, nothing seen before. Nothing for any other change and for whatever is wrong with it: the trees say.
std::optional<PushedChange> readDraft(const simdjson::dom::element &json);

} // namespace markaz::protocol
