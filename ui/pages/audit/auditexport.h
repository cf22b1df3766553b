// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/administration.h"

#include <QObject>
#include <QSaveFile>

#include <memory>

namespace markaz::ui {

/// Fetches every entry that fits and writes them to a CSV file, whole or not at all. One at a time.
class AuditExport final : public QObject
{
    Q_OBJECT
public:
    explicit AuditExport(Administration &server, QObject *parent = nullptr);
    void start(const AuditQuery &query, const QString &path);
    bool isRunning() const { return m_file != nullptr; }
    const QString &path() const { return m_path; }

Q_SIGNALS:
    void written(qint64 entries);
    void failed(const markaz::Error &error);

private:
    void askNext();
    void heard(const Result<QJsonObject> &reply);
    void fail(const Error &error);

    Administration &m_server;
    AuditQuery m_query;
    QString m_path;
    std::unique_ptr<QSaveFile> m_file;
    qint64 m_next = 0;
    qint64 m_entries = 0;
};

} // namespace markaz::ui
