// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/nmeasentence.h"

#include <QList>

#include <cmath>

namespace markaz::desktop {

bool nmea::isSentence(const QByteArray &line)
{
    const qsizetype star = line.lastIndexOf('*');
    if (!line.startsWith('$') || star < 0)
        return false;
    int sum = 0;
    for (qsizetype i = 1; i < star; ++i)
        sum ^= static_cast<uchar>(line.at(i));
    bool ok = false;
    return line.mid(star + 1, 2).toInt(&ok, 16) == sum && ok;
}

std::optional<double> nmea::radiusOf(const QByteArray &line)
{
    const QList<QByteArray> cells = line.left(line.lastIndexOf('*')).split(',');
    if (cells.size() < 8 || !cells.first().endsWith("GST"))
        return std::nullopt;
    bool north = false;
    bool east = false;
    const double radius = 2 * std::hypot(cells[6].toDouble(&north), cells[7].toDouble(&east));
    return north && east && radius > 0 && std::isfinite(radius) ? std::optional(radius) : std::nullopt;
}

} // namespace markaz::desktop
