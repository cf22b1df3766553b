// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"

#include <QByteArray>

#include <array>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace markaz::server {

/// What the HTTP front knows of itself.
struct FrontFigures
{
    qint64 waiting = 0;     ///< requests that no worker has begun
    qint64 connections = 0; ///< open ones
    qint64 refused = 0;     ///< requests that the front turned away by itself, ever
};

/// What the store tells at the moment of asking.
struct StoreFigures
{
    qint64 sequence = 0;       ///< the feed's newest number
    qint64 records = 0;        ///< records in the feed, the deleted ones too
    qint64 quarantined = 0;    ///< changes kept for the officer
    qint64 contradictions = 0; ///< witnesses that the audit chain contradicts
    qint64 checkpoint = 0;     ///< the entry that the newest checkpoint stands at
};

/// \p method as it may stand in a log or a label: those that anybody can invent are "other".
QString knownMethod(const QByteArray &method);

/// What the server counts of its own work, and Prometheus' text form of it. Thread-safe. It knows routes, statuses and
/// outcomes and nothing of persons. A process's own: it starts from nothing with the process, as Prometheus expects.
class Metrics
{
public:
    Metrics();

    /// \p route is the pattern ("/verify/{number}"), empty for an address that is none; never the path itself.
    void requested(const QByteArray &method, const QString &route, int status, std::chrono::microseconds took);
    void pushed(Outcome outcome);
    /// A change of a revoked device was not kept.
    void quarantineWasFull();
    /// A laptop handed in what it kept of the audit chain.
    void witnessed(bool contradicts);
    enum class SignInFailure { Wrong, Slowed };
    void signInFailed(SignInFailure why);
    /// An upload that came whole (Done), was dropped because it is not what was announced (Refused), and its bytes.
    enum class Upload { Done, Refused };
    void uploaded(Upload how, qint64 bytes);
    /// Asks \p figures at each scrape, from the thread that scrapes.
    void watchFront(std::function<FrontFigures()> figures);

    /// Version 0.0.4 of the text format. \p store is missing when the store cannot be reached.
    QByteArray text(const std::optional<StoreFigures> &store, const QString &version) const;

private:
    static constexpr std::array<double, 11> kBounds{0.005, 0.01, 0.025, 0.05, 0.1, 0.25,
                                                    0.5,   1,    2.5,   5,    10}; ///< seconds
    struct Latency
    {
        std::array<quint64, kBounds.size()> within{}; ///< each counts those below it too
        quint64 count = 0;
        double seconds = 0;
    };
    using Labels = std::string; ///< as they stand between the braces

    mutable std::mutex m_mutex;
    std::map<Labels, quint64> m_requests;
    std::map<Labels, Latency> m_latencies;
    std::map<Outcome, quint64> m_outcomes;
    std::array<quint64, 2> m_signInFailures{};
    std::array<quint64, 2> m_uploads{};
    std::array<quint64, 2> m_witnesses{};
    quint64 m_uploadBytes = 0;
    quint64 m_quarantineFull = 0;
    std::function<FrontFigures()> m_front;
    double m_startedAt = 0; ///< seconds since 1970
};

} // namespace markaz::server
