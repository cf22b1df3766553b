// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/metrics.h"

#include <QDateTime>
#include <QFile>

#include <unistd.h>

namespace markaz::server {
namespace {

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 15);
}

/// Writes families in the text format: its two lines of description, then its samples.
class Page
{
public:
    void family(const char *name, const char *type, const char *help)
    {
        m_name = name;
        m_text += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
    }
    void sample(double value, const QByteArray &labels = {}, const char *suffix = "")
    {
        m_text += m_name + suffix;
        if (!labels.isEmpty())
            m_text += '{' + labels + '}';
        m_text += ' ' + number(value) + '\n';
    }
    void single(const char *name, const char *type, const char *help, double value)
    {
        family(name, type, help);
        sample(value);
    }
    const QByteArray &text() const { return m_text; }

private:
    QByteArray m_name;
    QByteArray m_text;
};

QByteArray label(const char *name, const QByteArray &value)
{
    QByteArray escaped = value;
    escaped.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return name + QByteArrayLiteral("=\"") + escaped + '"';
}

double residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE));
}

} // namespace

QString knownMethod(const QByteArray &method)
{
    for (const char *known : {"GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"}) {
        if (method == known)
            return QLatin1String(known);
    }
    return QStringLiteral("other");
}

Metrics::Metrics()
    : m_startedAt(static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000.0)
{
}

void Metrics::requested(const QByteArray &method, const QString &route, int status, std::chrono::microseconds took)
{
    const QByteArray routeLabel = label("route", route.isEmpty() ? QByteArrayLiteral("none") : route.toUtf8());
    const QByteArray labels = label("method", knownMethod(method).toLatin1()) + ',' + routeLabel + ',' +
                              label("status", QByteArray::number(status));
    const double seconds = std::chrono::duration<double>(took).count();
    const std::lock_guard lock(m_mutex);
    ++m_requests[labels.toStdString()];
    Latency &latency = m_latencies[routeLabel.toStdString()];
    for (size_t i = 0; i < kBounds.size(); ++i)
        latency.within.at(i) += seconds <= kBounds.at(i) ? 1 : 0;
    ++latency.count;
    latency.seconds += seconds;
}

void Metrics::pushed(Outcome outcome)
{
    const std::lock_guard lock(m_mutex);
    ++m_outcomes[outcome];
}

void Metrics::quarantineWasFull()
{
    const std::lock_guard lock(m_mutex);
    ++m_quarantineFull;
}

void Metrics::witnessed(bool contradicts)
{
    const std::lock_guard lock(m_mutex);
    ++m_witnesses.at(contradicts ? 1 : 0);
}

void Metrics::signInFailed(SignInFailure why)
{
    const std::lock_guard lock(m_mutex);
    ++m_signInFailures.at(why == SignInFailure::Wrong ? 0 : 1);
}

void Metrics::uploaded(Upload how, qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    ++m_uploads.at(how == Upload::Done ? 0 : 1);
    m_uploadBytes += static_cast<quint64>(bytes);
}

void Metrics::watchFront(std::function<FrontFigures()> figures)
{
    const std::lock_guard lock(m_mutex);
    m_front = std::move(figures);
}

QByteArray Metrics::text(const std::optional<StoreFigures> &store, const QString &version) const
{
    Page page;
    const std::lock_guard lock(m_mutex);
    page.family("markaz_build_info", "gauge", "The version that runs.");
    page.sample(1, label("version", version.toUtf8()));
    page.family("markaz_http_requests_total", "counter", "Requests answered, by method, route and status.");
    for (const auto &[labels, count] : m_requests)
        page.sample(static_cast<double>(count), QByteArray::fromStdString(labels));
    page.family("markaz_http_request_duration_seconds", "histogram",
                "Time from a worker's beginning to the reply, by route.");
    for (const auto &[labels, latency] : m_latencies) {
        const QByteArray route = QByteArray::fromStdString(labels);
        for (size_t i = 0; i < kBounds.size(); ++i)
            page.sample(static_cast<double>(latency.within.at(i)), route + ',' + label("le", number(kBounds.at(i))),
                        "_bucket");
        page.sample(static_cast<double>(latency.count), route + ',' + label("le", "+Inf"), "_bucket");
        page.sample(latency.seconds, route, "_sum");
        page.sample(static_cast<double>(latency.count), route, "_count");
    }
    page.family("markaz_push_changes_total", "counter", "Pushed changes, by their outcome.");
    for (const Outcome outcome : allValues<Outcome>()) {
        const auto it = m_outcomes.find(outcome);
        page.sample(it == m_outcomes.end() ? 0 : static_cast<double>(it->second),
                    label("outcome", token(outcome).toUtf8()));
    }
    page.single("markaz_quarantine_full_total", "counter",
                "Changes of revoked devices that were not kept, because the device's share of the quarantine was full.",
                static_cast<double>(m_quarantineFull));
    page.family("markaz_sign_in_failures_total", "counter",
                "Sign-ins refused: a wrong name or password, or too many before it.");
    page.sample(static_cast<double>(m_signInFailures.at(0)), label("reason", "wrong"));
    page.sample(static_cast<double>(m_signInFailures.at(1)), label("reason", "slowed"));
    page.family("markaz_audit_witnesses_total", "counter",
                "Checkpoints that laptops kept and handed in, by whether the audit chain contradicts them.");
    page.sample(static_cast<double>(m_witnesses.at(0)), label("result", "taken"));
    page.sample(static_cast<double>(m_witnesses.at(1)), label("result", "contradicts"));
    page.family("markaz_uploads_total", "counter",
                "Files that came whole, and those that were not what was announced.");
    page.sample(static_cast<double>(m_uploads.at(0)), label("result", "done"));
    page.sample(static_cast<double>(m_uploads.at(1)), label("result", "refused"));
    page.single("markaz_upload_bytes_total", "counter", "Bytes of files taken.", static_cast<double>(m_uploadBytes));
    if (m_front) {
        const FrontFigures front = m_front();
        page.single("markaz_workers_queue", "gauge", "Requests that wait for a worker.",
                    static_cast<double>(front.waiting));
        page.single("markaz_http_connections", "gauge", "Open connections.", static_cast<double>(front.connections));
        page.single("markaz_http_refused_total", "counter", "Requests turned away before they reached a worker.",
                    static_cast<double>(front.refused));
    }
    page.single("markaz_store_up", "gauge", "1 when the store answers.", store ? 1 : 0);
    if (store) {
        page.single("markaz_feed_sequence", "gauge", "The feed's newest number.", static_cast<double>(store->sequence));
        page.single("markaz_feed_records", "gauge", "Records in the feed, those that were deleted among them.",
                    static_cast<double>(store->records));
        page.single("markaz_quarantined_changes", "gauge", "Changes kept in quarantine.",
                    static_cast<double>(store->quarantined));
        page.single("markaz_audit_contradictions", "gauge",
                    "Checkpoints kept by laptops that the audit chain contradicts: more than 0 means that it was "
                    "changed.",
                    static_cast<double>(store->contradictions));
        page.single("markaz_audit_checkpoint", "gauge", "The audit entry that was signed last.",
                    static_cast<double>(store->checkpoint));
    }
    page.single("process_start_time_seconds", "gauge", "Seconds since 1970.", m_startedAt);
    page.single("process_resident_memory_bytes", "gauge", "Memory in use.", residentBytes());
    return page.text();
}

} // namespace markaz::server
