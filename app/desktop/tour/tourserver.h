// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QUrl>

namespace markaz::desktop {

/// The real server process that the tour works against. It is started, stopped and started again on the same port, so
/// that the inspector is truly offline in between. Only the process that it started is ever ended.
class TourServer final : public QObject
{
    Q_OBJECT
public:
    TourServer(QString program, QString data, QObject *parent = nullptr);
    ~TourServer() override;

    void makeSample(); ///< done when finished()
    void serve();      ///< done when listening()
    void stop();       ///< SIGTERM; done when finished()

    bool finished() const { return m_process.state() == QProcess::NotRunning; }
    bool listening() const { return !m_url.isEmpty() && !finished(); }
    QUrl url() const { return m_url; }
    /// Empty while all is well; else what the process said.
    QString trouble() const;
    /// Live records by entity, read from the data folder; only while the server is stopped.
    QJsonObject counts() const;
    QString sampleAccounts() const;
    const QString &data() const { return m_data; }

private:
    void run(const QStringList &arguments);
    void readOutput();

    QString m_program;
    QString m_data;
    QProcess m_process;
    QByteArray m_output;
    QUrl m_url;
    quint16 m_port = 0;
    bool m_stopping = false;
};

} // namespace markaz::desktop
