// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/buildingsexport.h"

#include "ui/text/labels.h"

#include <QTimer>

namespace markaz::ui {
namespace {

constexpr qsizetype kAtOnce = 200; // some milliseconds

} // namespace

BuildingsExport::BuildingsExport(Workspace &workspace, markaz::Role role, QObject *parent)
    : QObject(parent)
    , m_repository(workspace.database, &workspace.clock)
    , m_places(workspace.database)
    , m_role(role)
{
}

void BuildingsExport::start(TableFormat format, const QString &path, const QList<qint64> &keys,
                            const QList<int> &columns)
{
    m_format = format;
    m_path = path;
    m_keys = keys;
    m_columns = columns;
    m_next = 0;
    m_rows = 0;
    QList<TableColumn> heads;
    for (const int column : columns)
        heads.append({BuildingsModel::keyOf(column), BuildingsModel::titleOf(column)});
    auto here =
        m_role == markaz::Role::Inspector ? m_repository.registeredHere() : Result<QSet<QString>>(QSet<QString>());
    if (!here) {
        Q_EMIT failed(here.error());
        return;
    }
    m_registeredHere = *here;
    auto file = TableFile::create(format, path, heads, tr("Buildings"));
    if (!file) {
        Q_EMIT failed(file.error());
        return;
    }
    m_file = std::move(file).value();
    step();
}

void BuildingsExport::cancel()
{
    m_file.reset();
    m_keys.clear();
}

void BuildingsExport::step()
{
    if (m_file == nullptr) // cancelled meanwhile
        return;
    Result<void> done = writeSome();
    const bool last = m_next >= m_keys.size();
    if (done && last)
        done = m_file->finish();
    if (!done || last) {
        cancel();
        if (done)
            Q_EMIT written(m_rows);
        else
            Q_EMIT failed(done.error());
        return;
    }
    Q_EMIT progressed(m_next, m_keys.size());
    QTimer::singleShot(0, this, &BuildingsExport::step);
}

Result<void> BuildingsExport::writeSome()
{
    const auto rows = m_repository.rows(m_keys.mid(m_next, kAtOnce));
    if (!rows)
        return rows.error();
    QStringList ids;
    for (const BuildingRow &row : *rows)
        ids.append(row.id);
    const auto places = m_format == TableFormat::GeoJson ? m_places.positions(ids)
                                                         : Result<QHash<QString, Position>>(QHash<QString, Position>());
    if (!places)
        return places.error();
    for (const BuildingRow &row : *rows) {
        TableRow line{row.id, {}, std::nullopt};
        if (const auto there = places->constFind(row.id); there != places->constEnd())
            line.position = *there;
        for (const int column : std::as_const(m_columns))
            line.cells.append(cellOf(row, column));
        if (auto added = m_file->add(line); !added)
            return added;
        ++m_rows;
    }
    m_next += kAtOnce;
    return {};
}

TableCell BuildingsExport::cellOf(const BuildingRow &row, int column) const
{
    // A map program gets tokens, which stay the same; a spreadsheet the words of the screen. A city has its Latin name
    // in every file, whatever the language (2026-11-29): by that name the import and other programs find it again.
    const bool tokens = m_format == TableFormat::GeoJson;
    const auto textOrNothing = [](const QString &text) { return text.isEmpty() ? TableCell() : TableCell(text); };
    switch (column) {
    case BuildingsModel::Code:
        return row.code;
    case BuildingsModel::Name:
        return row.name;
    case BuildingsModel::CityName:
        return textOrNothing(row.city);
    case BuildingsModel::Tier:
        return qint64(row.tier);
    case BuildingsModel::StageColumn: {
        if (!row.mergedInto.isEmpty())
            return tokens ? QStringLiteral("merged") : BuildingsModel::mergedInto(row.mergedInto);
        const QString stage = labels::stageSeenBy(m_role, token(row.stage), m_registeredHere.contains(row.id));
        return tokens ? stage : labels::stage(stage);
    }
    case BuildingsModel::Area:
        return qint64(row.areaSqft);
    case BuildingsModel::IdleSince:
        return row.idleSince.isValid() ? TableCell(row.idleSince) : TableCell();
    case BuildingsModel::LastScore:
        return row.lastScoreBp < 0 ? TableCell() : TableCell(row.lastScoreBp / 100.0);
    case BuildingsModel::Address:
        return textOrNothing(row.address);
    case BuildingsModel::ProvinceName:
        return textOrNothing(tokens || row.province.isEmpty() ? row.province : labels::province(row.province));
    default:
        return {};
    }
}

} // namespace markaz::ui
