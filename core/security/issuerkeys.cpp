// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/issuerkeys.h"

#include "core/support/clock.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

namespace markaz {
namespace {

constexpr auto kForm = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype kMostKeys = 500;
constexpr qsizetype kMostHandovers = 100;
constexpr double kMostNumber = 9'007'199'254'740'992.0;

QString lineText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(kForm));
}

QByteArray bytesOf(const QJsonValue &value, qsizetype size)
{
    const auto read =
        QByteArray::fromBase64Encoding(value.toString().toLatin1(), kForm | QByteArray::AbortOnBase64DecodingErrors);
    return read && read.decoded.size() == size ? read.decoded : QByteArray();
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("-") : text;
}

Error malformed(const QString &where)
{
    return makeError(ErrorCode::Malformed, QStringLiteral("not a signed set of keys"), where);
}

/// One key, in the form that KeySet has for it.
QJsonObject keyJson(const PublicKey &key)
{
    KeySet one;
    return one.add(key) ? one.toJson().value(QStringLiteral("keys")).toArray().first().toObject() : QJsonObject();
}

Result<PublicKey> keyIn(const QJsonObject &json, const QString &where)
{
    const auto set = KeySet::fromJson({{QStringLiteral("keys"), QJsonArray{json}}});
    if (!set || set->keys().size() != 1)
        return malformed(where);
    return set->keys().first();
}

QByteArray handoverText(const RootHandover &handover)
{
    return QStringLiteral("markaz-root-key-1\nby=%1\nkid=%2\nx=%3\n")
        .arg(handover.by, handover.root.keyId, lineText(handover.root.bytes))
        .toLatin1();
}

QByteArray setText(const IssuerKeys &keys)
{
    QString text = QStringLiteral("markaz-issuer-keys-1\nnumber=%1\nat=%2\nroot=%3\n")
                       .arg(QString::number(keys.number), keys.at, keys.root.keyId);
    for (const IssuerKey &key : keys.keys)
        text += QStringLiteral("key=%1 x=%2 from=%3 until=%4 revoked=%5\n")
                    .arg(key.key.keyId, lineText(key.key.bytes), key.key.notBefore.toString(Qt::ISODate),
                         orDash(key.notAfter.toString(Qt::ISODate)), orDash(key.revokedAt));
    return text.toLatin1();
}

bool isInstant(const QString &text)
{
    const auto at = fromIso(text);
    return at && toIso(*at) == text; // one spelling, or one set had several texts
}

/// What every set keeps to: keys by their ids, each once, and times in their one form.
Result<void> checkSet(const IssuerKeys &keys)
{
    if (keys.number < 1)
        return malformed(QStringLiteral("number"));
    if (!isInstant(keys.at))
        return malformed(QStringLiteral("at"));
    if (keys.keys.isEmpty() || keys.keys.size() > kMostKeys || keys.handovers.size() > kMostHandovers)
        return malformed(QStringLiteral("keys"));
    const auto unsorted = std::adjacent_find(keys.keys.begin(), keys.keys.end(),
                                             [](const auto &a, const auto &b) { return a.key.keyId >= b.key.keyId; });
    if (unsorted != keys.keys.end())
        return malformed(QStringLiteral("keys"));
    for (const IssuerKey &key : keys.keys) {
        if (!key.revokedAt.isEmpty() && !isInstant(key.revokedAt))
            return malformed(key.key.keyId);
    }
    return {};
}

/// Whether \p from, handed on by those of \p handovers, is \p to.
bool leadsTo(PublicKey from, const PublicKey &to, const QList<RootHandover> &handovers)
{
    for (qsizetype step = 0; step <= handovers.size(); ++step) {
        if (from.keyId == to.keyId && from.bytes == to.bytes)
            return true;
        const auto next = std::find_if(handovers.begin(), handovers.end(), [&](const RootHandover &handover) {
            return handover.by == from.keyId && verifySignature(from, handoverText(handover), handover.signature);
        });
        if (next == handovers.end())
            return false;
        from = next->root;
    }
    return false; // in a circle
}

/// Those of \p first, and behind them those of \p second that it has not.
QList<RootHandover> handoversOf(const IssuerKeys &first, const IssuerKeys &second)
{
    QList<RootHandover> all = first.handovers;
    for (const RootHandover &handover : second.handovers) {
        if (!all.contains(handover))
            all.append(handover);
    }
    return all;
}

} // namespace

