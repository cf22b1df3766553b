// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/checkpoints.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/simdvalues.h"

#include <QJsonDocument>

namespace markaz::protocol {
namespace {

using simdjson::dom::element;

constexpr std::array kFeedTokens{std::pair{FeedKind::Put, "put"}, std::pair{FeedKind::Delete, "delete"},
                                 std::pair{FeedKind::Leave, "leave"}};

Result<FeedItem> itemOf(const element &json)
{
    simdjson::dom::object object;
    if (json.get(object) != simdjson::SUCCESS)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("not an object"));
    std::optional<element> data;
    const QJsonObject members = membersOf(object, "data", data);
    JsonReader reader(members);
    FeedItem item;
    item.seq = reader.integer("seq", 0);
    item.entity = reader.parsed<Entity>("entity", Entity::Building);
    item.id = reader.requiredId("id");
    item.rev = reader.integer("rev", 0);
    const QString kind = reader.requiredText("kind");
    const auto known = std::find_if(kFeedTokens.begin(), kFeedTokens.end(),
                                    [&kind](const auto &named) { return kind == QLatin1String(named.second); });
    if (known == kFeedTokens.end())
        reader.refuse("kind", QStringLiteral("not put, delete or leave"));
    else
        item.kind = known->first;
    if (item.kind == FeedKind::Put && !reader.failed()) {
        if (!data)
            reader.missing("data");
        else if (!data->is_object())
            reader.refuse("data", QStringLiteral("not an object"));
        else
            item.data = QByteArray::fromStdString(simdjson::minify(*data));
    }
    if (reader.failed())
        return reader.error();
    return item;
}

} // namespace

QJsonObject FeedItem::fields() const
{
    return QJsonDocument::fromJson(data).object();
}

Result<PullReply> readPullReply(const QByteArray &body)
{
    if (body.size() > kMaxReply)
        return makeError(ErrorCode::TooLarge, QStringLiteral("%1 bytes, at most %2").arg(body.size()).arg(kMaxReply));
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    const auto failed = parse(parser, body, object);
    if (failed == simdjson::DEPTH_ERROR)
        return makeError(ErrorCode::TooLarge, QStringLiteral("nested more than %1 deep").arg(kMaxDepth));
    if (failed != simdjson::SUCCESS)
        return makeError(ErrorCode::Malformed, QString::fromLatin1(simdjson::error_message(failed)));

    std::optional<element> changes;
    const QJsonObject members = membersOf(object, "changes", changes);
    JsonReader reader(members);
    PullReply value;
    value.cursor = reader.requiredText("cursor");
    value.more = reader.boolean("more", false);
    value.history = reader.requiredText("history");
    value.scopeVersion = reader.text("scope_version");
    value.serverTime = reader.text("server_time");
    const QJsonObject digest = reader.object("digest");
    for (auto it = digest.begin(); it != digest.end(); ++it) {
        if (!it.value().isString())
            reader.fail(
                makeError(ErrorCode::InvalidValue, QStringLiteral("not a text"), QStringLiteral("digest.") + it.key()));
        value.digest.insert(it.key(), it.value().toString());
    }
    const QJsonObject checkpoint = reader.object("checkpoint");
    if (!checkpoint.isEmpty()) {
        auto read = decode<Checkpoint>(checkpoint);
        if (!read)
            return within(QStringLiteral("checkpoint"), read.error());
        value.checkpoint = *read;
    }
    simdjson::dom::array list;
    if (!changes)
        reader.missing("changes");
    else if (changes->get(list) != simdjson::SUCCESS)
        reader.refuse("changes", QStringLiteral("not a list"));
    if (reader.failed())
        return reader.error();
    for (const element entry : list) {
        auto item = itemOf(entry);
        if (!item)
            return within(QStringLiteral("changes[%1]").arg(value.changes.size()), item.error());
        value.changes.append(std::move(item).value());
    }
    return value;
}

QByteArray write(const PullReply &value)
{
    QJsonObject digest;
    for (auto it = value.digest.begin(); it != value.digest.end(); ++it)
        digest.insert(it.key(), it.value());
    QJsonObject head{{QStringLiteral("cursor"), value.cursor},
                     {QStringLiteral("more"), value.more},
                     {QStringLiteral("history"), value.history},
                     {QStringLiteral("scope_version"), value.scopeVersion},
                     {QStringLiteral("server_time"), value.serverTime}};
    if (!digest.isEmpty())
        head.insert(QStringLiteral("digest"), digest);
    if (value.checkpoint)
        head.insert(QStringLiteral("checkpoint"), encode(*value.checkpoint));
    QByteArray body = QJsonDocument(head).toJson(QJsonDocument::Compact);
    body.chop(1);
    body += ",\"changes\":[";
    for (const FeedItem &item : value.changes) {
        const char *kind = kFeedTokens.at(static_cast<size_t>(item.kind)).second;
        // Ids and tokens hold nothing that JSON would escape.
        body += "{\"seq\":" + QByteArray::number(item.seq) + ",\"entity\":\"" + token(item.entity).toLatin1() +
                "\",\"id\":\"" + item.id.toLatin1() + "\",\"rev\":" + QByteArray::number(item.rev) + ",\"kind\":\"" +
                kind + '"';
        if (item.kind == FeedKind::Put)
            body += ",\"data\":" + item.data;
        body += "},";
    }
    if (!value.changes.isEmpty())
        body.chop(1);
    return body + "]}";
}

} // namespace markaz::protocol
