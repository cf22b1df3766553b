// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dashboard/figurerowsexport.h"

#include <QTimer>

namespace markaz::ui {
namespace {

constexpr qsizetype kAtOnce = 200; // some milliseconds

} // namespace

FigureRowsExport::FigureRowsExport(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_rows(services.workspace.database, &services.workspace.clock)
{
}

void FigureRowsExport::start(TableFormat format, const QString &path, const FigureAsked &asked, const QStringList &ids,
                             const QString &sheet)
{
    m_format = format;
    m_path = path;
    m_asked = asked;
    m_ids = ids;
    m_next = 0;
    m_written = 0;
    QList<TableColumn> heads;
    const QList<figurecolumns::Column> columns = figurecolumns::written(asked);
    for (const figurecolumns::Column column : columns)
        heads.append({figurecolumns::key(column), figurecolumns::title(column)});
    auto file = TableFile::create(format, path, heads, sheet);
    if (!file) {
        Q_EMIT failed(file.error());
        return;
    }
    m_file = std::move(file).value();
    step();
}

void FigureRowsExport::cancel()
{
    m_file.reset();
    m_ids.clear();
}

void FigureRowsExport::step()
{
    if (m_file == nullptr) // cancelled meanwhile
        return;
    Result<void> done = writeSome();
    const bool last = m_next >= m_ids.size();
    if (done && last)
        done = m_file->finish();
    if (!done || last) {
        cancel();
        if (done)
            Q_EMIT written(m_written);
        else
            Q_EMIT failed(done.error());
        return;
    }
    Q_EMIT progressed(m_next, m_ids.size());
    QTimer::singleShot(0, this, &FigureRowsExport::step);
}

Result<void> FigureRowsExport::writeSome()
{
    const auto rows = m_rows.rows(m_asked, m_ids.mid(m_next, kAtOnce));
    if (!rows)
        return rows.error();
    const QList<figurecolumns::Column> columns = figurecolumns::written(m_asked);
    for (const FigureRow &row : *rows) {
        TableRow line{row.id, {}, row.position};
        for (const figurecolumns::Column column : columns)
            line.cells.append(figurecolumns::cell(column, row, m_asked, m_services, m_format == TableFormat::GeoJson));
        if (auto added = m_file->add(line); !added)
            return added;
        ++m_written;
    }
    m_next += kAtOnce;
    return {};
}

} // namespace markaz::ui
