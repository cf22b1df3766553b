// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/restores.h"

#include "app/server/store/auditpattern.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray signedText(const AuditEvent &event, const AuditEntry &before, const QString &instance)
{
    const QStringList lines{QStringLiteral("markaz audit restore 1"),
                            instance,
                            event.value(QStringLiteral("history")).toString(),
                            QString::number(before.n),
                            before.hash,
                            event.value(QStringLiteral("kid")).toString(),
                            QString()};
    return lines.join(QLatin1Char('\n')).toUtf8();
}

bool isSigned(const AuditEvent &event, const AuditEntry &before, const QString &instance, const PublicKey *own,
              const QList<PublicKey> &former)
{
    const QString kid = event.value(QStringLiteral("kid")).toString();
    for (const PublicKey &key : former) {
        if (own != nullptr && key.keyId == kid && kid != own->keyId)
            return isSigned(event, before, instance, &key, {});
    }
    if (own == nullptr || kid != own->keyId)
        return false;
    const QByteArray signature =
        QByteArray::fromBase64(event.value(QStringLiteral("signature")).toString().toLatin1(), kBase64);
    return static_cast<bool>(verifySignature(*own, signedText(event, before, instance), signature));
}

} // namespace

void signRestore(AuditEvent &event, const AuditEntry &before, const QString &instance, const SigningKey &key)
{
    event.insert(QStringLiteral("kid"), key.keyId());
    const QByteArray signature = key.sign(signedText(event, before, instance));
    event.insert(QStringLiteral("signature"), QString::fromLatin1(signature.toBase64(kBase64)));
}

Result<QList<Restore>> restores(Database &database, const QString &instance, const PublicKey *own, qint64 after,
                                const QList<PublicKey> &former)
{
    auto query = database.run(QStringLiteral("SELECT a.n, a.event, coalesce(b.hash, '') FROM audit a LEFT JOIN audit b "
                                             "ON b.n = a.n - 1 WHERE a.n > ? AND a.event LIKE ? ORDER BY a.n"),
                              {after, entriesOf(AuditAction::Restore)});
    if (!query)
        return query.error();
    QList<Restore> found;
    while ((*query)->next()) {
        const qint64 n = (*query)->value(0).toLongLong();
        const AuditEvent event = QJsonDocument::fromJson((*query)->value(1).toString().toUtf8()).object();
        if (event.value(QStringLiteral("action")).toString() != token(AuditAction::Restore))
            continue;
        found.append({n, event.value(QStringLiteral("history")).toString(),
                      isSigned(event, {n - 1, {}, (*query)->value(2).toString()}, instance, own, former)});
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return found;
}

std::optional<qint64> leftHistoryAt(const QList<Restore> &all, const QString &history, const QString &current)
{
    if (history == current)
        return std::nullopt;
    // A history that no entry begins is the first one, or another restore of the same backup.
    std::optional<qint64> first;
    std::optional<qint64> following;
    bool begun = false;
    for (const Restore &restore : all) {
        if (!restore.holds)
            continue;
        if (!first)
            first = restore.n;
        if (begun && !following)
            following = restore.n;
        begun = begun || restore.history == history;
    }
    return begun ? following : first;
}

} // namespace markaz::server
