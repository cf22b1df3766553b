// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QDate>
#include <QString>

class QPainter;

namespace markaz {

/// All that is printed on a certificate. The printed words count only if the code agrees: fill both from one record.
struct CertificateDocument
{
    QString number;         ///< "PK-2026-000097"
    QString buildingCode;   ///< "SKT-0005"
    QString buildingName;   ///< as recorded, in whichever script
    QString buildingNameUr; ///< second line; empty when it is not recorded
    QString address;        ///< "second floor, Sublime Chowk, Wazirabad Road, Sialkot, Punjab", without the code
    QString grade;          ///< full | provisional
    int seats = 0;
    int tier = 0;
    int scoreBp = 0;
    int passBp = 0;
    QDate inspectedOn;
    QDate validFrom;
    QDate validUntil;
    QDate surveillanceDue; ///< invalid: the row is left out
    QString standardTitle; ///< "Freelancing Centre Facility Standard"
    QString standardTitleUr;
    int standardVersion = 0;
    QString standardHash; ///< hex; its start is printed
    QString officerName;
    QString officerArea; ///< the province's name, "Punjab"
    QString officerAreaUr;
    QString keyId;         ///< "2026-A"
    QString code;          ///< "MKZ1:...", the QR code's text
    QString verifyAddress; ///< "https://HOST/verify/PK-2026-000097"
    bool sample = false;
};

/// A4 in units of 1/96 inch: paintCertificate() paints within (0, 0, 794, 1123) of the painter's coordinates.
inline constexpr int kCertificateWidth = 794;
inline constexpr int kCertificateHeight = 1123;

/// Paints the certificate on any painter, scaled by the painter's own transform (a preview scales to its widget).
/// TooLarge when the code fits in no QR code. Needs a QGuiApplication, for the fonts.
Result<void> paintCertificate(QPainter &painter, const CertificateDocument &document);

/// One A4 page, fonts embedded, titled with the number. The file appears whole or not at all. StorageFailed (`where` =
/// the path) when it cannot be written.
Result<void> writeCertificatePdf(const CertificateDocument &document, const QString &path);

} // namespace markaz
