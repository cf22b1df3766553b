// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

namespace markaz {

/// \p values as one value to bind, for json_each(?).
template <class List>
QString jsonList(const List &values)
{
    QJsonArray array;
    for (const auto &value : values)
        array.append(value);
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace markaz
