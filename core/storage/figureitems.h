// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"
#include "core/storage/figurecounts.h"

namespace markaz {

/// The items of all standards whose answers or failures were ever counted here, each with its number.
class FigureItems
{
public:
    explicit FigureItems(Database &database)
        : m_database(database)
    {
    }
    /// The items of an answer sheet (JSON with its member `answers`) that say something: a value or rows, also an empty
    /// one. Malformed when it cannot be read. Items without a number get one.
    Result<QByteArray> answered(const QByteArray &sheet);
    /// The items of a JSON array of codes. Malformed when it is none.
    Result<QByteArray> listed(const QByteArray &list);
    /// The code of each number.
    Result<QHash<int, QString>> codes() const;

private:
    Result<int> number(const QByteArray &code);
    Result<QByteArray> bitsOf(const QList<QByteArray> &codes);
    Database &m_database;
    QHash<QByteArray, int> m_numbers; ///< read when the first is asked for
};

} // namespace markaz
