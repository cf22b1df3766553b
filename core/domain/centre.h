// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/certificatelifecycle.h"
#include "core/domain/month.h"
#include "core/domain/record.h"

#include <QDate>

#include <optional>

namespace markaz {

namespace centre {
/// The most that a seat a month is asked for here, Rs 1 million: what is above was mistyped. The ceiling of the
/// programme is another thing and policy data.
inline constexpr qint64 kMostRatePaisa = 100'000'000;
inline constexpr int kMostSeats = 10'000;
inline constexpr qint64 kMostRunningPaisa = 100'000'000'000; ///< of a month: Rs 1 billion
inline constexpr qint64 kMostExportCents = 100'000'000'000;  ///< of a month: US$ 1 billion
/// Tokens of what a centre may offer, in the order in which forms show them.
const QStringList &amenities();
/// Whether a centre may be opened, changed and reported on at a building whose certificate stands at \p stage. A
/// suspended one is in force and yet carries none: the public list does not name the centre either.
bool carries(CertificateStage stage);
/// Whether a centre that changes from \p before to \p after names another contact and keeps the word of the one before
/// that it may be published: each agrees for oneself.
bool keepsAnothersWord(const QJsonObject &before, const QJsonObject &after);
/// InvalidValue with `where` = "centre.seats" for more than are certified.
Result<void> checkSeats(int seats, int certified);
/// A share in basis points, rounded half up: seats taken of seats, other staff of all people. Nothing of nothing.
std::optional<int> shareBp(qint64 part, qint64 whole);
} // namespace centre

/// The days on which a centre was or is open: from ever on without `from`, until now without `until`.
struct OpenDays
{
    QDate from = {};
    QDate until = {};

    /// Whether both were open on some day. 2026-11-30: two centres of one building never are, or the seats of the
    /// building would count twice in a month that both report.
    bool meets(const OpenDays &other) const;
    /// Whether some day is among these and not among \p before.
    bool exceeds(const OpenDays &before) const;
};

/// A certified building in operation. It stays when its certificate lapses, and shows that it did; one that was closed
/// stays with its months, and is in the way of no other.
class Centre final : public CheckedRecord<Centre, Entity::Centre>
{
public:
    QString buildingId() const { return str("building"); }
    QString name() const { return str("name"); }
    int seats() const { return static_cast<int>(num("seats")); }
    qint64 seatRatePaisa() const { return num("seat_rate_paisa"); } ///< a seat a month
    /// What it costs its owner a month beside the loan: electricity, network, staff; nothing: nobody said.
    std::optional<qint64> runningCostPaisa() const;
    QDate openedOn() const { return QDate::fromString(str("opened_on"), Qt::ISODate); }
    QDate closedOn() const { return QDate::fromString(str("closed_on"), Qt::ISODate); } ///< the last day; or invalid
    OpenDays openDays() const { return {openedOn(), closedOn()}; }
    bool isClosed() const { return closedOn().isValid(); }
    QStringList amenities() const;
    QString contactName() const { return str("contact_name"); }
    QString contactPhone() const { return str("contact_phone"); }
    QString contactEmail() const { return str("contact_email"); }
    QString contactAgreedAt() const { return str("contact_agreed_at"); } ///< toIso(): to be published; empty: not said
    bool contactPublic() const { return !contactAgreedAt().isEmpty(); }  ///< it may stand on the public list
    bool sample() const { return flag("sample"); }
};

/// A month of a centre, as its officer reports it.
class OccupancyReport final : public CheckedRecord<OccupancyReport, Entity::OccupancyReport>
{
public:
    QString centreId() const { return str("centre"); }
    Month month() const { return Month::parse(str("month")).value(); }
    int seats() const { return static_cast<int>(num("seats")); } ///< that there were in that month
    int seatsTaken() const { return static_cast<int>(num("seats_taken")); }
    int freelancers() const { return static_cast<int>(num("freelancers")); }
    int dgSkills() const { return static_cast<int>(num("dg_skills")); } ///< of the freelancers
    int otherStaff() const { return static_cast<int>(num("other_staff")); }
    qint64 seatRatePaisa() const { return num("seat_rate_paisa"); } ///< charged, a seat
    int trainings() const { return static_cast<int>(num("trainings")); }
    int events() const { return static_cast<int>(num("events")); }
    /// US cents, the sum of what members told; nothing: nobody was asked, or none told.
    std::optional<qint64> exportUsdCents() const;
    QString authorId() const { return str("author"); }
    QString madeAt() const { return str("made_at"); }
    bool sample() const { return flag("sample"); }
};

} // namespace markaz
