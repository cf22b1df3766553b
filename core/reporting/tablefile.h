// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/position.h"

#include <QDate>
#include <QList>

#include <memory>
#include <optional>
#include <variant>

class QSaveFile;

namespace markaz {

/// Csv: RFC 4180 in UTF-8 with its mark at the start, by which spreadsheets know it. Xlsx: one sheet with a fixed head;
/// numbers and dates are such. GeoJson: RFC 7946, a point of WGS 84 a row, null where there is no position.
enum class TableFormat { Csv, Xlsx, GeoJson };
/// "csv", "xlsx", "geojson": also the suffix of such a file.
QString token(TableFormat format);

struct TableColumn
{
    QString key;   ///< GeoJSON's name of it, the same in every language
    QString title; ///< the head of the other two
};

/// monostate: an empty cell. In CSV and XLSX a text goes through withoutFormula() (core/support/csvwriter.h).
using TableCell = std::variant<std::monostate, QString, qint64, double, QDate>;

struct TableRow
{
    QString id;             ///< GeoJSON's
    QList<TableCell> cells; ///< one a column
    std::optional<Position> position;
};

/// Writes a table row by row, in constant memory. The file appears whole with finish(), readable for its owner alone;
/// a writer that is let go before leaves what stood there. StorageFull, or StorageFailed with `where` = the path, when
/// it cannot be written.
class TableFile
{
public:
    static Result<std::unique_ptr<TableFile>> create(TableFormat format, const QString &path,
                                                     const QList<TableColumn> &columns, const QString &sheet);
    virtual ~TableFile();
    TableFile(const TableFile &) = delete;
    TableFile &operator=(const TableFile &) = delete;

    virtual Result<void> add(const TableRow &row) = 0;
    Result<void> finish();

protected:
    explicit TableFile(std::unique_ptr<QSaveFile> file);
    virtual Result<void> begin() = 0;
    virtual Result<void> end() = 0;
    Result<void> write(const QByteArray &bytes);
    Error failure() const;
    QSaveFile &file() { return *m_file; }

private:
    std::unique_ptr<QSaveFile> m_file;
};

} // namespace markaz
