// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/simdvalues.h"

#include "core/protocol/messages.h"

namespace markaz::protocol {

using simdjson::dom::element;

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonValue valueOf(const element &json)
{
    if (std::string_view text; json.get(text) == simdjson::SUCCESS)
        return textOf(text);
    if (int64_t whole = 0; json.get(whole) == simdjson::SUCCESS)
        return static_cast<qint64>(whole);
    if (double number = 0; json.get(number) == simdjson::SUCCESS)
        return number;
    if (bool flag = false; json.get(flag) == simdjson::SUCCESS)
        return flag;
    if (simdjson::dom::array list; json.get(list) == simdjson::SUCCESS) {
        QJsonArray array;
        for (const element entry : list)
            array.append(valueOf(entry));
        return array;
    }
    if (simdjson::dom::object members; json.get(members) == simdjson::SUCCESS) {
        QJsonObject object;
        for (const auto &[key, value] : members)
            object.insert(textOf(key), valueOf(value));
        return object;
    }
    return QJsonValue::Null;
}

QJsonObject membersOf(const simdjson::dom::object &json, std::string_view aside, std::optional<element> &found)
{
    QJsonObject members;
    for (const auto &[key, value] : json) {
        if (key == aside)
            found = value;
        else
            members.insert(textOf(key), valueOf(value));
    }
    return members;
}

simdjson::error_code parse(simdjson::dom::parser &parser, const QByteArray &body, simdjson::dom::object &object)
{
    const auto failed = parser.allocate(std::max<size_t>(static_cast<size_t>(body.size()), simdjson::SIMDJSON_PADDING),
                                        static_cast<size_t>(kMaxDepth));
    if (failed != simdjson::SUCCESS)
        return failed;
    return parser.parse(body.constData(), static_cast<size_t>(body.size())).get(object);
}

} // namespace markaz::protocol
