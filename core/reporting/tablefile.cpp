// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/tablefile.h"

#include "core/reporting/tableworkbook.h"
#include "core/support/csvwriter.h"
#include "core/support/ownfiles.h"
#include "core/support/wholefile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace markaz {
namespace {

class CsvTable final : public TableFile
{
public:
    CsvTable(std::unique_ptr<QSaveFile> file, const QList<TableColumn> &columns)
        : TableFile(std::move(file))
        , m_columns(columns)
    {
    }

    Result<void> begin() override
    {
        QStringList titles;
        for (const TableColumn &column : m_columns)
            titles.append(column.title);
        return write("\xEF\xBB\xBF" + csvRow(titles));
    }

    Result<void> add(const TableRow &row) override
    {
        QStringList cells;
        QList<qsizetype> numbers;
        for (const TableCell &cell : row.cells) {
            if (std::holds_alternative<qint64>(cell) || std::holds_alternative<double>(cell))
                numbers.append(cells.size());
            cells.append(textOf(cell));
        }
        return write(csvRow(cells, numbers));
    }

    Result<void> end() override { return {}; }

private:
    static QString textOf(const TableCell &cell)
    {
        if (const auto *text = std::get_if<QString>(&cell))
            return *text;
        if (const auto *number = std::get_if<qint64>(&cell))
            return QString::number(*number);
        if (const auto *number = std::get_if<double>(&cell))
            return QString::number(*number, 'g', 15);
        if (const auto *date = std::get_if<QDate>(&cell))
            return date->toString(Qt::ISODate);
        return {};
    }

    QList<TableColumn> m_columns;
};

class GeoJsonTable final : public TableFile
{
public:
    GeoJsonTable(std::unique_ptr<QSaveFile> file, const QList<TableColumn> &columns)
        : TableFile(std::move(file))
        , m_columns(columns)
    {
    }

    Result<void> begin() override { return write("{\"type\":\"FeatureCollection\",\"features\":["); }

    Result<void> add(const TableRow &row) override
    {
        QJsonObject properties;
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            properties.insert(m_columns.at(i).key, jsonOf(row.cells.value(i)));
        QJsonValue geometry(QJsonValue::Null);
        if (row.position) // longitude first
            geometry = QJsonObject{
                {QStringLiteral("type"), QStringLiteral("Point")},
                {QStringLiteral("coordinates"), QJsonArray{static_cast<double>(row.position->longitudeE6()) / 1e6,
                                                           static_cast<double>(row.position->latitudeE6()) / 1e6}}};
        const QJsonObject feature{{QStringLiteral("type"), QStringLiteral("Feature")},
                                  {QStringLiteral("id"), row.id},
                                  {QStringLiteral("geometry"), geometry},
                                  {QStringLiteral("properties"), properties}};
        const QByteArray before = std::exchange(m_first, false) ? "\n" : ",\n";
        return write(before + QJsonDocument(feature).toJson(QJsonDocument::Compact));
    }

    Result<void> end() override { return write("\n]}\n"); }

private:
    static QJsonValue jsonOf(const TableCell &cell)
    {
        if (const auto *text = std::get_if<QString>(&cell))
            return *text;
        if (const auto *number = std::get_if<qint64>(&cell))
            return *number;
        if (const auto *number = std::get_if<double>(&cell))
            return *number;
        if (const auto *date = std::get_if<QDate>(&cell))
            return date->toString(Qt::ISODate);
        return QJsonValue::Null;
    }

    QList<TableColumn> m_columns;
    bool m_first = true;
};

} // namespace

QString token(TableFormat format)
{
    switch (format) {
    case TableFormat::Xlsx:
        return QStringLiteral("xlsx");
    case TableFormat::GeoJson:
        return QStringLiteral("geojson");
    case TableFormat::Csv:
        break;
    }
    return QStringLiteral("csv");
}

TableFile::TableFile(std::unique_ptr<QSaveFile> file)
    : m_file(std::move(file))
{
}

TableFile::~TableFile() = default; // of a QSaveFile: what is not committed is gone

Result<std::unique_ptr<TableFile>> TableFile::create(TableFormat format, const QString &path,
                                                     const QList<TableColumn> &columns, const QString &sheet)
{
    auto file = std::make_unique<QSaveFile>(path);
    if (!file->open(QIODevice::WriteOnly) || !file->setPermissions(kOwnFile))
        return makeError(ErrorCode::StorageFailed, file->errorString(), path);
    std::unique_ptr<TableFile> table;
    switch (format) {
    case TableFormat::Csv:
        table = std::make_unique<CsvTable>(std::move(file), columns);
        break;
    case TableFormat::Xlsx:
        table = std::make_unique<TableWorkbook>(std::move(file), columns, sheet);
        break;
    case TableFormat::GeoJson:
        table = std::make_unique<GeoJsonTable>(std::move(file), columns);
        break;
    }
    if (auto begun = table->begin(); !begun)
        return begun.error();
    return table;
}

Result<void> TableFile::finish()
{
    if (auto ended = end(); !ended)
        return ended;
    return commitWhole(*m_file);
}

Result<void> TableFile::write(const QByteArray &bytes)
{
    return m_file->write(bytes) == bytes.size() ? Result<void>() : Result<void>(failure());
}

Error TableFile::failure() const
{
    const bool full = m_file->error() == QFileDevice::ResourceError;
    return makeError(full ? ErrorCode::StorageFull : ErrorCode::StorageFailed, m_file->errorString(),
                     m_file->fileName());
}

} // namespace markaz
