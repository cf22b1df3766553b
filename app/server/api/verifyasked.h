// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrlQuery>

namespace markaz::server {

/// What somebody asks the public page.
struct VerifyAsked
{
    QString number; ///< in capitals, at most 40 characters; of the address, or else of the form
    QString code;   ///< as it was scanned
    bool urdu = false;
};

/// The fields of the page's form as a browser posts it.
QUrlQuery formOf(const QByteArray &body);
/// \p query: of the address, or the form's fields.
VerifyAsked askedIn(const QUrlQuery &query, const QString &path);

} // namespace markaz::server
