// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/revocationlist.h"

#include "core/support/clock.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace markaz {
namespace {

constexpr auto kForm = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype kMost = 100'000;
constexpr double kMostNumber = 9'007'199'254'740'992.0;
constexpr qsizetype kSignature = 64;

Error malformed(const QString &where)
{
    return makeError(ErrorCode::Malformed, QStringLiteral("not a list of revoked certificates"), where);
}

Result<void> checkList(const RevocationList &list)
{
    static const QRegularExpression number(QStringLiteral("\\APK-[0-9]{4}-[0-9]{6}\\z"));
    static const QRegularExpression kid(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9.-]{0,39}\\z"));
    const auto at = fromIso(list.at);
    if (list.number < 1)
        return malformed(QStringLiteral("number"));
    if (!at || toIso(*at) != list.at)
        return malformed(QStringLiteral("at"));
    if (!kid.match(list.keyId).hasMatch())
        return malformed(QStringLiteral("kid"));
    const EndedCertificate *before = nullptr;
    for (const EndedCertificate &one : list.certificates) {
        const bool ended = one.state == CertificateState::Suspended || one.state == CertificateState::Revoked ||
                           one.state == CertificateState::Superseded;
        if (!ended || !one.since.isValid() || !number.match(one.number).hasMatch() ||
            (before != nullptr && before->number >= one.number))
            return malformed(QStringLiteral("certificates"));
        before = &one;
    }
    return list.certificates.size() > kMost ? Result<void>(malformed(QStringLiteral("certificates"))) : Result<void>();
}

QByteArray listText(const RevocationList &list)
{
    QString text = QStringLiteral("markaz-revocations-1\nnumber=%1\nat=%2\nkid=%3\n")
                       .arg(QString::number(list.number), list.at, list.keyId);
    for (const EndedCertificate &one : list.certificates)
        text += QStringLiteral("%1 %2 %3\n").arg(one.number, token(one.state), one.since.toString(Qt::ISODate));
    return text.toLatin1();
}

} // namespace

const EndedCertificate *RevocationList::find(const QString &certificate) const
{
    const auto found = std::lower_bound(certificates.begin(), certificates.end(), certificate,
                                        [](const EndedCertificate &one, const QString &id) { return one.number < id; });
    return found == certificates.end() || found->number != certificate ? nullptr : &*found;
}

QJsonObject RevocationList::toJson() const
{
    QJsonArray list;
    for (const EndedCertificate &one : certificates)
        list.append(QJsonObject{{QStringLiteral("number"), one.number},
                                {QStringLiteral("state"), token(one.state)},
                                {QStringLiteral("since"), one.since.toString(Qt::ISODate)}});
    return {{QStringLiteral("number"), number},
            {QStringLiteral("at"), at},
            {QStringLiteral("kid"), keyId},
            {QStringLiteral("certificates"), list},
            {QStringLiteral("signature"), QString::fromLatin1(signature.toBase64(kForm))}};
}

Result<RevocationList> RevocationList::fromJson(const QJsonObject &json)
{
    RevocationList list;
    const double number = json.value(QStringLiteral("number")).toDouble(-1);
    if (number < 1 || number > kMostNumber || number != static_cast<double>(static_cast<qint64>(number)))
        return malformed(QStringLiteral("number"));
    list.number = static_cast<qint64>(number);
    list.at = json.value(QStringLiteral("at")).toString();
    list.keyId = json.value(QStringLiteral("kid")).toString();
    if (!json.value(QStringLiteral("certificates")).isArray())
        return malformed(QStringLiteral("certificates"));
    const QJsonArray certificates = json.value(QStringLiteral("certificates")).toArray();
    for (const auto &value : certificates) {
        const QJsonObject entry = value.toObject();
        const auto state = parse<CertificateState>(entry.value(QStringLiteral("state")).toString());
        if (!state)
            return malformed(QStringLiteral("certificates"));
        list.certificates.append({entry.value(QStringLiteral("number")).toString(), *state,
                                  QDate::fromString(entry.value(QStringLiteral("since")).toString(), Qt::ISODate)});
    }
    const auto signature = QByteArray::fromBase64Encoding(json.value(QStringLiteral("signature")).toString().toLatin1(),
                                                          kForm | QByteArray::AbortOnBase64DecodingErrors);
    if (!signature || signature.decoded.size() != kSignature)
        return malformed(QStringLiteral("signature"));
    list.signature = signature.decoded;
    if (auto checked = checkList(list); !checked)
        return checked.error();
    return list;
}

QString hashOf(const RevocationList &list)
{
    return QString::fromLatin1(QCryptographicHash::hash(listText(list), QCryptographicHash::Sha256).toHex());
}

Result<RevocationList> signRevocations(RevocationList list, const SigningKey &key)
{
    list.keyId = key.keyId();
    std::sort(list.certificates.begin(), list.certificates.end(),
              [](const auto &a, const auto &b) { return a.number < b.number; });
    if (auto checked = checkList(list); !checked)
        return makeError(ErrorCode::InvalidValue, checked.error().detail, checked.error().where);
    list.signature = key.sign(listText(list));
    return list;
}

Result<void> verifyRevocations(const RevocationList &list, const IssuerKeys &keys)
{
    if (auto checked = checkList(list); !checked)
        return checked;
    const IssuerKey *key = keys.find(list.keyId);
    if (key == nullptr)
        return makeError(ErrorCode::NotFound, QStringLiteral("no key with this id is known"), list.keyId);
    if (auto holds = verifySignature(key->key, listText(list), list.signature); !holds)
        return holds;
    if (!key->revokedAt.isEmpty())
        return makeError(ErrorCode::NotTrusted, QStringLiteral("its key %1 was revoked").arg(list.keyId),
                         QStringLiteral("key_revoked"));
    if (!key->signsOn(fromIso(list.at)->toUTC().date()))
        return makeError(ErrorCode::NotTrusted, QStringLiteral("its key %1 did not sign on that day").arg(list.keyId),
                         QStringLiteral("key_period"));
    return {};
}

Result<void> mayFollow(const RevocationList &known, const RevocationList &told)
{
    if (told.number < known.number || (told.number == known.number && listText(told) != listText(known)))
        return makeError(ErrorCode::WrongState,
                         QStringLiteral("list %1 came after list %2").arg(told.number).arg(known.number),
                         QStringLiteral("number"));
    return {};
}

} // namespace markaz
