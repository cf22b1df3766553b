// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"
#include "ui/camera.h"

namespace markaz::ui::test {

/// A camera that sees what the test shows it.
class FakeCamera final : public Camera
{
public:
    bool isThere() const override { return there; }
    void start() override { running = true; }
    void stop() override { running = false; }
    void capture() override
    {
        if (broken)
            Q_EMIT failed(makeError(ErrorCode::NotFound, QStringLiteral("unplugged"), QStringLiteral("file.camera")));
        else
            Q_EMIT captured(photo);
    }
    QImage photo; ///< that capture() takes
    bool there = true;
    bool running = false;
    bool broken = false;
};

} // namespace markaz::ui::test
