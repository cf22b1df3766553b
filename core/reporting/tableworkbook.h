// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporting/tablefile.h"

class QuaZip;
class QuaZipFile;

namespace markaz {

/// TableFile's XLSX. Texts stand in their cells, so that nothing is kept until the end. For this room's sources.
///
/// 2026-11-28: the design names libxlsxwriter. It writes to a path of its own, so the file would be made twice to
/// appear whole; one sheet of plain cells is a page of XML, and QuaZip, which is here for reading, packs it as it
/// comes.
class TableWorkbook final : public TableFile
{
public:
    TableWorkbook(std::unique_ptr<QSaveFile> file, const QList<TableColumn> &columns, const QString &sheet);
    ~TableWorkbook() override;
    Result<void> add(const TableRow &row) override;

protected:
    Result<void> begin() override;
    Result<void> end() override;

private:
    Result<void> part(const char *name, const QByteArray &bytes);
    Result<void> put(const QByteArray &bytes);

    QList<TableColumn> m_columns;
    QString m_sheet;
    std::unique_ptr<QuaZip> m_archive;
    std::unique_ptr<QuaZipFile> m_rows; ///< the sheet, while it is written
    int m_row = 0;
};

} // namespace markaz
