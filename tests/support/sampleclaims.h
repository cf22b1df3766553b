// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/certificatepayload.h"

namespace markaz::test {

/// What the certificate PK-2026-\p number of a sample building states: full, 70 seats, 15 July 2026 to 14 July 2028.
inline CertificateClaims sampleClaims(int number)
{
    CertificateClaims c;
    c.number = QStringLiteral("PK-2026-%1").arg(number, 6, 10, QLatin1Char('0'));
    c.buildingCode = QStringLiteral("SKT-0005");
    c.buildingName = QStringLiteral("Sample Chowk Office Floor");
    c.buildingPlace = QStringLiteral("Sialkot, Punjab");
    c.grade = QStringLiteral("full");
    c.seats = 70;
    c.tier = 2;
    c.scoreBp = 8390;
    c.validFrom = QDate(2026, 7, 15);
    c.validUntil = QDate(2028, 7, 14);
    c.standard = QStringLiteral("freelancing-centre-facility");
    c.standardVersion = 1;
    c.issuedAt = QDateTime(QDate(2026, 7, 15), QTime(9, 30), Qt::UTC);
    return c;
}

} // namespace markaz::test
