// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/checkpoints.h"

#include "core/protocol/jsonreader.h"
#include "core/support/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace markaz::protocol {
namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype kSignatureSize = 64;
constexpr qsizetype kWitnessHeaderMost = 512;

/// 64 bytes in base64url, strictly; empty otherwise.
QByteArray signatureOf(const QString &text)
{
    const auto read =
        QByteArray::fromBase64Encoding(text.toLatin1(), kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    return read && read.decoded.size() == kSignatureSize ? read.decoded : QByteArray();
}

} // namespace

QJsonObject encode(const Checkpoint &value)
{
    return {{QStringLiteral("history"), value.history},
            {QStringLiteral("n"), value.n},
            {QStringLiteral("hash"), value.hash},
            {QStringLiteral("at"), value.at},
            {QStringLiteral("kid"), value.keyId},
            {QStringLiteral("signature"), QString::fromLatin1(value.signature.toBase64(kBase64))}};
}

template <>
Result<Checkpoint> decode(const QJsonObject &json)
{
    static const QRegularExpression hex(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    static const QRegularExpression keyId(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9.-]{0,39}\\z"));
    JsonReader reader(json);
    Checkpoint value;
    value.history = reader.requiredId("history");
    value.n = reader.integer("n", 1);
    value.hash = reader.requiredText("hash");
    value.at = reader.requiredText("at");
    value.keyId = reader.requiredText("kid");
    value.signature = signatureOf(reader.requiredText("signature"));
    if (reader.failed())
        return reader.error();
    if (!hex.match(value.hash).hasMatch())
        reader.refuse("hash", QStringLiteral("not 64 characters of hex"));
    else if (const auto at = fromIso(value.at); !at || toIso(*at) != value.at)
        reader.refuse("at", QStringLiteral("not a time"));
    else if (!keyId.match(value.keyId).hasMatch())
        reader.refuse("kid", QStringLiteral("not a key id"));
    else if (value.signature.isEmpty())
        reader.refuse("signature", QStringLiteral("not 64 bytes in base64url"));
    if (reader.failed())
        return reader.error();
    return value;
}

QByteArray witnessHeader(const Checkpoint &checkpoint)
{
    return checkpoint.history.toLatin1() + ' ' + QByteArray::number(checkpoint.n) + ' ' + checkpoint.hash.toLatin1() +
           ' ' + checkpoint.at.toLatin1() + ' ' + checkpoint.keyId.toLatin1() + ' ' +
           checkpoint.signature.toBase64(kBase64);
}

Result<Checkpoint> readWitnessHeader(const QByteArray &value)
{
    const QByteArrayList parts = value.split(' ');
    if (value.size() > kWitnessHeaderMost || parts.size() != 6)
        return makeError(ErrorCode::Malformed, QStringLiteral("not a witness"), QStringLiteral("Markaz-Witness"));
    const auto text = [&parts](qsizetype i) { return QString::fromLatin1(parts.at(i)); };
    auto checkpoint = decode<Checkpoint>({{QStringLiteral("history"), text(0)},
                                          {QStringLiteral("n"), parts.at(1).toLongLong()},
                                          {QStringLiteral("hash"), text(2)},
                                          {QStringLiteral("at"), text(3)},
                                          {QStringLiteral("kid"), text(4)},
                                          {QStringLiteral("signature"), text(5)}});
    if (!checkpoint)
        return makeError(ErrorCode::Malformed, checkpoint.error().detail, QStringLiteral("Markaz-Witness"));
    return checkpoint;
}

QByteArray writeWitnesses(const Witnesses &witnesses)
{
    QJsonArray list;
    for (const Checkpoint &checkpoint : witnesses.checkpoints)
        list.append(encode(checkpoint));
    return QJsonDocument(
               QJsonObject{{QStringLiteral("instance"), witnesses.instance}, {QStringLiteral("checkpoints"), list}})
        .toJson();
}

Result<Witnesses> readWitnesses(const QByteArray &text)
{
    auto json = parseBody(text);
    if (!json)
        return json.error();
    JsonReader reader(*json);
    Witnesses witnesses;
    witnesses.instance = reader.requiredText("instance");
    const QJsonArray list = reader.requiredArray("checkpoints");
    if (reader.failed())
        return reader.error();
    for (qsizetype i = 0; i < list.size(); ++i) {
        auto checkpoint = decode<Checkpoint>(list.at(i).toObject());
        if (!checkpoint)
            return within(QStringLiteral("checkpoints[%1]").arg(i), checkpoint.error());
        witnesses.checkpoints.append(*checkpoint);
    }
    return witnesses;
}

} // namespace markaz::protocol
