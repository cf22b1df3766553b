// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporting/certificatepdf.h"

#include <QList>

namespace markaz {

/// The words of the certificate in both its languages. They are part of the document and not of the program's
/// translation: whoever holds it reads both.
struct CertificateLine
{
    QString labelEn;
    QString valueEn;
    QString valueUr;
    QString labelUr;
};

QString statementEn(const CertificateDocument &document);
QString statementUr(const CertificateDocument &document);
QList<CertificateLine> certificateLines(const CertificateDocument &document);

QString dateEn(const QDate &day); ///< "9 July 2026"
QString dateUr(const QDate &day); ///< the month in Urdu, digits Latin and isolated
/// Basis points as percent, exactly and without trailing zeros: 8390 -> "83.9".
QString percent(int basisPoints);

} // namespace markaz
