// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/figureitems.h"

#include <simdjson.h>

#include <algorithm>

namespace markaz {
namespace {

using namespace simdjson::ondemand;

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

simdjson::padded_string padded(const QByteArray &text)
{
    return simdjson::padded_string(text.constData(), static_cast<size_t>(text.size()));
}

using Codes = QList<QByteArray>;

Error malformed(simdjson::error_code code)
{
    return makeError(ErrorCode::Malformed, QString::fromLatin1(simdjson::error_message(code)));
}

Result<bool> saysSomething(object answer)
{
    for (auto member : answer) {
        std::string_view name;
        if (const auto code = member.unescaped_key().get(name); code != simdjson::SUCCESS)
            return malformed(code);
        if (name == "value" || name == "rows")
            return true;
    }
    return false;
}

Result<Codes> answeredIn(const QByteArray &sheet)
{
    const simdjson::padded_string text = padded(sheet);
    parser reader;
    document json;
    object record;
    object answers;
    if (const auto code = reader.iterate(text).get(json); code != simdjson::SUCCESS)
        return malformed(code);
    if (const auto code = json.get_object().get(record); code != simdjson::SUCCESS)
        return malformed(code);
    Codes codes;
    if (const auto code = record.find_field("answers").get(answers); code != simdjson::SUCCESS)
        return code == simdjson::NO_SUCH_FIELD ? Result<Codes>(codes) : Result<Codes>(malformed(code));
    for (auto member : answers) {
        std::string_view name;
        object answer;
        if (const auto code = member.unescaped_key().get(name); code != simdjson::SUCCESS)
            return malformed(code);
        const QByteArray item = bytesOf(name);
        if (const auto code = member.value().get(answer); code != simdjson::SUCCESS)
            return malformed(code);
        const auto says = saysSomething(answer);
        if (!says)
            return says.error();
        if (*says)
            codes.append(item);
    }
    return codes;
}

Result<Codes> listedIn(const QByteArray &list)
{
    const simdjson::padded_string text = padded(list);
    parser reader;
    document json;
    array elements;
    if (const auto code = reader.iterate(text).get(json); code != simdjson::SUCCESS)
        return malformed(code);
    if (const auto code = json.get_array().get(elements); code != simdjson::SUCCESS)
        return malformed(code);
    Codes codes;
    for (auto element : elements) {
        std::string_view item;
        if (const auto code = element.get_string().get(item); code != simdjson::SUCCESS)
            return malformed(code);
        codes.append(bytesOf(item));
    }
    return codes;
}

} // namespace

Result<QHash<int, QString>> FigureItems::codes() const
{
    auto query = m_database.run(QStringLiteral("SELECT nr, code FROM figure_item"));
    if (!query)
        return query.error();
    QHash<int, QString> codes;
    while ((*query)->next())
        codes.insert((*query)->value(0).toInt(), (*query)->value(1).toString());
    return codes;
}

Result<int> FigureItems::number(const QByteArray &code)
{
    if (m_numbers.isEmpty()) {
        const auto known = codes();
        if (!known)
            return known.error();
        for (auto it = known->begin(); it != known->end(); ++it)
            m_numbers.insert(it.value().toUtf8(), it.key());
    }
    if (const auto found = m_numbers.constFind(code); found != m_numbers.constEnd())
        return *found;
    int next = 0;
    for (const int taken : std::as_const(m_numbers))
        next = std::max(next, taken + 1);
    const auto given = m_database.run(QStringLiteral("INSERT INTO figure_item (nr, code) VALUES (?, ?)"),
                                      {next, QString::fromUtf8(code)});
    if (!given)
        return given.error();
    m_numbers.insert(code, next);
    return next;
}

Result<QByteArray> FigureItems::bitsOf(const QList<QByteArray> &codes)
{
    ItemBits bits;
    for (const QByteArray &code : codes) {
        const auto nr = number(code);
        if (!nr)
            return nr.error();
        bits.set(*nr);
    }
    return bits.bytes();
}

Result<QByteArray> FigureItems::answered(const QByteArray &sheet)
{
    if (sheet.isEmpty())
        return QByteArray();
    const auto codes = answeredIn(sheet);
    return codes ? bitsOf(*codes) : Result<QByteArray>(codes.error());
}

Result<QByteArray> FigureItems::listed(const QByteArray &list)
{
    if (list.isEmpty())
        return QByteArray();
    const auto codes = listedIn(list);
    return codes ? bitsOf(*codes) : Result<QByteArray>(codes.error());
}

} // namespace markaz
