// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace markaz {

/// The family to set Urdu in: Noto Nastaliq Urdu, mended in memory and registered with the application, in the weights
/// Normal and Bold; "Noto Nastaliq Urdu" itself when it is not installed and the system has to find a substitute. The
/// first call registers it. Needs a QGuiApplication.
///
/// 2026-11-24: Qt 6.4 reads attachment points that a font gives by the number of a point of the outline (GPOS anchor
/// format 2) with the vertical axis upside down, and Nastaliq, whose words climb and fall, comes out torn apart. The
/// coordinates stand beside the number in the same table, so the mended font says "format 1" and all is well, with a
/// later Qt too. Debian's Bold also claims the weight of the Regular, so that the one was taken for the other.
QString urduFontFamily();

/// \p gpos with every anchor of format 2 made one of format 1. Anything that is no GPOS table of version 1 comes back
/// unchanged.
QByteArray withCoordinateAnchors(QByteArray gpos);

} // namespace markaz
