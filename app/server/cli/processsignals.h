// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace markaz::server {

/// SIGTERM and SIGINT (stop), and SIGHUP (read the certificate anew), as Qt signals. One at a time: the handlers are
/// the process's.
class ProcessSignals final : public QObject
{
    Q_OBJECT
public:
    ProcessSignals();
    ~ProcessSignals() override;
    bool stopWasAsked() const;

Q_SIGNALS:
    void stopAsked();
    void reloadAsked();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace markaz::server
