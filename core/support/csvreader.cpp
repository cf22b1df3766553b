// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/csvreader.h"

#include "core/support/csvencoding.h"

#include <QIODevice>

namespace markaz {
namespace {

constexpr qint64 kPiece = 64 * 1024; // bytes decoded at once
constexpr QChar kQuote = QLatin1Char('"');
const QString kSeparators = QStringLiteral(",;\t|");

bool isUtf8(QIODevice &device)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    while (!device.atEnd()) {
        const QString decoded = decoder(device.read(kPiece));
        static_cast<void>(decoded);
        if (decoder.hasError())
            return false;
    }
    const QString last = decoder(QByteArray("\n")); // a letter that is cut off by the end shows with the next
    return last.endsWith(QLatin1Char('\n')) && !decoder.hasError();
}

} // namespace

Error CsvReader::malformed(int line, const char *why) const
{
    return makeError(ErrorCode::Malformed, QLatin1String(why), QString::number(line));
}

Result<CsvReader> CsvReader::open(QIODevice &device, const CsvLimits &limits, std::optional<CsvForm> known)
{
    if (device.size() > limits.bytes)
        return makeError(ErrorCode::TooLarge, QStringLiteral("more than %1 MiB").arg(limits.bytes / 1024 / 1024));
    CsvReader reader(device, limits);
    if (auto found = reader.findEncoding(); !found)
        return found.error();
    if (known)
        reader.m_form = *known;
    if (auto begun = reader.begin(); !begun)
        return begun.error();
    if (auto found = reader.findSeparator(); !found)
        return found.error();
    if (known)
        reader.m_form.separator = known->separator;
    return reader;
}

Result<void> CsvReader::findEncoding()
{
    if (!m_device->seek(0))
        return makeError(ErrorCode::StorageFailed, m_device->errorString());
    const QByteArray start = m_device->peek(kPiece);
    const CsvMark mark = markOf(start);
    m_mark = mark.bytes;
    m_form.encoding = mark.encoding;
    if (mark.certain || isUtf8(*m_device))
        return {};
    // The names may be English and the words below them not: the sample is all that can be had at once.
    if (!m_device->seek(0))
        return makeError(ErrorCode::StorageFailed, m_device->errorString());
    m_form.encoding = oneByteEncoding(m_device->read(16 * kPiece));
    return {};
}

Result<void> CsvReader::begin()
{
    const bool utf16 = m_form.encoding == CsvEncoding::Utf16Le || m_form.encoding == CsvEncoding::Utf16Be;
    if (!m_device->seek(utf16 || m_form.encoding == CsvEncoding::Utf8 ? m_mark : 0))
        return makeError(ErrorCode::StorageFailed, m_device->errorString());
    m_decoder = decoderFor(m_form.encoding);
    if (!m_decoder.isValid())
        return malformed(1, "this encoding cannot be read here");
    return {};
}

Result<void> CsvReader::findSeparator()
{
    for (;;) { // empty lines say nothing
        auto ended = ends();
        if (!ended)
            return ended.error();
        if (*ended)
            return {};
        const QChar c = m_text.at(m_at);
        if (c != QLatin1Char('\n') && c != QLatin1Char('\r'))
            break;
        m_line += c == QLatin1Char('\n') ? 1 : 0;
        ++m_at;
    }
    // "sep=;" is how spreadsheets say it.
    const QString first = m_text.mid(m_at, 8);
    if (first.startsWith(QLatin1String("sep="), Qt::CaseInsensitive) && first.size() > 4 &&
        kSeparators.contains(first.at(4)) &&
        (first.size() == 5 || first.at(5) == QLatin1Char('\n') || first.at(5) == QLatin1Char('\r'))) {
        m_form.separator = first.at(4);
        m_at += 5;
        if (m_at < m_text.size() && m_text.at(m_at) == QLatin1Char('\r'))
            ++m_at;
        if (m_at < m_text.size() && m_text.at(m_at) == QLatin1Char('\n'))
            ++m_at;
        ++m_line;
        return {};
    }
    QList<int> counts(kSeparators.size(), 0);
    bool inQuotes = false;
    for (const QChar c : m_text.mid(m_at)) { // of the piece that was read first: the names stand there
        if (c == kQuote)
            inQuotes = !inQuotes;
        if (!inQuotes && (c == QLatin1Char('\n') || c == QLatin1Char('\r')))
            break;
        if (const qsizetype which = kSeparators.indexOf(c); !inQuotes && which >= 0)
            ++counts[which];
    }
    qsizetype most = 0;
    for (qsizetype i = 1; i < counts.size(); ++i) {
        if (counts.at(i) > counts.at(most))
            most = i;
    }
    m_form.separator = kSeparators.at(most);
    return {};
}

