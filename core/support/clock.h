// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QDateTime>

namespace markaz {

/// Where "now" comes from: tests hand in a fixed one.
class Clock
{
public:
    virtual ~Clock() = default;
    /// The present moment in UTC.
    virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override;
};

/// Stands still until it is told to move; for tests and for the seeded sample generator.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(const QDateTime &start)
        : m_now(start.toUTC())
    {
    }
    QDateTime now() const override { return m_now; }
    void advance(qint64 milliseconds) { m_now = m_now.addMSecs(milliseconds); }
    void set(const QDateTime &now) { m_now = now.toUTC(); }

private:
    QDateTime m_now;
};

/// UTC, ISO 8601 with milliseconds: "2026-11-23T09:00:00.000Z", the only form stored or sent.
QString toIso(const QDateTime &time);
Result<QDateTime> fromIso(const QString &text);
/// The form of HTTP's fields (RFC 9110): "Tue, 24 Nov 2026 06:00:00 GMT".
QByteArray httpDate(const QDateTime &time);

} // namespace markaz
