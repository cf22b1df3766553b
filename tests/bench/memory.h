// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QFile>

#include <functional>

#include <malloc.h>

namespace markaz::bench {

/// A line of this process' status in MiB (proc(5)): "VmRSS:" is held now, "VmHWM:" the most since forgetPeak().
inline Result<double> memory(const char *line)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::Internal, file.errorString(), file.fileName());
    const QByteArray status = file.readAll();
    const qsizetype at = status.indexOf(line);
    if (at < 0)
        return makeError(ErrorCode::Malformed, QString::fromLatin1(line), file.fileName());
    return status.mid(at + static_cast<qsizetype>(qstrlen(line)), 20).trimmed().split(' ').first().toDouble() / 1024;
}

/// From here on the peak counts anew (proc(5), clear_refs); what is free already is given back first.
inline Result<void> forgetPeak()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (!file.open(QIODevice::WriteOnly) || file.write("5") != 1 || !file.flush())
        return makeError(ErrorCode::Internal, file.errorString(), file.fileName());
    return {};
}

/// How much more \p work held at most than there was when it began, in MiB; its error when it fails.
inline Result<double> memoryOf(const std::function<Result<void>()> &work)
{
    if (auto forgotten = forgetPeak(); !forgotten)
        return forgotten.error();
    auto before = memory("VmRSS:");
    if (!before)
        return before;
    if (auto done = work(); !done)
        return done.error();
    const auto most = memory("VmHWM:");
    return most ? Result<double>(*most - *before) : most;
}

} // namespace markaz::bench
