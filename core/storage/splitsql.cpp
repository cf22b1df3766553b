// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"

#include <QRegularExpression>

namespace markaz {
namespace {

/// Walks over a script once; each step takes one comment, one quoted piece, one word or one character.
class Splitter
{
public:
    explicit Splitter(const QString &script)
        : m_script(script)
    {
    }

    QStringList run()
    {
        while (m_at < m_script.size())
            step();
        finish();
        return m_statements;
    }

private:
    bool startsWith(const char *text) const { return QStringView(m_script).mid(m_at).startsWith(QLatin1String(text)); }

    void takeTo(qsizetype end)
    {
        m_statement += QStringView(m_script).mid(m_at, end - m_at);
        m_at = end;
    }

    void skipTo(const QString &mark)
    {
        const qsizetype end = m_script.indexOf(mark, m_at);
        m_at = end < 0 ? m_script.size() : end + mark.size();
        m_statement += QLatin1Char(' ');
    }

    void takeQuoted(const QString &mark)
    {
        const qsizetype end = m_script.indexOf(mark, m_at + mark.size());
        takeTo(end < 0 ? m_script.size() : end + mark.size()); // a doubled quote is simply two quoted pieces
    }

    void takeWord()
    {
        qsizetype end = m_at;
        while (end < m_script.size() && (m_script[end].isLetterOrNumber() || m_script[end] == QLatin1Char('_')))
            ++end;
        const QString word = m_script.mid(m_at, end - m_at).toUpper();
        if (m_words < 4)
            ++m_words;
        if (m_words == 1)
            m_creates = word == QLatin1String("CREATE");
        else if (m_creates && m_words <= 3 && word == QLatin1String("TRIGGER"))
            m_trigger = true;
        if (m_trigger && (word == QLatin1String("BEGIN") || word == QLatin1String("CASE")))
            ++m_depth;
        else if (m_trigger && word == QLatin1String("END"))
            --m_depth;
        takeTo(end);
    }

    void step()
    {
        static const QRegularExpression dollar(QStringLiteral("\\G\\$[A-Za-z_]*\\$"));
        const QChar c = m_script[m_at];
        if (startsWith("--")) {
            skipTo(QStringLiteral("\n"));
        } else if (startsWith("/*")) {
            skipTo(QStringLiteral("*/"));
        } else if (c == QLatin1Char('\'') || c == QLatin1Char('"')) {
            takeQuoted(c);
        } else if (c == QLatin1Char('$')) {
            const auto match = dollar.match(m_script, m_at);
            if (match.hasMatch())
                takeQuoted(match.captured());
            else
                takeTo(m_at + 1);
        } else if (c == QLatin1Char(';') && m_depth <= 0) {
            ++m_at;
            finish();
        } else if (c.isLetterOrNumber() || c == QLatin1Char('_')) {
            takeWord();
        } else {
            takeTo(m_at + 1);
        }
    }

    void finish()
    {
        const QString statement = m_statement.trimmed();
        if (!statement.isEmpty())
            m_statements.append(statement);
        m_statement.clear();
        m_words = 0;
        m_depth = 0;
        m_creates = false;
        m_trigger = false;
    }

    const QString &m_script;
    qsizetype m_at = 0;
    QString m_statement;
    QStringList m_statements;
    int m_words = 0; ///< words of this statement so far, counted up to 4
    int m_depth = 0; ///< open BEGIN and CASE of a trigger
    bool m_creates = false;
    bool m_trigger = false;
};

} // namespace

QStringList splitSql(const QString &script)
{
    return Splitter(script).run();
}

} // namespace markaz
