// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/xlsx/workbookmaker.h"

#include <QBuffer>
#include <QHash>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

namespace markaz::samples {
namespace {

QString columnLetters(int column)
{
    QString letters;
    for (int n = column + 1; n > 0; n = (n - 1) / 26)
        letters.prepend(QChar(u'A' + (n - 1) % 26));
    return letters;
}

/// The texts that cells share, each once.
struct SharedTexts
{
    QStringList texts;
    QHash<QString, qsizetype> places;
    qsizetype insert(const QString &text)
    {
        const auto found = places.constFind(text);
        if (found != places.cend())
            return *found;
        places.insert(text, texts.size());
        texts.append(text);
        return texts.size() - 1;
    }
};

QByteArray cellXml(const MadeCell &cell, const QString &place, SharedTexts &shared)
{
    const QString text = cell.text.toHtmlEscaped();
    const auto of = [&](const char *type, const QString &inner) {
        return QStringLiteral("<c r=\"%1\" t=\"%2\">%3</c>").arg(place, QLatin1String(type), inner).toUtf8();
    };
    switch (cell.kind) {
    case MadeCell::Kind::Shared: {
        const qsizetype at = shared.insert(cell.text);
        return of("s", QStringLiteral("<v>%1</v>").arg(at));
    }
    case MadeCell::Kind::Inline:
        return of("inlineStr", QStringLiteral("<is><t xml:space=\"preserve\">%1</t></is>").arg(text));
    case MadeCell::Kind::Rich:
        return of("inlineStr", QStringLiteral("<is><r><rPr><b/></rPr><t>%1</t></r><r><t>%2</t></r>"
                                              "<rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh></is>")
                                   .arg(cell.text.left(2).toHtmlEscaped(), cell.text.mid(2).toHtmlEscaped()));
    case MadeCell::Kind::Number:
        return QStringLiteral("<c r=\"%1\" s=\"1\"><v>%2</v></c>").arg(place, text).toUtf8();
    case MadeCell::Kind::Boolean:
        return of("b", QStringLiteral("<v>%1</v>").arg(text));
    case MadeCell::Kind::Formula:
        return QStringLiteral("<c r=\"%1\"><f>SUM(A1:A2)*2</f><v>%2</v></c>").arg(place, text).toUtf8();
    case MadeCell::Kind::TextFormula:
        return of("str", QStringLiteral("<f>A1&amp;\"x\"</f><v>%1</v>").arg(text));
    case MadeCell::Kind::Unsaved:
        return QStringLiteral("<c r=\"%1\"><f>SUM(A1:A2)</f></c>").arg(place).toUtf8();
    case MadeCell::Kind::Error:
        return of("e", QStringLiteral("<f>A1/0</f><v>%1</v>").arg(text));
    }
    return {};
}

QByteArray sheetXml(const MadeSheet &sheet, SharedTexts &shared)
{
    QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                     "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    for (auto row = sheet.rows.cbegin(); row != sheet.rows.cend(); ++row) {
        xml += QStringLiteral("<row r=\"%1\">").arg(row.key()).toUtf8();
        for (int column = 0; column < row->size(); ++column) {
            const MadeCell &cell = row->at(column);
            if (!cell.text.isEmpty() || cell.kind != MadeCell::Kind::Shared)
                xml += cellXml(cell, columnLetters(column) + QString::number(row.key()), shared);
        }
        xml += "</row>";
    }
    xml += "</sheetData>";
    if (!sheet.merged.isEmpty()) {
        xml += "<mergeCells>";
        for (const QString &area : sheet.merged)
            xml += "<mergeCell ref=\"" + area.toUtf8() + "\"/>";
        xml += "</mergeCells>";
    }
    return xml + "</worksheet>";
}

} // namespace

Parts workbookParts(const QList<MadeSheet> &sheets)
{
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray package = "http://schemas.openxmlformats.org/package/2006/relationships";
    QByteArray book = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" +
                      office + "\"><sheets>";
    QByteArray relations = "<Relationships xmlns=\"" + package + "\">";
    SharedTexts shared;
    Parts parts;
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        book += "<sheet name=\"" + sheets.at(i).name.toHtmlEscaped().toUtf8() + "\" sheetId=\"" + number +
                "\" r:id=\"rId" + number + "\"/>";
        relations += "<Relationship Id=\"rId" + number + "\" Type=\"" + office +
                     "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
        parts.append({QStringLiteral("xl/worksheets/sheet%1.xml").arg(i + 1), sheetXml(sheets.at(i), shared)});
    }
    QByteArray texts = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
    for (const QString &text : std::as_const(shared.texts))
        texts += "<si><t xml:space=\"preserve\">" + text.toHtmlEscaped().toUtf8() + "</t></si>";
    parts.prepend({QStringLiteral("xl/sharedStrings.xml"), texts + "</sst>"});
    parts.prepend({QStringLiteral("xl/_rels/workbook.xml.rels"),
                   relations + "<Relationship Id=\"rIdS\" Type=\"" + office +
                       "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"});
    parts.prepend({QStringLiteral("xl/workbook.xml"), book + "</sheets></workbook>"});
    parts.prepend(
        {QStringLiteral("_rels/.rels"), "<Relationships xmlns=\"" + package + "\"><Relationship Id=\"rId1\" Type=\"" +
                                            office + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"});
    return parts;
}

QByteArray packed(const Parts &parts)
{
    QBuffer file;
    QuaZip archive(&file);
    if (!archive.open(QuaZip::mdCreate))
        qFatal("no archive");
    for (const auto &[name, bytes] : parts) {
        QuaZipFile part(&archive);
        QuaZipNewInfo info(name);
        info.dateTime = QDateTime(QDate(2026, 11, 28), QTime(12, 0)); // the same bytes each time
        if (!part.open(QIODevice::WriteOnly, info) || part.write(bytes) != bytes.size())
            qFatal("no part");
        part.close();
    }
    archive.close();
    return file.data();
}

} // namespace markaz::samples
