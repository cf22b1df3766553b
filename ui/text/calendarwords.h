// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

/// What a calendar says beside ui/text/format.h; in format.cpp, with the names.
namespace markaz::ui::format {

QString longMonth(const QDate &date); ///< "April 2022"
QString weekday(int day);             ///< 1, "Monday", to 7

} // namespace markaz::ui::format
