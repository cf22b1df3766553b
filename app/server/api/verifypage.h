// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/certificateview.h"

#include <QDateTime>

namespace markaz::server {

/// What the page says.
struct VerifyPage
{
    QString number; ///< as asked, at most 40 characters; empty: only the form
    std::optional<CertificateView> certificate;
    CodeCheck code = CodeCheck::NotGiven;
    QDateTime asOf;
    bool urdu = false;
};

/// The page's HTML: no script, one style sheet inside, every value escaped.
QByteArray verifyHtml(const VerifyPage &page);
/// The Content-Security-Policy that allows exactly that style sheet and the form.
QByteArray verifyPolicy();

} // namespace markaz::server
