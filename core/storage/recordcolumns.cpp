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

QString placeOf(Entity entity, const QString &id, const char *column)
{
    return QStringLiteral("%1|%2|%3").arg(token(entity), id, QLatin1String(column));
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

RecordColumns columnsOf(const Sealer &sealer, Entity entity, const QString &id, QJsonObject fields,
                        const char *sealedColumn)
{
    QJsonObject secret;
    for (const FieldSpec &field : specOf(entity).fields) {
        if (!field.sealed || !fields.contains(field.name))
            continue;
        secret.insert(field.name, fields.value(field.name));
        fields.remove(field.name);
    }
    RecordColumns columns;
    columns.data = jsonOf(fields);
    if (!secret.isEmpty())
        columns.sealed = sealer.seal(jsonOf(secret), placeOf(entity, id, sealedColumn));
    return columns;
}

Result<RecordColumns> columnsOfText(const Sealer &sealer, Entity entity, const QString &id, const QByteArray &fields)
{
    std::vector<std::string> secretNames;
    for (const FieldSpec &field : specOf(entity).fields) {
        if (field.sealed)
            secretNames.push_back(field.name.toStdString());
    }
    RecordColumns columns;
    if (secretNames.empty()) {
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
        const bool hidden = std::any_of(secretNames.begin(), secretNames.end(),
                                        [&key](const std::string &name) { return key.is_equal(name); });
        (hidden ? secret : open).append(whole);
    }
    columns.data = open.object();
    if (!secret.isEmpty())
        columns.sealed = sealer.seal(secret.object(), placeOf(entity, id, "sealed"));
    return columns;
}

Result<QJsonObject> fieldsOf(const Sealer &sealer, Entity entity, const QString &id, const RecordColumns &columns,
                             const char *sealedColumn)
{
    const QString place = placeOf(entity, id, sealedColumn);
    QJsonParseError parsed;
    QJsonObject fields = QJsonDocument::fromJson(columns.data.toByteArray(), &parsed).object();
    if (parsed.error != QJsonParseError::NoError)
        return makeError(ErrorCode::StorageCorrupt, parsed.errorString(), place);
    if (!columns.sealed.isValid())
        return fields;
    const auto opened = sealer.open(columns.sealed.toByteArray(), place);
    if (!opened)
        return makeError(opened.error().code, opened.error().detail, place);
    const QJsonObject secret = QJsonDocument::fromJson(*opened).object();
    for (auto it = secret.begin(); it != secret.end(); ++it)
        fields.insert(it.key(), it.value());
    return fields;
}

} // namespace markaz
