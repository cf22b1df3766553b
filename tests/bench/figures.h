// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QElapsedTimer>
#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

namespace markaz::bench {

struct Options
{
    bool small = false; ///< a tenth of the work: does it run at all?
    quint64 seed = 7;
    QString workFolder; ///< on a real disk; databases are made in it and removed

    int inspections() const { return small ? 200 : 2'000; } ///< n of W(n)
    int repetitions() const { return 5; }
};

struct Spread
{
    double min = 0;
    double median = 0;
    double max = 0;
};

Spread spreadOf(QList<double> values);
/// The value that \p share (0-1) of \p values do not exceed.
double percentile(QList<double> values, double share);

struct Bound
{
    enum class Kind { AtMost, AtLeast };
    Kind kind = Kind::AtMost;
    double value = 0;
};

/// One thing measured, over all repetitions. Its median is held against its bounds.
struct Figure
{
    QString name;
    QString unit; ///< "x", "%", "us", "ms", "/s", "MiB"
    QList<double> values;
    std::optional<Bound> must;
    std::optional<Bound> target;

    bool missed(const std::optional<Bound> &bound) const;
};

struct Outcome
{
    QString name;      ///< token: "answer-commit"
    QString title;     ///< one line
    QString reference; ///< what stands beside it in the same run
    QList<Figure> figures;
    QStringList notes; ///< sizes and anything that explains the figures
};

struct Took
{
    double seconds = 0;
    double processor =
        0; ///< seconds of this program's own processor time; what others took of the machine is not in it
};

/// Seconds of processor time that the process \p pid has taken so far, all its threads together.
Result<double> processorSecondsOf(qint64 pid);
/// What \p work takes; its error when it fails.
Result<Took> timed(const std::function<Result<void>()> &work);

using Benchmark = Result<Outcome> (*)(const Options &);
Result<Outcome> answerCommit(const Options &options);
Result<Outcome> scoring(const Options &options);
Result<Outcome> scenario(const Options &options);
Result<Outcome> push(const Options &options);
Result<Outcome> pull(const Options &options);
Result<Outcome> buildingList(const Options &options);
Result<Outcome> map(const Options &options);
Result<Outcome> openInspection(const Options &options);
Result<Outcome> importing(const Options &options);
Result<Outcome> exporting(const Options &options);
Result<Outcome> dashboard(const Options &options);
Result<Outcome> failingItems(const Options &options);

/// Writes report.md and report.json into \p folder; the Markdown text.
Result<QString> writeReport(const QString &folder, const Options &options, const QList<Outcome> &outcomes);

} // namespace markaz::bench
