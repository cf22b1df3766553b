// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/jsonreader.h"
#include "core/protocol/messages.h"

#include <algorithm>
#include <cmath>

namespace markaz::protocol {
namespace {

/// Decimals travel as strings or integers: a fraction anywhere inside a change would lose digits on its way.
bool wholeNumbersOnly(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble() == std::floor(value.toDouble()) && std::fabs(value.toDouble()) <= kExact;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.begin(), array.end(), [](const QJsonValue &v) { return wholeNumbersOnly(v); });
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::all_of(object.begin(), object.end(), [](const QJsonValue &v) { return wholeNumbersOnly(v); });
    }
    return true;
}

QJsonValue orNull(const QJsonValue &value)
{
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

template <class T>
Result<QList<T>> decodeList(const QJsonArray &array, const char *name)
{
    QList<T> list;
    list.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString path = QStringLiteral("%1[%2]").arg(QLatin1String(name)).arg(i);
        if (!array.at(i).isObject())
            return makeError(ErrorCode::InvalidValue, QStringLiteral("not an object"), path);
        auto item = decode<T>(array.at(i).toObject());
        if (!item)
            return within(path, item.error());
        list.append(std::move(item).value());
    }
    return list;
}

template <class T>
QJsonArray encodeList(const QList<T> &list)
{
    QJsonArray array;
    for (const T &item : list)
        array.append(encode(item));
    return array;
}

void insertUnlessEmpty(QJsonObject &json, const char *name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(QLatin1String(name), text);
}

void insertUnlessEmpty(QJsonObject &json, const char *name, const QStringList &list)
{
    if (!list.isEmpty())
        json.insert(QLatin1String(name), QJsonArray::fromStringList(list));
}

} // namespace

QJsonObject encode(const Change &value)
{
    QJsonObject fields;
    for (auto it = value.fields.begin(); it != value.fields.end(); ++it)
        fields.insert(it.key(), QJsonObject{{QStringLiteral("old"), it->before}, {QStringLiteral("new"), it->after}});
    return {{QStringLiteral("op_id"), value.opId},
            {QStringLiteral("entity"), token(value.entity)},
            {QStringLiteral("id"), value.id},
            {QStringLiteral("kind"), token(value.kind)},
            {QStringLiteral("base_rev"), value.baseRev},
            {QStringLiteral("schema"), value.schema},
            {QStringLiteral("made_at"), value.madeAt},
            {QStringLiteral("fields"), fields}};
}

template <>
Result<Change> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    Change value;
    value.opId = reader.requiredId("op_id");
    value.entity = reader.parsed<Entity>("entity", Entity::Building);
    value.id = reader.requiredId("id");
    value.kind = reader.parsed<ChangeKind>("kind", ChangeKind::Patch);
    value.baseRev = reader.integer("base_rev", 0, 0);
    value.schema = static_cast<int>(std::min<qint64>(reader.integer("schema", 1, 1), 1'000'000));
    value.madeAt = reader.text("made_at");
    const QJsonObject fields = reader.object("fields");
    for (auto it = fields.begin(); it != fields.end() && !reader.failed(); ++it) {
        const QJsonObject step = it.value().toObject();
        if (!it.value().isObject() || it.key().isEmpty() || !wholeNumbersOnly(it.value()))
            reader.fail(makeError(ErrorCode::InvalidValue,
                                  QStringLiteral("not {\"old\", \"new\"} with whole numbers and texts"),
                                  QStringLiteral("fields.") + it.key()));
        value.fields.insert(it.key(),
                            {orNull(step.value(QStringLiteral("old"))), orNull(step.value(QStringLiteral("new")))});
    }
    if (reader.failed())
        return reader.error();
    return value;
}

QJsonObject encode(const PushRequest &value)
{
    return {{QStringLiteral("batch_id"), value.batchId},
            {QStringLiteral("history"), value.history},
            {QStringLiteral("changes"), encodeList(value.changes)}};
}

template <>
Result<PushRequest> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    PushRequest value;
    value.batchId = reader.requiredId("batch_id");
    value.history = reader.text("history");
    const QJsonArray changes = reader.requiredArray("changes");
    if (reader.failed())
        return reader.error();
    if (changes.size() > kMaxChanges)
        return makeError(ErrorCode::TooLarge, QStringLiteral("more than %1 changes").arg(kMaxChanges),
                         QStringLiteral("changes"));
    auto list = decodeList<Change>(changes, "changes");
    if (!list)
        return list.error();
    value.changes = std::move(list).value();
    return value;
}

QJsonObject encode(const ChangeResult &value)
{
    QJsonObject json{{QStringLiteral("op_id"), value.opId},
                     {QStringLiteral("outcome"), token(value.outcome)},
                     {QStringLiteral("rev"), value.rev}};
    insertUnlessEmpty(json, "conflicts", value.conflicts);
    insertUnlessEmpty(json, "missing", value.missing);
    insertUnlessEmpty(json, "code", value.code);
    insertUnlessEmpty(json, "field", value.field);
    insertUnlessEmpty(json, "message", value.message);
    return json;
}

template <>
Result<ChangeResult> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    ChangeResult value;
    value.opId = reader.requiredId("op_id");
    value.outcome = reader.parsed<Outcome>("outcome", Outcome::Retry);
    value.rev = reader.integer("rev", 0, 0);
    value.conflicts = reader.texts("conflicts");
    value.missing = reader.texts("missing");
    value.code = reader.text("code");
    value.field = reader.text("field");
    value.message = reader.text("message");
    if (reader.failed())
        return reader.error();
    return value;
}

QJsonObject encode(const PushReply &value)
{
    return {{QStringLiteral("results"), encodeList(value.results)}, {QStringLiteral("server_time"), value.serverTime}};
}

template <>
Result<PushReply> decode(const QJsonObject &json)
{
    JsonReader reader(json);
    PushReply value;
    value.serverTime = reader.text("server_time");
    const QJsonArray results = reader.requiredArray("results");
    if (reader.failed())
        return reader.error();
    auto list = decodeList<ChangeResult>(results, "results");
    if (!list)
        return list.error();
    value.results = std::move(list).value();
    return value;
}

} // namespace markaz::protocol
