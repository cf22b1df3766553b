// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QDeadlineTimer>
#include <QImage>

#include <stop_token>

namespace markaz::ui {

inline constexpr qint64 kMaxPdf = 32 * 1024 * 1024; ///< bytes; a scanned page has one or two MiB
inline constexpr int kMostPdfPages = 3;             ///< a certificate is one page; a covering letter may lie before it

/// One page, \p page from 1, of a PDF that came from anywhere, grey, its longer side kPdfPixels; null behind the last
/// page. In any thread; a second or so. After \p deadline, and when \p stop says so, it is given up.
///
/// 2026-11-29: poppler's pdftoppm draws it, in a process of its own with little memory and time: what a hostile PDF
/// does to it does nothing to this one; it keeps this user's rights. Qt Pdf would bring PDFium into this one. Where
/// pdftoppm is not installed there is `where` = "code.pdf" (NotFound), and pictures and texts are read all the same.
/// Malformed with "code.damaged" for what it cannot draw: broken, locked with a password, or too slow.
Result<QImage> drawPdfPage(const QByteArray &pdf, int page, const QDeadlineTimer &deadline,
                           const std::stop_token &stop = {});

inline constexpr int kPdfPixels = 3300; ///< 280 dpi of an A4 page
inline constexpr int kPdfSeconds = 20;  ///< for all pages of one

} // namespace markaz::ui
