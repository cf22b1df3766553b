// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/recordcolumns.h"

#include <QJsonDocument>

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <vector>

namespace markaz {
namespace {

QString placeOf(Entity entity, const QString &id, RecordCopy copy)
{
    return QStringLiteral("%1|%2|%3")
        .arg(token(entity), id, copy == RecordCopy::Shown ? QLatin1String("sealed") : QLatin1String("server_sealed"));
}

/// Which column a field stands in.
enum class Column { Data, Sheet, Sealed };

Column columnOf(const FieldSpec &field)
{
    if (field.sealed)
        return Column::Sealed;
    return field.type == FieldType::Map ? Column::Sheet : Column::Data;
}

/// The fields of \p fields that stand in \p column, which is not Data.
QJsonObject part(Entity entity, const QJsonObject &fields, Column column)
{
    QJsonObject found;
    for (const FieldSpec &field : specOf(entity).fields) {
        if (columnOf(field) != column)
            continue;
        if (const auto value = fields.constFind(field.name); value != fields.constEnd())
            found.insert(field.name, value.value());
    }
    return found;
}

void take(QJsonObject &fields, const QJsonObject &part)
{
    for (auto it = part.begin(); it != part.end(); ++it)
        fields.remove(it.key());
}

void put(QJsonObject &fields, const QJsonObject &part)
{
    for (auto it = part.begin(); it != part.end(); ++it)
        fields.insert(it.key(), it.value());
}

QByteArray jsonOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// The objects that a record's text is parted into.
class Members
{
public:
    void append(std::string_view member)
    {
        m_text += m_text.isEmpty() ? '{' : ',';
        m_text.append(member.data(), static_cast<qsizetype>(member.size()));
    }
    bool isEmpty() const { return m_text.isEmpty(); }
    QByteArray object() const { return m_text.isEmpty() ? QByteArrayLiteral("{}") : m_text + '}'; }

private:
    QByteArray m_text;
};

Error malformed(simdjson::error_code code)
{
    return makeError(ErrorCode::Malformed, QString::fromLatin1(simdjson::error_message(code)));
}

} // namespace

QJsonObject sealedPart(Entity entity, const QJsonObject &fields)
{
    return part(entity, fields, Column::Sealed);
}

RecordColumns columnsOf(const Sealer &sealer, Entity entity, const QString &id, QJsonObject fields, RecordCopy copy,
                        const QByteArray &standing)
{
    const QJsonObject secret = sealedPart(entity, fields);
    take(fields, secret);
    RecordColumns columns;
    if (copy == RecordCopy::Shown) {
        const QJsonObject sheet = part(entity, fields, Column::Sheet);
        take(fields, sheet);
        if (!sheet.isEmpty())
            columns.sheet = jsonOf(sheet);
    }
    columns.data = jsonOf(fields);
    if (!standing.isEmpty())
        columns.sealed = standing;
    else if (!secret.isEmpty())
        columns.sealed = sealer.seal(jsonOf(secret), placeOf(entity, id, copy));
    return columns;
}

Result<RecordColumns> columnsOfText(const Sealer &sealer, Entity entity, const QString &id, const QByteArray &fields)
{
    std::vector<std::pair<std::string, Column>> elsewhere;
    for (const FieldSpec &field : specOf(entity).fields) {
        if (const Column column = columnOf(field); column != Column::Data)
            elsewhere.emplace_back(field.name.toStdString(), column);
    }
    RecordColumns columns;
    if (elsewhere.empty()) {
        columns.data = fields;
        return columns;
    }
    using namespace simdjson::ondemand;
    const simdjson::padded_string text(fields.constData(), static_cast<size_t>(fields.size()));
    parser reader;
    document json;
    object record;
    if (auto code = reader.iterate(text).get(json); code != simdjson::SUCCESS)
        return malformed(code);
    if (auto code = json.get_object().get(record); code != simdjson::SUCCESS)
        return malformed(code);
    Members open;
    Members sheet;
    Members secret;
    for (auto member : record) {
        raw_json_string key;
        std::string_view value;
        if (auto code = member.key().get(key); code != simdjson::SUCCESS)
            return malformed(code);
        if (auto code = simdjson::to_json_string(member.value()).get(value); code != simdjson::SUCCESS)
            return malformed(code);
        // From the key's quotation mark to the value's end: the text is compact.
        const char *begin = key.raw() - 1;
        const std::string_view whole(begin, static_cast<size_t>(value.data() + value.size() - begin));
        const auto named = std::find_if(elsewhere.begin(), elsewhere.end(),
                                        [&key](const auto &field) { return key.is_equal(field.first); });
        if (named == elsewhere.end())
            open.append(whole);
        else
            (named->second == Column::Sheet ? sheet : secret).append(whole);
    }
    columns.data = open.object();
    if (!sheet.isEmpty())
        columns.sheet = sheet.object();
    if (!secret.isEmpty())
        columns.sealed = sealer.seal(secret.object(), placeOf(entity, id, RecordCopy::Shown));
    return columns;
}

Result<QJsonObject> fieldsOf(const Sealer &sealer, Entity entity, const QString &id, const RecordColumns &columns,
                             RecordCopy copy)
{
    const QString place = placeOf(entity, id, copy);
    QJsonParseError parsed;
    QJsonObject fields = QJsonDocument::fromJson(columns.data.toByteArray(), &parsed).object();
    if (parsed.error != QJsonParseError::NoError)
        return makeError(ErrorCode::StorageCorrupt, parsed.errorString(), place);
    if (columns.sheet.isValid()) {
        put(fields, QJsonDocument::fromJson(columns.sheet.toByteArray(), &parsed).object());
        if (parsed.error != QJsonParseError::NoError)
            return makeError(ErrorCode::StorageCorrupt, parsed.errorString(), place);
    }
    if (columns.sealed.isValid()) {
        const auto opened = sealer.open(columns.sealed.toByteArray(), place);
        if (!opened)
            return makeError(opened.error().code, opened.error().detail, place);
        put(fields, QJsonDocument::fromJson(*opened).object());
    }
    return fields;
}

} // namespace markaz
