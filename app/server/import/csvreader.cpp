// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/import/csvreader.h"

#include <QStringDecoder>

namespace markaz::server {
namespace {

Error at(ErrorCode code, int line, const char *why)
{
    return makeError(code, QLatin1String(why), QString::number(line));
}

QChar separatorOf(const QString &text)
{
    const QString first = text.left(text.indexOf(QLatin1Char('\n')));
    return first.contains(QLatin1Char(';')) && !first.contains(QLatin1Char(',')) ? QLatin1Char(';') : QLatin1Char(',');
}

class Parser
{
public:
    Parser(const QString &text, const CsvLimits &limits)
        : m_text(text)
        , m_limits(limits)
        , m_separator(separatorOf(text))
    {
    }

    Result<QList<CsvRow>> run()
    {
        while (m_at < m_text.size()) {
            if (auto row = readRow(); !row)
                return row.error();
            const bool empty = m_row.cells.size() == 1 && m_row.cells.first().trimmed().isEmpty();
            if (empty)
                continue;
            if (m_rows.size() >= m_limits.rows)
                return at(ErrorCode::TooLarge, m_row.line, "too many rows");
            m_rows.append(m_row);
        }
        return m_rows;
    }

private:
    bool ends() const { return m_at >= m_text.size(); }

    Result<void> readRow()
    {
        m_row = CsvRow{m_line, {}};
        for (;;) {
            if (m_row.cells.size() >= m_limits.cells)
                return at(ErrorCode::TooLarge, m_line, "too many cells");
            auto cell = !ends() && m_text.at(m_at) == QLatin1Char('"') ? quoted() : plain();
            if (!cell)
                return cell.error();
            if (cell->size() > m_limits.characters)
                return at(ErrorCode::TooLarge, m_row.line, "a cell is too long");
            m_row.cells.append(*cell);
            if (ends())
                return {};
            const QChar next = m_text.at(m_at);
            if (next == m_separator) {
                ++m_at;
                continue;
            }
            if (next == QLatin1Char('\r'))
                ++m_at;
            if (!ends() && m_text.at(m_at) == QLatin1Char('\n'))
                ++m_at;
            ++m_line;
            return {};
        }
    }

    Result<QString> plain()
    {
        const qsizetype start = m_at;
        while (!ends() && m_text.at(m_at) != m_separator && m_text.at(m_at) != QLatin1Char('\n') &&
               m_text.at(m_at) != QLatin1Char('\r')) {
            if (m_text.at(m_at) == QLatin1Char('"'))
                return at(ErrorCode::Malformed, m_line, "a quotation mark inside a cell");
            ++m_at;
        }
        return m_text.mid(start, m_at - start);
    }

    Result<QString> quoted()
    {
        const int opened = m_line;
        QString cell;
        for (++m_at; !ends(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == QLatin1Char('\n'))
                ++m_line;
            if (c != QLatin1Char('"')) {
                cell.append(c);
                continue;
            }
            if (m_at + 1 < m_text.size() && m_text.at(m_at + 1) == QLatin1Char('"')) {
                cell.append(c);
                ++m_at;
                continue;
            }
            ++m_at;
            const bool closed = ends() || m_text.at(m_at) == m_separator || m_text.at(m_at) == QLatin1Char('\n') ||
                                m_text.at(m_at) == QLatin1Char('\r');
            if (!closed)
                return at(ErrorCode::Malformed, m_line, "text behind a closing quotation mark");
            return cell;
        }
        return at(ErrorCode::Malformed, opened, "a quotation mark is never closed");
    }

    const QString &m_text;
    const CsvLimits &m_limits;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
    CsvRow m_row;
    QList<CsvRow> m_rows;
};

} // namespace

Result<QList<CsvRow>> readCsv(const QByteArray &bytes, const CsvLimits &limits)
{
    if (bytes.size() > limits.bytes)
        return makeError(ErrorCode::TooLarge, QStringLiteral("more than %1 MiB").arg(limits.bytes / 1024 / 1024));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    QString text;
    int line = 1;
    for (const QByteArray &part : bytes.split('\n')) { // line by line, so that the error can name it
        const QString decoded = decoder(part);
        if (decoder.hasError() || decoded.contains(QChar(u'\0')))
            return at(ErrorCode::Malformed, line, "not UTF-8 text");
        if (line > 1)
            text.append(QLatin1Char('\n'));
        text.append(decoded);
        ++line;
    }
    return Parser(text, limits).run();
}

} // namespace markaz::server
