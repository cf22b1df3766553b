// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <optional>

#include <simdjson.h>

namespace markaz::protocol {

// What simdjson has read, as Qt has it. A member that comes twice counts with its last value, as it does in
// QJsonDocument.

QString textOf(std::string_view utf8);

/// The value of a text that was checked as a whole and is at most kMaxDepth deep.
QJsonValue valueOf(const simdjson::dom::element &json);

/// The members of \p json but the one called \p aside, which is big and read otherwise.
QJsonObject membersOf(const simdjson::dom::object &json, std::string_view aside,
                      std::optional<simdjson::dom::element> &found);

/// Reads \p body, an object at most kMaxDepth deep, into \p parser, which holds it.
simdjson::error_code parse(simdjson::dom::parser &parser, const QByteArray &body, simdjson::dom::object &object);

} // namespace markaz::protocol
