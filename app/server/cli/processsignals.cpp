// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/processsignals.h"

#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace {

// What a signal handler may touch: lock-free flags and a pipe's end.
std::atomic<bool> stopSeen = false;
std::atomic<bool> reloadSeen = false;
std::array<int, 2> signalPipe{-1, -1};

void onSignal(int number)
{
    (number == SIGHUP ? reloadSeen : stopSeen) = true;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[1], &byte, 1);
}

constexpr std::array<int, 3> kSignals{SIGTERM, SIGINT, SIGHUP};

} // namespace

namespace markaz::server {

ProcessSignals::ProcessSignals()
{
    if (::pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("no pipe for the signals");
    m_notifier = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        std::array<char, 64> seen{};
        while (::read(signalPipe[0], seen.data(), seen.size()) > 0) {
        }
        if (reloadSeen.exchange(false))
            Q_EMIT reloadAsked();
        if (stopSeen)
            Q_EMIT stopAsked();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int number : kSignals)
        sigaction(number, &action, nullptr);
}

ProcessSignals::~ProcessSignals()
{
    for (const int number : kSignals)
        std::signal(number, SIG_DFL);
    m_notifier.reset();
    ::close(signalPipe[0]);
    ::close(signalPipe[1]);
    signalPipe = {-1, -1};
}

bool ProcessSignals::stopWasAsked() const
{
    return stopSeen;
}

} // namespace markaz::server
