// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>

#include <sys/resource.h>

namespace markaz::test {

/// No file of this process grows beyond \p bytes for as long as it lives: what is beyond is refused as by a full disk.
class Room
{
public:
    explicit Room(rlim_t bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit now = m_before;
        now.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~Room()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Room(const Room &) = delete;
    Room &operator=(const Room &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

} // namespace markaz::test