const IssuerKey *IssuerKeys::find(const QString &keyId) const
{
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const auto &k) { return k.key.keyId == keyId; });
    return found == keys.end() ? nullptr : &*found;
}

KeySet IssuerKeys::good() const
{
    KeySet set;
    for (const IssuerKey &key : keys) {
        if (key.revokedAt.isEmpty() && !set.add(key.key))
            continue; // never: the ids are each once
    }
    return set;
}

QJsonObject IssuerKeys::toJson() const
{
    QJsonArray list;
    for (const IssuerKey &key : keys) {
        QJsonObject entry = keyJson(key.key);
        if (key.notAfter.isValid())
            entry.insert(QStringLiteral("not_after"), key.notAfter.toString(Qt::ISODate));
        if (!key.revokedAt.isEmpty())
            entry.insert(QStringLiteral("revoked_at"), key.revokedAt);
        list.append(entry);
    }
    QJsonArray handed;
    for (const RootHandover &handover : handovers) {
        QJsonObject entry = keyJson(handover.root);
        entry.insert(QStringLiteral("by"), handover.by);
        entry.insert(QStringLiteral("signature"), lineText(handover.signature));
        handed.append(entry);
    }
    return {{QStringLiteral("keys"), list},
            {QStringLiteral("number"), number},
            {QStringLiteral("at"), at},
            {QStringLiteral("root"), keyJson(root)},
            {QStringLiteral("handovers"), handed},
            {QStringLiteral("signature"), lineText(signature)}};
}

Result<IssuerKeys> IssuerKeys::fromJson(const QJsonObject &json)
{
    IssuerKeys set;
    const double number = json.value(QStringLiteral("number")).toDouble(-1);
    if (number < 1 || number > kMostNumber || number != static_cast<double>(static_cast<qint64>(number)))
        return malformed(QStringLiteral("number"));
    set.number = static_cast<qint64>(number);
    set.at = json.value(QStringLiteral("at")).toString();
    auto root = keyIn(json.value(QStringLiteral("root")).toObject(), QStringLiteral("root"));
    if (!root)
        return root.error();
    set.root = *root;
    const QJsonArray list = json.value(QStringLiteral("keys")).toArray();
    for (const auto &value : list) {
        const QJsonObject entry = value.toObject();
        auto key = keyIn(entry, QStringLiteral("keys"));
        if (!key)
            return key.error();
        IssuerKey one{*key, {}, entry.value(QStringLiteral("revoked_at")).toString()};
        if (const QJsonValue until = entry.value(QStringLiteral("not_after")); !until.isUndefined()) {
            one.notAfter = QDate::fromString(until.toString(), Qt::ISODate);
            if (!one.notAfter.isValid())
                return malformed(QStringLiteral("keys"));
        }
        set.keys.append(one);
    }
    const QJsonArray handed = json.value(QStringLiteral("handovers")).toArray();
    for (const auto &value : handed) {
        const QJsonObject entry = value.toObject();
        auto to = keyIn(entry, QStringLiteral("handovers"));
        if (!to)
            return to.error();
        set.handovers.append(
            {*to, entry.value(QStringLiteral("by")).toString(), bytesOf(entry.value(QStringLiteral("signature")), 64)});
    }
    set.signature = bytesOf(json.value(QStringLiteral("signature")), 64);
    if (set.signature.isEmpty())
        return malformed(QStringLiteral("signature"));
    if (auto checked = checkSet(set); !checked)
        return checked.error();
    return set;
}

Result<IssuerKeys> signIssuerKeys(IssuerKeys keys, const SigningKey &root)
{
    keys.root = root.publicKey();
    std::sort(keys.keys.begin(), keys.keys.end(),
              [](const auto &a, const auto &b) { return a.key.keyId < b.key.keyId; });
    if (auto checked = checkSet(keys); !checked)
        return makeError(ErrorCode::InvalidValue, checked.error().detail, checked.error().where);
    keys.signature = root.sign(setText(keys));
    return keys;
}

RootHandover handOver(const SigningKey &from, const PublicKey &to)
{
    RootHandover handover{to, from.keyId(), {}};
    handover.signature = from.sign(handoverText(handover));
    return handover;
}

Result<void> verifyIssuerKeys(const IssuerKeys &keys)
{
    if (auto checked = checkSet(keys); !checked)
        return checked;
    return verifySignature(keys.root, setText(keys), keys.signature);
}

