// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"
#include "core/storage/database.h"

#include <QDate>
#include <QDateTime>

namespace markaz {

/// An appeal against a suspension or a revocation that nobody has decided yet.
struct AppealRow
{
    QString id; ///< of the decision that records it; not always on this laptop
    QString certificateId;
    QString number;
    CertificateState state = CertificateState::Suspended; ///< what it is against
    QDate validUntil;
    QString buildingId;
    QString buildingCode;
    QString buildingName;
    int cityId = 0;
    QString city; ///< its Latin name
    QString reason;
    QDateTime recordedAt;
    QString recordedBy;    ///< the officer's name; empty where it is not known here
    bool owed = false;     ///< recorded here, and the server has not taken it yet
    bool answered = false; ///< decided here, and the server has not taken that yet

    /// Whether number, code, name of the building or city hold \p text, as it may be typed.
    bool holds(const QString &text) const;
};

/// Open appeals, of this laptop's people and of others.
class AppealRepository
{
public:
    explicit AppealRepository(Database &database)
        : m_database(database)
    {
    }
    /// Those of certificates that are suspended or revoked, the oldest first; one whose validity has passed is among
    /// them until the server says so.
    Result<QList<AppealRow>> open() const;
    /// As refusedDecisions() of core/workflow/appeals.h has them.
    Result<QList<std::pair<QString, QString>>> refused() const;

private:
    Database &m_database;
};

} // namespace markaz
