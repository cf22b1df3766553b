// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QStringList>

#include <functional>

namespace markaz {

/// What happened between two days, and what stood at the end of the last, in one province or in several together. What
/// belongs to a building that was merged counts where the one lies that it was merged into, and what belongs to a
/// removed one nowhere.
///
/// 2026-11-30: a thing happened when the server took it, whatever the laptop's clock said and however long it was
/// offline; so a month that is over reads the same whenever its report is made. What came before the server said its
/// moment (`received_at`) counts by the laptop's. Two things have no moment in the records and may still move a month
/// that is over: that a building was merged or removed, and that a finding was verified no more.
struct MonthlyCounts
{
    /// Merged and removed ones left out. From before the server said its moment: by the one in their ids (UUIDv7).
    int buildingsAdded = 0;
    int visits = 0;   ///< handed in, whatever became of them, each revision for itself
    int notMade = 0;  ///< of them: could not be made
    int accepted = 0; ///< reviews, like the two below
    int returned = 0;
    int rejected = 0;
    int issuedFull = 0; ///< certificates
    int issuedProvisional = 0;
    int renewed = 0; ///< superseded by another one
    int suspended = 0;
    int reinstated = 0; ///< without an appeal
    int revoked = 0;
    int expired = 0; ///< the day behind their last one lies between the two days; suspended ones too
    int appeals = 0;
    int appealsAllowed = 0;
    int appealsDismissed = 0;
    int findingsOpened = 0; ///< by visits that were taken then
    /// Verified by a visit that was taken then. 2026-11-29: of a finding that was waived, or verified without a visit,
    /// the records do not say when.
    int findingsMended = 0;
    int centres = 0;         ///< buildings with a certificate in force at the end of the last day
    qint64 seats = 0;        ///< of these certificates
    int surveillanceDue = 0; ///< of these certificates: the day of surveillance has passed and no such visit was made

    MonthlyCounts &operator+=(const MonthlyCounts &other);
    friend bool operator==(const MonthlyCounts &, const MonthlyCounts &) = default;
};

/// A certificate in force whose last day is near.
struct ExpiringCertificate
{
    QString province; ///< ISO 3166-2
    QString number;
    QString grade;
    QString buildingCode;
    QString buildingName;
    int cityId = 0;
    QDate until; ///< the last valid day
};

/// What the monthly report counts beside the dashboard's figures, over the cache's own rows. Days are Pakistan's
/// (programmeday.h). What was removed, or whose creation the server has rejected, counts nowhere, nor
/// what belongs to such a visit; no finding of one that was not handed in; and nothing that the server has not
/// taken yet.
class MonthlyFigures
{
public:
    explicit MonthlyFigures(Database &database)
        : m_database(database)
    {
    }
    /// From the first moment of \p from to the last of \p to, for each of \p provinces (ISO 3166-2), also where nothing
    /// was. \p goesOn is asked before each of its kCountQueries queries; its error ends it.
    Result<QMap<QString, MonthlyCounts>> counts(const QStringList &provinces, const QDate &from, const QDate &to,
                                                const std::function<Result<void>()> &goesOn = {}) const;
    static constexpr int kCountQueries = 6;
    /// Whether a building in \p provinces is a sample's: what is counted of it is no fact of the programme.
    Result<bool> holdsSample(const QStringList &provinces) const;
    /// Of the buildings in \p provinces the certificate in force at the end of \p day, as the dashboard counts it,
    /// where it ends within \p days behind it. By last day, then by the building's code.
    Result<QList<ExpiringCertificate>> expiring(const QStringList &provinces, const QDate &day, int days) const;

private:
    Database &m_database;
};

} // namespace markaz
