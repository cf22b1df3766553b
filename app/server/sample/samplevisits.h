// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/sample/sampleworld.h"

namespace markaz::server::sample {

/// How a building's last visit stands.
enum class Ending { Usual, Returned, Waiting, Draft };

/// Plays the visits of a building through in time: assignment, inspection, review, and what is decided on it.
class Visits
{
public:
    Visits(World &world, const Plan &plan, const Reference &reference, FixedClock &clock, IdSource &ids);

    void of(const SampleBuilding &building, QList<QDateTime> moments, Ending ending, Random &random);

private:
    /// What a building's certificate looks like at a moment of the play.
    struct Standing
    {
        bool held = false;
        bool full = false;
        bool suspended = false;
        QDateTime againstAt; ///< when it was suspended or revoked; invalid while nothing is decided against it
        QDate until;
        bool inForce(const QDate &day) const { return held && until >= day; }
    };
    struct Course
    {
        Standing standing;
        QString returned; ///< the inspection whose next revision is due
        int revision = 1;
        QString kind;
    };

    StoredRecord assign(const SampleBuilding &building, const QString &kind, const QDateTime &at, Random &random);
    StoredRecord inspect(const SampleBuilding &building, const QDateTime &at, double quality, const Course &course,
                         const QString &assignment, bool draft, Random &random);
    /// The review of an inspection, if its time has come; the inspection's state follows it.
    void review(StoredRecord &inspection, Course &course, const QString &officer, bool returned, Random &random);
    void decide(const SampleBuilding &building, const StoredRecord &inspection, const QDateTime &reviewed,
                Course &course, const QString &officer, Random &random);
    /// Its owner objects where it is suspended or revoked still, some days after that.
    void appeal(const SampleBuilding &building, const Standing &standing, const QString &officer);
    void decision(const SampleBuilding &building, const QDateTime &at, const QString &kind, const QString &officer,
                  const QString &inspection, const QString &grade, const QString &reason);

    World &m_world;
    const Plan &m_plan;
    const Reference &m_reference;
    const Standard &m_standard;
    FixedClock &m_clock;
    IdSource &m_ids;
    QDateTime m_reviewedAt;
};

} // namespace markaz::server::sample
