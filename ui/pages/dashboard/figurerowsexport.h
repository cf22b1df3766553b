// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/figurecolumns.h"

#include <QObject>

namespace markaz::ui {

/// Writes the rows behind a figure into a file, some hundreds between two events, so that the page goes on and the
/// memory does not grow. One at a time. What is gone meanwhile is left out.
class FigureRowsExport final : public QObject
{
    Q_OBJECT
public:
    explicit FigureRowsExport(const Services &services, QObject *parent = nullptr);
    /// \p sheet: the name of a workbook's sheet.
    void start(TableFormat format, const QString &path, const FigureAsked &asked, const QStringList &ids,
               const QString &sheet);
    /// What stood at the path before stays.
    void cancel();
    bool isRunning() const { return m_file != nullptr; }
    const QString &path() const { return m_path; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void written(qint64 rows);
    void failed(const markaz::Error &error);

private:
    void step();
    Result<void> writeSome();

    Services m_services;
    FigureRows m_rows;
    FigureAsked m_asked;
    TableFormat m_format = TableFormat::Csv;
    QString m_path;
    QStringList m_ids;
    std::unique_ptr<TableFile> m_file;
    qsizetype m_next = 0;
    qint64 m_written = 0;
};

} // namespace markaz::ui
