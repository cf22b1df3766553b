// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/carriedmonth.h"
#include "core/domain/centre.h"
#include "core/storage/database.h"

#include <QDate>

#include <optional>

namespace markaz {

/// The certificate that a centre stands on: the one in force, else the newest of its building.
struct CentreCertificate
{
    QString id; ///< empty: the building has none on this laptop
    QString number;
    QString grade; ///< token
    int seats = 0;
    CertificateState state = CertificateState::Issued;
    QDate issued; ///< the day of the programme
    QDate validUntil;
    QDate surveillanceDue;          ///< invalid for a provisional one
    bool surveillanceMade = false;  ///< a visit of that kind was handed in since it was issued
    bool surveillanceGiven = false; ///< an inspector is to make it

    CertificateStage stage(const QDate &today) const
    {
        return id.isEmpty() ? CertificateStage::None : stageAt(state, validUntil, today);
    }
};

/// One row of the centres table. What is sealed stands in the record.
struct CentreRow
{
    QString id;
    QString buildingId;
    QString buildingCode;
    QString buildingName;
    QString name;
    int cityId = 0;
    QString city;     ///< in Latin letters
    QString province; ///< ISO 3166-2
    int seats = 0;
    qint64 seatRatePaisa = 0;
    QDate closedOn; ///< invalid: it is open
    CentreCertificate certificate;
    QString lastMonth; ///< "2026-10"; empty: nothing was reported
    int lastSeats = 0;
    int lastTaken = 0;
    bool owed = false; ///< a change of it or of a month has not been taken by the server yet

    bool isClosed() const { return closedOn.isValid(); }
    /// Whether it has more seats than are certified since its certificate was renewed for fewer.
    bool hasTooManySeats() const { return !certificate.id.isEmpty() && seats > certificate.seats; }
    std::optional<int> occupancyBp() const { return centre::shareBp(lastTaken, lastSeats); }
    /// Whether its name, its building's code or name, or its city holds \p text, whatever the letters' case.
    bool holds(const QString &text) const;
};

/// A building where a centre may be opened.
struct OpenableBuilding
{
    QString id;
    QString code;
    QString name;
    int cityId = 0;
    QString city;   ///< in Latin letters
    QString number; ///< of the certificate
    int seats = 0;  ///< that it certifies
};

/// Centres of the laptop's scope and their months. A building and those that were merged into it are one.
class CentreRepository
{
public:
    explicit CentreRepository(Database &database)
        : m_database(database)
    {
    }

    /// The most that a seat a month is to cost, in paisa, as the policy in force on \p day has it; \p known, of the
    /// version \p version, where none newer was published.
    Result<qint64> rateCeiling(int version, qint64 known, const QDate &day) const;
    /// All of them, by name.
    Result<QList<CentreRow>> rows(const QDate &today) const;
    /// One of them; NotFound without it.
    Result<CentreRow> row(const QString &id, const QDate &today) const;
    /// How many of them are overdue on \p today as centreReminders() says it, without reading them.
    Result<int> overdue(const QDate &today) const;
    /// The query of the rows that \p where names; the first value that it binds is the day.
    static QString query(const QString &where);
    /// The certificate that carries a centre at the building today; nothing when none does.
    Result<std::optional<CentreCertificate>> carrying(const QString &buildingId, const QDate &today) const;
    /// All certificates that the building has or had, as they bear on the months of a centre there.
    Result<QList<MonthCarrier>> carriers(const QString &buildingId, const QDate &today) const;
    /// How the certificate of the building stands that a centre would go by.
    Result<CentreCertificate> certificateOf(const QString &buildingId, const QDate &today) const;
    /// The centre of the building that is open; nothing when it has none.
    Result<std::optional<QString>> centreOf(const QString &buildingId) const;
    /// By the code of its building, of one that was merged into that, or by its own name where that is one centre's
    /// alone, whatever its letters' case. A closed one is meant by its name where no open one is called so.
    Result<std::optional<QString>> named(const QString &codeOrName) const;
    /// Ids of the months that were reported, the newest first.
    Result<QStringList> months(const QString &centreId) const;
    /// The months that were reported, as "2026-10", the oldest first.
    Result<QStringList> reportedMonths(const QString &centreId) const;
    /// When the building's other centres were or are open; \p centreId: the one that is left out, or "".
    Result<QList<OpenDays>> openDaysBeside(const QString &buildingId, const QString &centreId) const;
    Result<std::optional<QString>> reportOf(const QString &centreId, const QString &month) const;
    /// Buildings with a certificate that carries a centre and none that is open, by code; at most \p most whose code,
    /// name or city holds \p text.
    Result<QList<OpenableBuilding>> openable(const QString &text, const QDate &today, int most) const;

private:
    Result<QList<CentreRow>> read(const QString &where, const QVariantList &values, const QDate &today) const;
    Result<std::optional<QString>> first(const QString &sql, const QVariantList &values) const;
    Database &m_database;
};

} // namespace markaz