Result<void> mayFollow(const IssuerKeys &known, const IssuerKeys &told)
{
    if (auto holds = verifyIssuerKeys(told); !holds)
        return holds;
    if (!leadsTo(known.root, told.root, told.handovers))
        return makeError(ErrorCode::Tampered, QStringLiteral("signed by another root key than the known one"),
                         told.root.keyId);
    if (told.number < known.number || (told.number == known.number && setText(told) != setText(known)))
        return makeError(ErrorCode::WrongState,
                         QStringLiteral("set %1 came after set %2").arg(told.number).arg(known.number),
                         QStringLiteral("number"));
    for (const IssuerKey &key : known.keys) {
        const IssuerKey *now = told.find(key.key.keyId);
        if (now == nullptr || (!key.revokedAt.isEmpty() && now->revokedAt.isEmpty()))
            return makeError(ErrorCode::Tampered, QStringLiteral("a key is gone, or good again"), key.key.keyId);
        if (key.notAfter.isValid() && (!now->notAfter.isValid() || now->notAfter > key.notAfter))
            return makeError(ErrorCode::Tampered, QStringLiteral("a retired key signs for longer"), key.key.keyId);
        if (now->key.bytes != key.key.bytes)
            return makeError(ErrorCode::Exists, QStringLiteral("another key has the id"), key.key.keyId);
    }
    return {};
}

Result<IssuerKeys> joinIssuerKeys(const IssuerKeys &mine, const IssuerKeys &other)
{
    IssuerKeys joined = mine;
    joined.handovers = handoversOf(mine, other);
    const bool ofTheLastRoot = leadsTo(mine.root, other.root, joined.handovers);
    if (ofTheLastRoot)
        joined.root = other.root;
    else if (!leadsTo(other.root, mine.root, joined.handovers))
        return makeError(ErrorCode::NotTrusted, QStringLiteral("the two have different roots"), other.root.keyId);
    joined.number = std::max(mine.number, other.number);
    joined.signature.clear();
    for (const IssuerKey &key : other.keys) {
        const auto known = std::find_if(joined.keys.begin(), joined.keys.end(),
                                        [&](const IssuerKey &k) { return k.key.keyId == key.key.keyId; });
        if (known == joined.keys.end()) {
            if (ofTheLastRoot)
                joined.keys.append(key);
            continue;
        }
        if (known->key.bytes != key.key.bytes)
            return makeError(ErrorCode::Exists, QStringLiteral("another key has the id"), key.key.keyId);
        if (key.notAfter.isValid() && (!known->notAfter.isValid() || key.notAfter < known->notAfter))
            known->notAfter = key.notAfter;
        if (!key.revokedAt.isEmpty() && (known->revokedAt.isEmpty() || key.revokedAt < known->revokedAt))
            known->revokedAt = key.revokedAt; // one form, so they sort as text
    }
    return joined;
}

QList<PublicKey> keysBeyond(const IssuerKeys &others, const IssuerKeys &some)
{
    QList<PublicKey> beyond;
    for (const IssuerKey &key : some.keys) {
        if (others.find(key.key.keyId) == nullptr)
            beyond.append(key.key);
    }
    return beyond;
}

bool rootLeadsTo(const IssuerKeys &from, const IssuerKeys &to)
{
    return leadsTo(from.root, to.root, handoversOf(to, from));
}

QString hashOf(const IssuerKeys &keys)
{
    return QString::fromLatin1(QCryptographicHash::hash(setText(keys), QCryptographicHash::Sha256).toHex());
}

Result<VerifiedClaims> verifyCertificate(const QString &code, const IssuerKeys &keys)
{
    KeySet all;
    for (const IssuerKey &key : keys.keys) {
        if (auto added = all.add(key.key); !added)
            return added.error();
    }
    auto verified = verifyCertificate(code, all);
    if (!verified)
        return verified;
    const IssuerKey *key = keys.find(verified->keyId);
    if (!key->revokedAt.isEmpty())
        return makeError(ErrorCode::NotTrusted, QStringLiteral("its key %1 was revoked").arg(verified->keyId),
                         QStringLiteral("key_revoked"));
    if (!key->signsOn(verified->claims.issuedAt.toUTC().date()))
        return makeError(ErrorCode::NotTrusted,
                         QStringLiteral("its key %1 did not sign on that day").arg(verified->keyId),
                         QStringLiteral("key_period"));
    return verified;
}

qint64 numberAfter(qint64 previous, const QDateTime &now)
{
    static const QDateTime begin(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
    return std::max(previous + 1, begin.secsTo(now));
}

} // namespace markaz
