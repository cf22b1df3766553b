// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/sample/random.h"
#include "app/server/store/accounts.h"
#include "app/server/store/reference.h"
#include "app/server/store/storedrecord.h"
#include "core/support/idsource.h"

namespace markaz::server::sample {

/// What is asked for. The same plan gives the same records; passwords and signatures are another key's each time.
struct Plan
{
    quint64 seed = 7;
    int buildings = 500;
    int inspections = 2000;
    QDateTime now; ///< "today" of the sample; due dates and recent work are laid around it
};

struct SampleAccount
{
    NewAccount account;
    QString id;
};

/// A decision that is still to be made, in the order of time, once everything before it stands.
struct DecisionStep
{
    QDateTime at;
    QString kind; ///< issue, renew, suspend, reinstate, revoke, appeal
    QString building;
    QString inspection; ///< of issue and renew
    QString officer;
    QString grade;
    int seats = 0;
    QString reason;
};

/// A sample building with what its visits grow from.
struct SampleBuilding
{
    StoredRecord record;
    City city;
    int seats = 0;
    double quality = 0;    ///< 0 = ruin, 1 = nothing to find; at the first visit
    quint64 character = 0; ///< which of its items are weak
    QString inspector;     ///< account id
    int visits = 0;
};

struct World
{
    QList<SampleAccount> accounts;
    QList<StoredRecord> owners;
    QList<SampleBuilding> buildings;
    QList<StoredRecord> assignments;
    QList<StoredRecord> inspections;
    QList<StoredRecord> reviews;
    QList<StoredRecord> findings;
    QList<DecisionStep> decisions;

    /// Account ids by role and province.
    QStringList people(Role role, const QString &province) const;
    QString accountId(const QString &name) const;
};

/// Centres, and what they report month by month.
struct Operations
{
    QList<StoredRecord> centres;
    QList<StoredRecord> months;
};

/// Accounts, owners and buildings: cities weighted by population over all provinces.
void settle(World &world, const Plan &plan, const Reference &reference, FixedClock &clock, IdSource &ids);
/// What was found at the visits, and what became of it. Of liveThrough().
void raiseFindings(World &world, const Plan &plan, const Reference &reference, FixedClock &clock);
/// Assignments, inspections, findings, reviews and the decisions to come, over about fourteen months up to plan.now.
void liveThrough(World &world, const Plan &plan, const Reference &reference, FixedClock &clock, IdSource &ids);
/// In most buildings that are or were certified, by their certificates in the order of their issue.
Operations openCentres(const World &world, const QList<StoredRecord> &certificates, const Plan &plan, IdSource &ids,
                       FixedClock &clock);
/// Loans of their owners: mostly of buildings that are or were certified, for whose works they paid, in every state.
Result<QList<StoredRecord>> lend(const World &world, const QList<StoredRecord> &certificates, const Plan &plan,
                                 const Reference &reference, IdSource &ids, FixedClock &clock);
/// The registered freelancers of every city whose population is known: kRegisteredPerMille of each 1,000 inhabitants,
/// as its source says. Imported by the administrator a week before \p plan's now.
StoredRecord countFreelancers(const World &world, const Plan &plan, const Reference &reference, IdSource &ids);
inline constexpr int kRegisteredPerMille = 25;

} // namespace markaz::server::sample
