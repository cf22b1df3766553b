// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QStringDecoder>
#include <QStringList>

#include <memory>
#include <optional>

class QIODevice;

namespace markaz {

struct CsvRow
{
    int line = 0; ///< of the file, where the row starts; from 1
    QStringList cells;
};

/// Bounds on what somebody may hand in.
struct CsvLimits
{
    qint64 bytes = 128 * 1024 * 1024;
    int rows = 200'001;      ///< with the one of the names
    int cells = 100;         ///< a row
    int characters = 10'000; ///< a cell
};

enum class CsvEncoding { Utf8, Utf16Le, Utf16Be, Windows1252, Windows1256 };
/// "UTF-8", "windows-1256"
QString nameOf(CsvEncoding encoding);

/// How a file is written, as far as the file itself does not say.
struct CsvForm
{
    CsvEncoding encoding = CsvEncoding::Utf8;
    QChar separator = QLatin1Char(',');
    friend bool operator==(const CsvForm &, const CsvForm &) = default;
};

/// Reads a CSV file (RFC 4180; rows ended by LF, CRLF or CR; quoted cells hold line ends) row by row, in constant
/// memory. Empty lines are skipped. TooLarge, or Malformed with `where` = the line: bytes of another encoding, U+0000,
/// a quotation mark that is never closed or that stands inside a cell.
class CsvReader
{
public:
    /// Finds the encoding (a mark at the start; UTF-16 by its zeros; UTF-8 if all of it is; else windows-1256 where the
    /// letters beyond ASCII stand together as in Urdu words, else windows-1252) and the separator (the one of , ; tab |
    /// that comes most often in the first row, or what a first line such as "sep=;" says). What is \p known is not
    /// looked for. \p device is open, can be read from any place, and outlives the reader.
    static Result<CsvReader> open(QIODevice &device, const CsvLimits &limits = {},
                                  std::optional<CsvForm> known = std::nullopt);

    /// Nothing behind the last row.
    Result<std::optional<CsvRow>> next();

    const CsvForm &form() const { return m_form; }
    qint64 bytesRead() const { return m_bytes; }

private:
    CsvReader(QIODevice &device, const CsvLimits &limits)
        : m_device(&device)
        , m_limits(limits)
    {
    }
    Result<void> findEncoding();
    Result<void> begin();
    Result<void> findSeparator();
    Result<void> fill();
    Result<bool> ends(); ///< after filling: there is no further character
    Result<CsvRow> readRow();
    Result<QString> plain();
    Result<QString> quoted();
    Error malformed(int line, const char *why) const;

    QIODevice *m_device;
    CsvLimits m_limits;
    CsvForm m_form;
    qint64 m_mark = 0; ///< bytes of the mark at the start
    QStringDecoder m_decoder;
    QString m_text; ///< decoded and not yet read beyond m_at
    qsizetype m_at = 0;
    qint64 m_bytes = 0;
    int m_bytesLine = 1; ///< the line of the bytes that are decoded next
    int m_line = 1;
    int m_rows = 0;
    bool m_dry = false; ///< the device has no more
};

} // namespace markaz
