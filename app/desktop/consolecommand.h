// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/profile.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <memory>
#include <optional>
#include <vector>

namespace markaz::desktop {

/// What the program is called and which version it is, where settings and folders are looked for; before anything else.
void nameProgram();

/// The frame of a command without a window, `markaz NAME [options]`: the application, the parser with --help and
/// --profile, and how it ends. Each command adds its own options, then asks parse().
class ConsoleCommand
{
public:
    /// What a command needs fonts for. Pages are drawn without a screen: the application is a QApplication then, on
    /// Qt's offscreen platform, whatever the environment says.
    enum class Draws { Nothing, Pages };
    /// Whether the command reads a person's records, so that --profile says whose, or its arguments alone.
    enum class Reads { Profile, Arguments };

    /// \p name "sync"; argv[1] is it, or its last word where it has two ("finance schedule"). \p about stands in its
    /// --help. \p argc and \p argv outlive this.
    ConsoleCommand(int argc, char *argv[], const char *name, const QString &about, Draws draws = Draws::Nothing,
                   Reads reads = Reads::Profile);

    QCoreApplication &app() { return *m_app; }
    QCommandLineParser &parser() { return m_parser; }
    enum class Takes { Options, Names };
    /// The exit status where there is nothing more to do: after --help (0), or wrong options (kUsage). A name is a
    /// wrong option where the command \p takes options alone.
    std::optional<int> parse(Takes takes = Takes::Options);
    /// The folder of the profile: --profile, else the desktop's place for application data.
    QString profile() const;
    /// The profile in it. Nothing where it cannot be used, which is said on standard error.
    std::optional<Profile> openProfile() const;
    bool isSet(const QCommandLineOption &option) const { return m_parser.isSet(option); }
    QString value(const QCommandLineOption &option) const { return m_parser.value(option); }

    /// Says \p sentence on standard error, and what to look at; kUsage.
    int wrongUse(const QString &sentence) const;
    static constexpr int kUsage = 2; ///< of every command

private:
    QByteArray m_called; ///< "markaz sync": what --help names
    std::vector<char *> m_arguments;
    int m_count;
    std::unique_ptr<QCoreApplication> m_app;
    QCommandLineParser m_parser;
    QCommandLineOption m_profile;
};

/// Says \p sentence on standard error.
void sayError(const QString &sentence);

} // namespace markaz::desktop
