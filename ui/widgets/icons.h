// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QIcon>

#include <optional>

class QPainter;

/// Icons by freedesktop name from the Breeze icon theme, and Markaz's own (resources/icons): building, logo,
/// check-disc, check-ring, check, cross, octagon-cross, triangle, half-disc, dashed-ring, ring, minus-ring, person,
/// eye, ribbon, clock, info-disc, off, up, conflict, chevron-down, better, worse. All have one colour, which is the
/// theme's at the time of painting, so that they follow a change of theme; arrows of direction are mirrored in a
/// right-to-left layout.
namespace markaz::ui {

/// In the text colour (the rail, buttons, menus); disabled in text3.
QIcon icon(const QString &name);
QIcon icon(const QString &name, Colour colour);
QIcon icon(const QString &name, Status status); ///< in the status's text colour

/// Paints \p name into the square at the middle of \p rect, \p size px wide.
void paintIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &colour, int size = 16);

/// The SVG of an icon in its stored colours; nullopt when neither Markaz nor the Breeze theme has it.
std::optional<QByteArray> iconSource(const QString &name, int size);

} // namespace markaz::ui
