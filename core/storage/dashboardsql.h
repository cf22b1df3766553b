// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/dashboardrepository.h"

#include <QVariantList>

/// The one SQL of each figure of the dashboard, for the figure and for the rows behind it: what is counted here is what
/// is listed there. For this room's sources.
namespace markaz::dashboardsql {

inline constexpr int kBinWidth = 500;
inline constexpr int kBins = 20;

/// A piece of SQL with the values that it binds.
struct Piece
{
    QString sql;
    QVariantList values;
};

/// The filter as SQL over the aliases b (building) and c (city), and as moments.
struct Scope
{
    QString where; ///< starts with " AND" or is empty
    QVariantList values;
    QString begin;   ///< first moment of the period
    QString end;     ///< first moment behind it
    QString day;     ///< at whose end a certificate is in force
    QString after;   ///< first moment behind that day
    QString afterId; ///< its firstId()
    bool settled = false;

    QVariantList bound(const QVariantList &before) const { return before + values; }
};
Scope scopeOf(const DashboardFilter &filter, const QDate &today);

/// From a record x of a building to the building b that it counts for, and to its city c. What belongs to a building
/// that was merged counts as that of the one that it was merged into; what belongs to a removed one counts nowhere.
QString join();

/// " FROM ... WHERE ..." over b and c: the buildings that reached \p step of the funnel.
Piece reached(const Scope &scope, int step);
/// " FROM ... WHERE ... GROUP BY b.id" over x, b and c: of each building the newest certificate in force at the end of
/// the scope's day. Whoever selects from it begins with newestInForce().
Piece inForce(const Scope &scope);
/// With one max() SQLite takes the other columns from that row; it has to be selected, or the choice of the row is left
/// out with it.
QString newestInForce();
/// " FROM ... WHERE ..." over x, b and c: visits of the period that were scored and stand; a returned one is replaced
/// by its next revision.
Piece scored(const Scope &scope);
/// The bin of a scored visit x, from 0 on.
QString bin();
/// " FROM ... WHERE ... GROUP BY z.id" over q (occupancy_report), z (centre), b and c: of each centre what it reported
/// of \p month ("2026-10"), the newest where two laptops did; select begins with newestReport().
Piece reported(const Scope &scope, const QString &month);
QString newestReport();

/// " FROM ... WHERE ..." over x, b and c: loans as they stand now; of \p states (tokens), all when it is empty.
Piece loans(const Scope &scope, const QStringList &states = {});
/// Groups and orders a row of state, policy_version, principal_paisa, markup_bp, tenor_months and grace_months.
QString byTerms();
/// Such a row, and behind it how many they are. Errors as of parse<LoanState>().
Result<LoanGroup> loanGroupAt(const QSqlQuery &row);

/// The beginning of the ids that are made at \p moment (UUIDv7: 48 bits of milliseconds, in hexadecimal digits). As
/// text it stands before each of them and behind all earlier ones.
QString firstId(const QDateTime &moment);
/// Of a record \p alias of a kind that has received_at: the server has taken it before the moment that is bound to the
/// first place; to the second its firstId(), by which what came before the server said its moment is told.
QString takenBefore(const char *alias);
/// Of a visit \p alias that it was handed in and that the server has it. One whose submit waits here has neither.
QString visitTaken(const char *alias);
/// Of a visit \p alias that the server has it and had not returned it before the moment that is bound. A review that
/// waits on this laptop is one that has not come yet.
QString visitStood(const char *alias);

} // namespace markaz::dashboardsql
