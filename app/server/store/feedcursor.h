// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace markaz::server {

/// How far a reader of the feed has come, and for whom that holds. Clients hand it back as they got it; it is no secret
/// and gives no rights.
struct FeedCursor
{
    QString history;
    QString scope;
    QString role;
    QStringList provinces;
    qint64 seq = 0;
    int kinds = 1;

    QString text() const;
    /// Nothing when \p text is no cursor of this feed.
    static std::optional<FeedCursor> of(const QString &text);
};

} // namespace markaz::server