Result<void> CsvReader::fill()
{
    if (m_at > 0) {
        m_text.remove(0, m_at);
        m_at = 0;
    }
    const bool utf16 = m_form.encoding == CsvEncoding::Utf16Le || m_form.encoding == CsvEncoding::Utf16Be;
    // Line by line where that is possible, so that an error can name its line.
    QByteArray bytes = utf16 ? m_device->read(kPiece) : m_device->readLine(kPiece);
    m_bytes += bytes.size();
    if (m_bytes > m_limits.bytes)
        return makeError(ErrorCode::TooLarge, QStringLiteral("more than %1 MiB").arg(m_limits.bytes / 1024 / 1024));
    m_dry = bytes.isEmpty();
    if (m_dry && m_form.encoding == CsvEncoding::Utf8)
        bytes = "\n"; // shows a letter that the end cut off
    else if (m_dry)
        return {};
    QString decoded;
    if (m_form.encoding == CsvEncoding::Windows1252)
        decoded = fromWindows1252(bytes);
    else
        decoded = m_decoder(bytes);
    if (m_decoder.hasError())
        return malformed(utf16 ? m_line : m_bytesLine, "bytes of another encoding");
    if (decoded.contains(QChar(u'\0')))
        return malformed(utf16 ? m_line : m_bytesLine, "a character of no text");
    if (bytes.endsWith('\n'))
        ++m_bytesLine;
    if (!m_dry)
        m_text.append(decoded);
    return {};
}

Result<bool> CsvReader::ends()
{
    while (m_at >= m_text.size() && !m_dry) {
        if (auto filled = fill(); !filled)
            return filled.error();
    }
    return m_at >= m_text.size();
}

Result<std::optional<CsvRow>> CsvReader::next()
{
    for (;;) {
        auto ended = ends();
        if (!ended)
            return ended.error();
        if (*ended)
            return std::optional<CsvRow>();
        auto row = readRow();
        if (!row)
            return row.error();
        if (row->cells.size() == 1 && row->cells.first().trimmed().isEmpty())
            continue;
        if (++m_rows > m_limits.rows)
            return makeError(ErrorCode::TooLarge, QStringLiteral("too many rows"), QString::number(row->line));
        return std::optional<CsvRow>(std::move(row).value());
    }
}

Result<CsvRow> CsvReader::readRow()
{
    CsvRow row{m_line, {}};
    for (;;) {
        if (row.cells.size() >= m_limits.cells)
            return makeError(ErrorCode::TooLarge, QStringLiteral("too many cells"), QString::number(row.line));
        auto ended = ends();
        if (!ended)
            return ended.error();
        auto cell = !*ended && m_text.at(m_at) == kQuote ? quoted() : plain();
        if (!cell)
            return cell.error();
        row.cells.append(*cell);
        ended = ends();
        if (!ended)
            return ended.error();
        if (*ended)
            return row;
        const QChar next = m_text.at(m_at++); // a separator or the end of a line: cells end nowhere else
        if (next == m_form.separator)
            continue;
        if (next == QLatin1Char('\r')) {
            ended = ends();
            if (!ended)
                return ended.error();
            if (!*ended && m_text.at(m_at) == QLatin1Char('\n'))
                ++m_at;
        }
        ++m_line;
        return row;
    }
}

Result<QString> CsvReader::plain()
{
    QString cell;
    for (;;) {
        auto ended = ends();
        if (!ended)
            return ended.error();
        const QChar c = *ended ? QChar(QLatin1Char('\n')) : m_text.at(m_at);
        if (c == m_form.separator || c == QLatin1Char('\n') || c == QLatin1Char('\r'))
            return cell;
        if (c == kQuote)
            return malformed(m_line, "a quotation mark inside a cell");
        if (cell.size() >= m_limits.characters)
            return makeError(ErrorCode::TooLarge, QStringLiteral("a cell is too long"), QString::number(m_line));
        cell.append(c);
        ++m_at;
    }
}

Result<QString> CsvReader::quoted()
{
    const int opened = m_line;
    QString cell;
    bool afterReturn = false;
    ++m_at;
    for (;;) {
        auto ended = ends();
        if (!ended)
            return ended.error();
        if (*ended)
            return malformed(opened, "a quotation mark is never closed");
        const QChar c = m_text.at(m_at++);
        if (c == kQuote) {
            ended = ends();
            if (!ended)
                return ended.error();
            const QChar next = *ended ? QChar(QLatin1Char('\n')) : m_text.at(m_at);
            if (next == kQuote) {
                ++m_at;
            } else if (next == m_form.separator || next == QLatin1Char('\n') || next == QLatin1Char('\r')) {
                return cell;
            } else {
                return malformed(m_line, "text behind a closing quotation mark");
            }
        }
        if (c == QLatin1Char('\r') || (c == QLatin1Char('\n') && !afterReturn))
            ++m_line;
        afterReturn = c == QLatin1Char('\r');
        if (cell.size() >= m_limits.characters)
            return makeError(ErrorCode::TooLarge, QStringLiteral("a cell is too long"), QString::number(opened));
        cell.append(c);
    }
}

} // namespace markaz
