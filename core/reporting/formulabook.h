// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QDate>
#include <QStringList>

#include <memory>
#include <variant>

class QSaveFile;
class QuaZip;
class QuaZipFile;

namespace markaz {

/// "SUM(A2:A9)", without the sign before it.
struct BookFormula
{
    QString text;
};
/// monostate: an empty cell. A text is never taken for a formula.
using BookCell = std::variant<std::monostate, QString, qint64, double, QDate, BookFormula>;

/// An Excel workbook of several sheets whose cells may be formulas, written row by row: it keeps no values of theirs,
/// so whoever opens it computes them. The file appears whole with finish(), readable for its owner alone. StorageFull
/// or StorageFailed with `where` = the path.
class FormulaBook
{
public:
    /// \p sheets: names, in the order in which they are written.
    static Result<std::unique_ptr<FormulaBook>> create(const QString &path, const QStringList &sheets);
    ~FormulaBook();
    FormulaBook(const FormulaBook &) = delete;
    FormulaBook &operator=(const FormulaBook &) = delete;

    /// Begins the next sheet.
    Result<void> beginSheet();
    enum class Look { Plain, Head };
    Result<void> add(const QList<BookCell> &row, Look look = Look::Plain);
    Result<void> finish();

private:
    FormulaBook(std::unique_ptr<QSaveFile> file, QStringList sheets);
    Result<void> part(const QString &name, const QByteArray &bytes);
    Result<void> put(const QByteArray &bytes);
    Result<void> endSheet();
    Error failure() const;

    std::unique_ptr<QSaveFile> m_file;
    QStringList m_sheets;
    std::unique_ptr<QuaZip> m_archive;
    std::unique_ptr<QuaZipFile> m_rows; ///< the sheet that is written
    int m_sheet = 0;
    int m_row = 0;
};

} // namespace markaz
