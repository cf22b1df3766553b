// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/certificateview.h"

#include <QDateTime>

namespace markaz::server {

/// What the page says.
struct VerifyPage
{
    PublicCheck check; ///< its number is at most 40 characters; with nothing asked the page is only the form
    QDateTime asOf;
    bool urdu = false;
};

/// The page's HTML: no script, one style sheet inside, every value escaped.
QByteArray verifyHtml(const VerifyPage &page);
/// The page of who asks too often.
QByteArray tooManyHtml(bool urdu);
/// The page of who sends more than a form holds.
QByteArray tooLargeHtml(bool urdu);
/// What the page says, for programs: {"verdict", "about", "number", "code", "register", "since", "as_of"}.
QJsonObject verifyJson(const VerifyPage &page);
/// The Content-Security-Policy that allows exactly that style sheet and the form.
QByteArray verifyPolicy();

} // namespace markaz::server
