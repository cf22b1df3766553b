// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/storedrecord.h"
#include "core/domain/position.h"

#include <QHash>

namespace markaz::server {

/// Finds the building that a new one may be once more: in the same city, the same name or address but for case, spaces
/// and punctuation, or a position within 25 m.
class SimilarBuildings
{
public:
    void add(const QJsonObject &building, const QString &calledAs);
    /// What it looks like, as a sentence's end; empty when it looks like none.
    QString like(const QJsonObject &building) const;

private:
    struct Place
    {
        Position position;
        QString calledAs;
    };
    QHash<QString, QString> m_byName;    ///< city|name -> called as
    QHash<QString, QString> m_byAddress; ///< city|address -> called as
    QHash<QString, QList<Place>> m_byCell;
};

} // namespace markaz::server
