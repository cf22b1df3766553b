// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/buildingrepository.h"

#include <QMap>

namespace markaz {

/// The registered freelancers by city as they were imported once (core/domain/demand.h).
struct DemandRow
{
    QString id;
    QDate asOf;
    QString source;
    QString madeAt; ///< toIso()
    QString author; ///< name of the account; empty where this laptop has it not
    int cities = 0;
    qint64 total = 0; ///< freelancers of all cities
    bool sample = false;
    bool owed = false; ///< the server has not taken it yet
};

/// The terms of the loan that a building's owner has, or has applied for.
struct BuildingLoan
{
    QString id;
    LoanState state = LoanState::Draft;
    int policyVersion = 0;
    qint64 principalPaisa = 0;
    int markupBp = 0; ///< a year, the whole of it
    int tenorMonths = 0;
    int graceMonths = 0;
};

/// A building that is no centre and may become one.
struct IdleBuilding
{
    QString id;
    QString code;
    QString name;
    int cityId = 0;
    int plannedSeats = 0; ///< 0: nobody has said
    int areaSqft = 0;
    Stage stage = Stage::Identified;
    std::optional<Verdict> verdict; ///< of its last accepted visit
    int scoreBp = -1;               ///< of the same; -1: there is none
    std::optional<BuildingLoan> loan;
};

/// Those of the scope, and how many others are none either and cannot become one.
struct IdleBuildings
{
    QList<IdleBuilding> buildings; ///< by code
    int dangerous = 0;             ///< as their record says
    int withdrawn = 0;             ///< their newest certificate is suspended or revoked
};

/// How many freelancers there are and what there is for them. Each answer takes the same few statements, however many
/// buildings there are.
class DemandRepository
{
public:
    explicit DemandRepository(Database &database)
        : m_database(database)
    {
    }

    /// What was imported, that which was made last first: it counts.
    Result<QList<DemandRow>> imports() const;
    /// The freelancers of one of them, by the GeoNames id of their city. NotFound without it.
    Result<QMap<int, qint64>> freelancers(const QString &id) const;
    /// Seats of the certificates in force at the end of \p day, by city; cities without any are left out.
    Result<QMap<int, qint64>> seatsByCity(const QDate &day) const;
    /// Neither certified on \p day, nor removed, nor merged into another building.
    Result<IdleBuildings> idleBuildings(const QDate &day) const;

private:
    Database &m_database;
};

} // namespace markaz
