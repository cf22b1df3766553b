// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditexport.h"

#include "core/protocol/accounts.h"
#include "core/support/csvwriter.h"
#include "core/support/wholefile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace markaz::ui {
namespace {

constexpr int kPage = 500;

/// The columns of `markaz-server audit export`, in the same order.
constexpr const char *kColumns[] = {"n",      "at", "actor", "account", "device", "laptop", "action",
                                    "entity", "id", "about", "rev",     "more",   "hash"};

QByteArray rowOf(const QJsonObject &entry, const QJsonObject &names)
{
    QJsonObject event = entry.value(QStringLiteral("event")).toObject();
    const QJsonObject accounts = names.value(QStringLiteral("accounts")).toObject();
    const QJsonObject laptops = names.value(QStringLiteral("laptops")).toObject();
    const auto take = [&event](const char *name) { return event.take(QLatin1String(name)).toVariant().toString(); };
    QStringList cells{QString::number(entry.value(QStringLiteral("n")).toInteger()), take("at")};
    const QString actor = take("actor");
    const QString device = take("device");
    const auto laptop = [&laptops](const QString &id, const QString &account) {
        const auto own = laptops.constFind(protocol::laptopKey(id, account));
        return own != laptops.constEnd() ? own->toString() : laptops.value(id).toString();
    };
    cells << actor << accounts.value(actor).toString() << device << laptop(device, actor) << take("action")
          << take("entity");
    const QString id = take("id");
    const QString account = event.value(QStringLiteral("account")).toString();
    cells << id << (accounts.contains(id) ? accounts.value(id).toString() : laptop(id, account)) << take("rev");
    cells.append(event.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact)));
    cells.append(entry.value(QStringLiteral("hash")).toString());
    return csvRow(cells);
}

} // namespace

AuditExport::AuditExport(Administration &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
}

void AuditExport::start(const AuditQuery &query, const QString &path)
{
    m_query = query;
    m_path = path;
    m_next = 0;
    m_entries = 0;
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        return fail(makeError(ErrorCode::StorageFailed, m_file->errorString(), path));
    m_file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QStringList head;
    for (const char *name : kColumns)
        head.append(QLatin1String(name));
    m_file->write(csvRow(head));
    askNext();
}

void AuditExport::askNext()
{
    m_server.ask(auditRequest(m_query, m_next, kPage), this,
                 [this](const Result<QJsonObject> &reply) { heard(reply); });
}

void AuditExport::heard(const Result<QJsonObject> &reply)
{
    if (!reply)
        return fail(reply.error());
    const QJsonArray entries = reply->value(QStringLiteral("entries")).toArray();
    const QJsonObject names = reply->value(QStringLiteral("names")).toObject();
    for (const auto &entry : entries)
        m_file->write(rowOf(entry.toObject(), names));
    m_entries += entries.size();
    const qint64 before = std::exchange(m_next, reply->value(QStringLiteral("next")).toInteger());
    if (reply->value(QStringLiteral("more")).toBool() && m_next > 0 && (before == 0 || m_next < before))
        return askNext();
    if (auto whole = commitWhole(*m_file); !whole)
        return fail(whole.error());
    m_file.reset();
    Q_EMIT written(m_entries);
}

void AuditExport::fail(const Error &error)
{
    m_file.reset(); // what stood there before stays
    Q_EMIT failed(error);
}

} // namespace markaz::ui
