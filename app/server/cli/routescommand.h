// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/command.h"

namespace markaz::server {

class RoutesCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("routes"); }
    QString summary() const override { return QStringLiteral("Lists every address that the server answers."); }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

} // namespace markaz::server
