// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/change.h"

#include <string>
#include <string_view>

namespace markaz::protocol {

// The canonical form of JSON, which the ledger's hashes are made of: no spaces, members in the order of their UTF-16
// units, texts as QJsonDocument writes them. It never changes, or a change that was settled before would count as
// another one. QJsonDocument itself does not do: Qt orders members from outside the basic plane otherwise when it
// parses than when they are inserted, and equal bodies must hash alike.

void appendCanonical(std::string &out, std::string_view utf8Text);
void appendCanonical(std::string &out, const QJsonValue &value);

/// The canonical form of a change without its op_id is openingOf(), its fields with a comma between them, closingOf().
std::string openingOf(const Change &change);
std::string closingOf(const Change &change);

/// SHA-256 in hex.
QString hashOf(std::string_view canonical);

} // namespace markaz::protocol
