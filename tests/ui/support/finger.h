// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointingDevice>
#include <QTest>

namespace markaz::ui::test {

/// The touch screen of this program: Qt keeps each that it makes for as long as the program runs, so there is one.
inline QPointingDevice *finger()
{
    static QPointingDevice *device = QTest::createTouchDevice();
    return device;
}

} // namespace markaz::ui::test
