// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

/// What nmeareceiver.h reads of a receiver's sentences itself.
namespace markaz::desktop::nmea {

/// "$...*hh" whose checksum is right.
bool isSentence(const QByteArray &line);
/// The radius that holds 95 of 100 fixes, of a GST sentence: two sigma of both axes together.
std::optional<double> radiusOf(const QByteArray &line);

} // namespace markaz::desktop::nmea
