// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/positionreceiver.h"

namespace markaz::ui::test {

/// A GPS receiver that finds itself when the test says so.
class FakeReceiver final : public PositionReceiver
{
public:
    QStringList devices() const override { return names; }
    void ask(const QString &device) override { asked = device; }
    void stop() override { asked.clear(); }
    QStringList names{QStringLiteral("ttyACM0")};
    QString asked;
};

} // namespace markaz::ui::test
