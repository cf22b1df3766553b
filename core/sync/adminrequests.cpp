// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/clock.h"
#include "core/sync/administration.h"

#include <QUrl>

namespace markaz {
namespace {

void addUnlessEmpty(QString &path, const char *name, const QString &value)
{
    if (!value.isEmpty())
        path += QStringLiteral("&%1=%2").arg(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

} // namespace

AdminRequest healthRequest()
{
    return {"GET", QStringLiteral("/api/v1/health"), std::nullopt, 200, true};
}

AdminRequest auditRequest(const AuditQuery &query, qint64 before, int most)
{
    QString path = QStringLiteral("/api/v1/audit?before=%1&limit=%2").arg(before).arg(most);
    addUnlessEmpty(path, "actor", query.actor);
    addUnlessEmpty(path, "action", query.action);
    addUnlessEmpty(path, "entity", query.entity);
    addUnlessEmpty(path, "id", query.id);
    addUnlessEmpty(path, "from", query.from.isValid() ? toIso(query.from) : QString());
    addUnlessEmpty(path, "to", query.to.isValid() ? toIso(query.to) : QString());
    return {"GET", path};
}

} // namespace markaz
