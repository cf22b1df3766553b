// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/command.h"

namespace markaz::server {

/// Reads a standard's file and says everything that is wrong with it.
class StandardCheckCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("standard check"); }
    QString operands() const override { return QStringLiteral(" FILE"); }
    QString summary() const override
    {
        return QStringLiteral("Checks a standard (JSON or XLSX); names each cell that is wrong.");
    }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

/// Checks a standard's file as StandardCheckCommand does, and publishes what is sound.
class StandardImportCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("standard import"); }
    QString operands() const override { return QStringLiteral(" FILE"); }
    QString summary() const override
    {
        return QStringLiteral("Publishes a new version of the standard (JSON or XLSX), for good.");
    }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

} // namespace markaz::server
