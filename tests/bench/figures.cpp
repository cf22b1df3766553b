// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <ctime>

#include <unistd.h>

namespace markaz::bench {
namespace {

double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

} // namespace

double percentile(QList<double> values, double share)
{
    if (values.isEmpty())
        return std::nan("");
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<qsizetype>(std::ceil(share * static_cast<double>(values.size())));
    return values.at(std::clamp<qsizetype>(rank - 1, 0, values.size() - 1));
}

Spread spreadOf(QList<double> values)
{
    std::sort(values.begin(), values.end());
    if (values.isEmpty())
        return {std::nan(""), std::nan(""), std::nan("")};
    const qsizetype middle = values.size() / 2;
    const double median = values.size() % 2 == 1 ? values.at(middle) : (values.at(middle - 1) + values.at(middle)) / 2;
    return {values.first(), median, values.last()};
}

bool Figure::missed(const std::optional<Bound> &bound) const
{
    if (!bound)
        return false;
    const double median = spreadOf(values).median;
    const bool holds = bound->kind == Bound::Kind::AtMost ? median <= bound->value : median >= bound->value;
    return !holds; // also when nothing was measured
}

Result<double> processorSecondsOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::Internal, file.errorString(), file.fileName());
    const QByteArray stat = file.readAll();
    // proc(5): the second field is the name in parentheses; user and system time are the 14th and 15th.
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 13)
        return makeError(ErrorCode::Malformed, QString::fromLatin1(stat), file.fileName());
    return static_cast<double>(fields.at(11).toLongLong() + fields.at(12).toLongLong()) /
           static_cast<double>(sysconf(_SC_CLK_TCK));
}

Result<Took> timed(const std::function<Result<void>()> &work)
{
    QElapsedTimer clock;
    clock.start();
    const double before = processorSeconds();
    if (auto done = work(); !done)
        return done.error();
    return Took{static_cast<double>(clock.nsecsElapsed()) / 1e9, processorSeconds() - before};
}

} // namespace markaz::bench
