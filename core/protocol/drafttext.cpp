// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/drafttext.h"

#include "core/protocol/canonical.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/simdvalues.h"

#include <algorithm>

namespace markaz::protocol {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

/// Bytes in order are UTF-16 units in order as long as they are ASCII.
bool ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Appends the canonical form of \p json; false when it is not written that way already.
bool appendOrdered(std::string &out, const element &json);

bool appendOrdered(std::string &out, const simdjson::dom::object &object)
{
    out += '{';
    std::optional<std::string_view> before;
    for (const auto &[key, value] : object) {
        if (!ascii(key) || (before && !(*before < key)))
            return false;
        if (before)
            out += ',';
        before = key;
        appendCanonical(out, key);
        out += ':';
        if (!appendOrdered(out, value))
            return false;
    }
    out += '}';
    return true;
}

bool appendOrdered(std::string &out, const simdjson::dom::array &array)
{
    out += '[';
    bool first = true;
    for (const element entry : array) {
        if (!std::exchange(first, false))
            out += ',';
        if (!appendOrdered(out, entry))
            return false;
    }
    out += ']';
    return true;
}

bool appendOrdered(std::string &out, const element &json)
{
    switch (json.type()) {
    case element_type::STRING:
        appendCanonical(out, std::string_view(json));
        return true;
    case element_type::INT64: {
        const int64_t whole = json;
        out += std::to_string(whole);
        return std::abs(static_cast<double>(whole)) <= kExact;
    }
    case element_type::BOOL:
        out += bool(json) ? "true" : "false";
        return true;
    case element_type::NULL_VALUE:
        out += "null";
        return true;
    case element_type::OBJECT:
        return appendOrdered(out, simdjson::dom::object(json));
    case element_type::ARRAY:
        return appendOrdered(out, simdjson::dom::array(json));
    default: // fractions and more than 2^63
        return false;
    }
}

/// The new value of {"new", "old"}; nothing when there is an old one or anything else beside it.
std::optional<element> newOf(const element &step)
{
    simdjson::dom::object members;
    if (step.get(members) != simdjson::SUCCESS)
        return std::nullopt;
    std::optional<element> after;
    for (const auto &[key, value] : members) {
        if (key == "new" && !after)
            after = value;
        else if (key != "old" || !value.is_null())
            return std::nullopt;
    }
    return after;
}

/// Writes a draft's fields twice: as they are hashed, path by path, and as they are kept.
class DraftWriter
{
public:
    explicit DraftWriter(Change change)
        : m_change(std::move(change))
        , m_spec(specOf(m_change.entity))
        , m_hashed(openingOf(m_change))
    {
    }

    /// The fields come in the order of their paths; false when this one does not.
    bool add(std::string_view path, const element &after)
    {
        if (!ascii(path) || !(m_before < path))
            return false;
        if (!m_before.empty())
            m_hashed += ',';
        m_before = path;
        appendCanonical(m_hashed, path);
        m_hashed += ":{\"new\":";
        const size_t start = m_hashed.size();
        if (!appendOrdered(m_hashed, after))
            return false;
        const std::string_view value = std::string_view(m_hashed).substr(start);
        const size_t dot = path.find('.');
        const bool kept = dot == std::string_view::npos ? addField(path, after, value)
                                                        : addMember(path.substr(0, dot), path.substr(dot + 1), value);
        m_hashed += ",\"old\":null}";
        return kept;
    }

    PushedChange done()
    {
        closeMap();
        m_kept += '}';
        m_hashed += closingOf(m_change);
        QString opId = m_change.opId;
        return {std::move(opId), std::move(m_change), DraftText{QByteArray::fromStdString(m_kept), hashOf(m_hashed)}};
    }

private:
    bool addField(std::string_view name, const element &after, std::string_view value)
    {
        const QString field = textOf(name);
        const FieldSpec *described = m_spec.find(field);
        if (described == nullptr || described->type == FieldType::Map)
            return false;
        closeMap();
        m_change.fields.insert(field, {QJsonValue::Null, valueOf(after)});
        if (!after.is_null())
            addTo(name, value);
        return true;
    }
    bool addMember(std::string_view map, std::string_view member, std::string_view value)
    {
        if (value == "null")
            return false;
        if (m_map != map) {
            const FieldSpec *described = m_spec.find(textOf(map));
            if (described == nullptr || described->type != FieldType::Map || described->serverOnly)
                return false;
            closeMap();
            addTo(map, "{");
            m_map = map;
        }
        addTo(member, value);
        return true;
    }
    void addTo(std::string_view name, std::string_view value)
    {
        if (m_kept.back() != '{')
            m_kept += ',';
        appendCanonical(m_kept, name);
        m_kept += ':';
        m_kept += value;
    }
    void closeMap()
    {
        if (m_map)
            m_kept += '}';
        m_map.reset();
    }

    Change m_change;
    const RecordSpec &m_spec;
    std::string m_hashed;
    std::string m_kept = "{";
    std::string_view m_before;             ///< the path that came last
    std::optional<std::string_view> m_map; ///< the one whose members are being written
};

} // namespace

std::optional<PushedChange> readDraft(const element &json)
{
    simdjson::dom::object object;
    if (json.get(object) != simdjson::SUCCESS)
        return std::nullopt;
    std::optional<element> found;
    auto change = decode<Change>(membersOf(object, "fields", found));
    simdjson::dom::object fields;
    if (!change || change->entity != Entity::Inspection || change->kind != ChangeKind::Create || !found ||
        found->get(fields) != simdjson::SUCCESS)
        return std::nullopt;
    DraftWriter writer(*std::move(change));
    for (const auto &[path, step] : fields) {
        const auto after = newOf(step);
        if (!after || !writer.add(path, *after))
            return std::nullopt;
    }
    return writer.done();
}

} // namespace markaz::protocol
