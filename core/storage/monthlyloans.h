// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <QStringList>

namespace markaz {

/// A loan that the server has, and where its building lies.
struct PlacedLoan
{
    QString province; ///< ISO 3166-2
    QString id;
};

/// The loans on buildings in \p provinces (ISO 3166-2), by their ids. What belongs to a building that was merged counts
/// where the one lies that it was merged into, and what belongs to a removed one nowhere; nor does a loan that the
/// server has not taken.
Result<QList<PlacedLoan>> placedLoans(Database &database, const QStringList &provinces);

} // namespace markaz
