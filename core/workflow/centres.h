// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/centrerepository.h"
#include "core/workflow/changes.h"

namespace markaz {

/// What an officer enters of a centre; "" and invalid = not given.
struct CentreEntry
{
    QString name;
    int seats = 0;
    qint64 seatRatePaisa = 0; ///< a seat a month
    QDate openedOn;
    QStringList amenities; ///< tokens of centre::amenities()
    QString contactName;
    QString contactPhone;
    QString contactEmail;
    QString contactAgreedAt;                     ///< toIso(): that it may stand on the public list; empty: it may not
    QDate closedOn = {};                         ///< its last day; invalid: it is open
    std::optional<qint64> runningCostPaisa = {}; ///< a month, beside the loan; nothing: it is not known
    friend bool operator==(const CentreEntry &, const CentreEntry &) = default;
};

/// What a centre says, as a form shows it.
CentreEntry entryOf(const Centre &centre);

/// Whether \p error says that no certificate carries the centre: then its contact alone changes.
bool isLapsed(const Error &error);

/// What the role opens of centres at all, whatever the province.
bool opensCentres(Role role);
bool seesMonths(Role role); ///< what centres report
/// Whether a laptop of the role holds all visits, so that it can tell whether one is due: an inspector's has the own.
bool knowsVisits(Role role);

/// Opens, changes and removes centres: an officer of the province, at a building with a certificate in force. The
/// server asks all of this again.
class Centres
{
public:
    explicit Centres(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    /// The certificate that a centre at the building would stand on. NotFound; NotAllowed of may(); WrongState with
    /// `where` = "merged" or "centre.certificate" (none is in force; the detail says how the newest stands); Exists
    /// with "centre.building" when it has a centre that is open.
    Result<CentreCertificate> mayOpen(const Actor &actor, const QString &buildingId) const;
    /// As mayOpen(); Incomplete or InvalidValue with `where` = a field, "centre.seats" for more than are certified,
    /// "centre.opened" for a day that has not come, "centre.beside" when another centre of the building was open then.
    Result<Centre> open(const Actor &actor, const QString &buildingId, const CentreEntry &entry);

    /// Whether it may be changed: NotAllowed, WrongState with "centre.certificate" (isLapsed()).
    Result<CentreCertificate> mayEdit(const Actor &actor, const Centre &centre) const;
    /// \p seen: what the officer was shown; what he left as it was is not written. As mayEdit(), but the contact, and
    /// whether it is public, change whatever the certificate: a consent is taken back at once. A centre is closed
    /// whatever its certificate, too: InvalidValue with "centre.closed" for a day that has not come, "centre.closing"
    /// for one before it opened or before a month that was reported; "centre.opening" for one after such a month. One
    /// that opens again is opened as in mayOpen(). InvalidValue with "contact_agreed_at" for another contact under the
    /// word of the one before.
    Result<Centre> edit(const Actor &actor, const QString &id, const CentreEntry &entry,
                        const std::optional<CentreEntry> &seen = {});
    /// What CentreEntry::contactAgreedAt is to be when a person agrees now; \p before: what stood there.
    QString agreedNow(const QString &before) const;
    /// One that was opened by mistake. WrongState with `where` = "centre.months" when months were reported of it.
    Result<void> remove(const Actor &actor, const QString &id);

private:
    Workspace &m_workspace;
};

} // namespace markaz
