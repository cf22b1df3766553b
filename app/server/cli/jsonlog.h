// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace markaz::server {

/// While it lives, everything that the process logs goes to stderr as one JSON object a line: time, level, category,
/// and message, or the members of the message where that is a JSON object itself (lcRequest). Only `serve` uses it: the
/// other commands speak to a person. One at a time: the message handler is the process's.
class JsonLog
{
public:
    JsonLog();
    ~JsonLog();
    JsonLog(const JsonLog &) = delete;
    JsonLog &operator=(const JsonLog &) = delete;

private:
    QtMessageHandler m_before;
};

} // namespace markaz::server
