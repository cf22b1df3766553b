// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/pushbody.h"

#include "core/protocol/drafttext.h"
#include "core/protocol/simdvalues.h"

#include <QJsonDocument>

#include <algorithm>
#include <string_view>

namespace markaz::protocol {
namespace {

using simdjson::dom::element;

/// Texts that every database keeps as they are: no U+0000, no half of a surrogate pair.
bool storable(const QString &text)
{
    return !text.contains(QChar(u'\0')) && text.isValidUtf16();
}

bool storable(const QJsonValue &value)
{
    if (value.isString())
        return storable(value.toString());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.begin(), array.end(), [](const QJsonValue &entry) { return storable(entry); });
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!storable(it.key()) || !storable(it.value()))
            return false;
    }
    return true;
}

/// Whether a text of \p body may be none that is storable: both characters only come escaped, U+0000 also as a byte,
/// and no parser takes what is no UTF-8. Bodies of our own laptops hold neither, and are not walked through once more.
/// And what is read otherwise than it was written: Qt drops a byte order mark that begins a text without escapes, and
/// SQLite gives U+FFFE and U+FFFF back as U+FFFD; a draft's text would be hashed as it came.
bool suspect(const QByteArray &body)
{
    // Not QByteArray::contains(): it hashes every byte for each of them, where this finds the first byte by memchr.
    const std::string_view bytes(body.constData(), static_cast<size_t>(body.size()));
    for (const std::string_view sign : {"\\u", "\xef\xbb\xbf", "\xef\xbf"}) {
        if (bytes.find(sign) != std::string_view::npos)
            return true;
    }
    return body.contains('\0');
}

PushedChange changeOf(const QJsonValue &json, bool doubtful)
{
    const QJsonObject object = json.toObject();
    QString opId = object.value(QStringLiteral("op_id")).toString();
    if (!isRecordId(opId))
        return {{}, makeError(ErrorCode::Malformed, QStringLiteral("a change without an op_id"))};
    auto change = decode<Change>(object);
    if (change && doubtful && !storable(json))
        change = makeError(ErrorCode::InvalidValue, QStringLiteral("a text holds characters that cannot be stored"));
    if (change)
        return {std::move(opId), std::move(change)};
    // Qt escapes what no database takes, and what is no UTF-16.
    QByteArray unread = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return {std::move(opId), std::move(change), std::nullopt, std::move(unread)};
}

/// The body but for its changes, of which there are \p count; nothing when there is no list of them.
Result<PushBody> frameOf(const QJsonObject &members, std::optional<qsizetype> count)
{
    PushBody frame{
        members.value(QStringLiteral("batch_id")).toString(), members.value(QStringLiteral("history")).toString(), {}};
    if (!count || !isRecordId(frame.batchId))
        return makeError(ErrorCode::Malformed, QStringLiteral("a batch has a batch_id and changes"));
    if (*count > kMaxChanges)
        return makeError(ErrorCode::TooLarge, QStringLiteral("more than %1 changes").arg(kMaxChanges));
    frame.changes.reserve(*count);
    return frame;
}

Result<PushBody> readTrees(const QByteArray &body)
{
    auto json = parseBody(body);
    if (!json)
        return json.error();
    const QJsonValue changes = json->value(QStringLiteral("changes"));
    const QJsonArray list = changes.toArray();
    auto read = frameOf(*json, changes.isArray() ? std::optional(list.size()) : std::nullopt);
    if (!read)
        return read;
    const bool doubtful = suspect(body);
    for (const auto &change : list)
        read->changes.append(changeOf(change, doubtful));
    return read;
}

} // namespace

Result<PushBody> readPushBody(const QByteArray &body)
{
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    // Whatever simdjson refuses, from a number of 20 digits to a byte too many, is for Qt to judge and to name.
    if (body.size() > kMaxBody || suspect(body) || parse(parser, body, object) != simdjson::SUCCESS)
        return readTrees(body);

    std::optional<element> changes;
    const QJsonObject members = membersOf(object, "changes", changes);
    simdjson::dom::array list;
    const bool listed = changes && changes->get(list) == simdjson::SUCCESS;
    auto read = frameOf(members, listed ? std::optional(static_cast<qsizetype>(list.size())) : std::nullopt);
    if (!read)
        return read;
    for (const element change : list) {
        if (auto draft = readDraft(change))
            read->changes.append(*std::move(draft));
        else
            read->changes.append(changeOf(valueOf(change), false));
    }
    return read;
}

Change wholeOf(Change change, const DraftText &draft)
{
    const QJsonObject fields = QJsonDocument::fromJson(draft.fields).object();
    for (const FieldSpec &field : specOf(change.entity).fields) {
        if (field.type != FieldType::Map)
            continue;
        const QJsonObject map = fields.value(field.name).toObject();
        for (auto it = map.begin(); it != map.end(); ++it)
            change.fields.insert(field.name + QLatin1Char('.') + it.key(), {QJsonValue::Null, it.value()});
    }
    return change;
}

} // namespace markaz::protocol
