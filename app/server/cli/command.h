// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/store.h"

#include <QCommandLineParser>

#include <memory>
#include <vector>

namespace markaz::server {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kWrongUsage = 2;

/// One command of markaz-server. It declares its options, and runs with them once they have been understood.
class Command
{
public:
    virtual ~Command() = default;
    virtual QString name() const = 0;    ///< "account add"
    virtual QString summary() const = 0; ///< one line
    /// What stands behind the options in its usage: " FILE".
    virtual QString operands() const { return {}; }
    virtual QString examples() const = 0;
    virtual void declare(QCommandLineParser &parser) const = 0;
    virtual int run(const QCommandLineParser &parser) = 0;
};

/// Every command, in the order of the help.
std::vector<std::unique_ptr<Command>> allCommands();

/// --data and --database, which every command takes.
void declareStore(QCommandLineParser &parser);
/// Whether a command may begin a store where there is none. What only reads or judges one must not: a folder that was
/// typed wrong would answer that all is well.
enum class StoreUse { MustBeThere, MayBegin };

/// The store they name; nothing (and the sentence was said) when neither is given, or there is none where one must be.
std::optional<StoreLocation> storeOf(const QCommandLineParser &parser, StoreUse use = StoreUse::MustBeThere);

/// Words for people: a line on stdout, a line on stderr. Both are flushed.
void say(const QString &line);
int fail(const QString &line, int code = kFailed);
/// What an Error means, as a sentence for whoever runs the server.
QString sentenceOf(const Error &error);

} // namespace markaz::server
