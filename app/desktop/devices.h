// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/camera.h"
#include "ui/positionreceiver.h"

#include <memory>

namespace markaz::desktop {

/// The camera of this laptop; null where the program was built without Qt Multimedia.
std::unique_ptr<ui::Camera> laptopCamera();

/// GPS receivers on serial lines; null where the program was built without Qt Positioning or Qt SerialPort.
std::unique_ptr<ui::PositionReceiver> laptopReceiver();

} // namespace markaz::desktop
