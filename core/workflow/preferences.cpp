// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/preferences.h"

#include "core/storage/syncstaterepository.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace markaz {
namespace {

QString storedAs(const QString &name)
{
    return QStringLiteral("preference.") + name;
}

} // namespace

Result<QJsonValue> Preferences::value(const QString &name) const
{
    const auto text = SyncStateRepository(m_workspace.database).value(storedAs(name));
    if (!text)
        return text.error();
    const QJsonArray array = QJsonDocument::fromJson(text->toUtf8()).array(); // a value alone is no document
    return array.isEmpty() ? QJsonValue(QJsonValue::Undefined) : array.first();
}

Result<void> Preferences::set(const QString &name, const QJsonValue &value)
{
    return SyncStateRepository(m_workspace.database)
        .set(storedAs(name), QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)));
}

} // namespace markaz
