// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/workbookxml.h"

#include "core/support/csvwriter.h"

namespace markaz::workbookxml {
namespace {

constexpr qsizetype kLongestText = 32'767; // characters that a cell may hold
constexpr int kLongestSheet = 31;          // characters of a sheet's name

} // namespace

const QByteArray kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const QByteArray kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const QByteArray kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const QByteArray kPackage = "http://schemas.openxmlformats.org/package/2006/relationships";

/// What XML 1.0 may hold, escaped; a line end inside a cell stays.
QByteArray escaped(const QString &text)
{
    QString kept;
    for (const QChar c : text) {
        const bool control = c.unicode() < 0x20 && c != QLatin1Char('\t') && c != QLatin1Char('\n');
        if (!control && c.unicode() < 0xFFFE)
            kept.append(c);
    }
    return kept.toHtmlEscaped().toUtf8();
}

QByteArray place(int column, int row)
{
    QByteArray letters;
    for (int n = column + 1; n > 0; n = (n - 1) / 26)
        letters.prepend(static_cast<char>('A' + (n - 1) % 26));
    return letters + QByteArray::number(row);
}

QByteArray textCell(const QByteArray &at, const QString &text, const char *style)
{
    return "<c r=\"" + at + "\" t=\"inlineStr\"" + style + "><is><t xml:space=\"preserve\">" +
           escaped(withoutFormula(text).left(kLongestText)) + "</t></is></c>";
}

QByteArray dayCell(const QByteArray &at, const QDate &day)
{
    // Days since the last day of 1899; right from March 1900 on, and nothing here is older than 1900.
    if (day < QDate(1900, 3, 1))
        return textCell(at, day.toString(Qt::ISODate), "");
    return "<c r=\"" + at + "\" s=\"1\"><v>" + QByteArray::number(QDate(1899, 12, 30).daysTo(day)) + "</v></c>";
}

QByteArray styles()
{
    return kHead + "<styleSheet xmlns=\"" + kMain +
           "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
           "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
           "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
           "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
           "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
           "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
           "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
           "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
           "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs>"
           "</styleSheet>";
}

/// A sheet's name may not hold these, nor be empty.
QString sheetName(const QString &asked)
{
    QString name;
    for (const QChar c : asked) {
        if (!QStringLiteral("[]:*?/\\'").contains(c))
            name.append(c);
    }
    name = name.left(kLongestSheet).trimmed();
    return name.isEmpty() ? QStringLiteral("Markaz") : name;
}

} // namespace markaz::workbookxml
