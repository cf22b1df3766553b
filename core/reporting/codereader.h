// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QStringList>

namespace markaz {

/// What the QR codes say that are to be seen in \p picture, each text once, no more than kMostCodes; empty: none can be
/// read. Held any way round, light on dark too, as a terminal shows it. Whoever hands bytes from elsewhere in bounds
/// the picture first. Takes up to a second for some megapixels; in any thread.
///
/// 2026-11-29: zxing-cpp reads them. ZBar would bring X11, D-Bus and Video4Linux into the program, and stays the other
/// hand that the tests hold our own codes against.
QStringList codesIn(const QImage &picture);

inline constexpr int kMostCodes = 4; ///< more than one is too many wherever one is asked for

} // namespace markaz
