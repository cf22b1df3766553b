// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/xlsx/workbook.h"

#include "core/standard/xlsx/sheetreader.h"

namespace markaz {
namespace {

constexpr qsizetype kMostShared = 1'000'000;

/// The path of \p target, which the part \p from names: against its folder, or against the root.
QString resolved(const QString &from, const QString &target)
{
    QStringList steps = from.split(QLatin1Char('/'));
    steps.removeLast();
    if (target.startsWith(QLatin1Char('/')))
        steps.clear();
    const QStringList more = target.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (const QString &step : more) {
        if (step == QLatin1String(".."))
            steps = steps.mid(0, steps.size() - 1); // above the root is the root: nothing else is there
        else if (step != QLatin1String("."))
            steps.append(step);
    }
    return steps.join(QLatin1Char('/'));
}

class WorkbookReader
{
public:
    WorkbookReader(WorkbookParts &parts, const WorkbookLimits &limits)
        : m_parts(parts)
        , m_limits(limits)
    {
    }

    Result<Workbook> read()
    {
        if (auto found = readRelations(QStringLiteral("_rels/.rels"), {}); !found)
            return found.error();
        const QString book = m_byType.value(QStringLiteral("officeDocument"));
        if (book.isEmpty())
            return makeError(ErrorCode::Malformed, QStringLiteral("it is no XLSX workbook"));
        m_byType.clear();
        m_byId.clear();
        QString relations = book;
        relations.insert(relations.lastIndexOf(QLatin1Char('/')) + 1, QStringLiteral("_rels/"));
        if (auto found = readRelations(relations + QStringLiteral(".rels"), book); !found)
            return found.error();
        if (auto listed = listSheets(book); !listed)
            return listed.error();
        if (const QString shared = m_byType.value(QStringLiteral("sharedStrings")); !shared.isEmpty()) {
            if (auto got = readShared(shared); !got)
                return got.error();
        }
        Workbook workbook;
        for (const auto &[name, part] : std::as_const(m_sheets)) {
            auto rows = readSheet(part);
            if (!rows)
                return makeError(rows.error().code, rows.error().detail,
                                 QStringLiteral("sheet \"%1\" %2").arg(name, rows.error().where).trimmed());
            workbook.sheets.append({name, std::move(*rows)});
        }
        return workbook;
    }

private:
    Result<void> readRelations(const QString &part, const QString &of)
    {
        return m_parts.read(part, [&](QXmlStreamReader &xml) -> Result<void> {
            if (!xml.isStartElement() || xml.name() != QLatin1String("Relationship"))
                return {};
            const auto attributes = xml.attributes();
            if (attributes.value(QLatin1String("TargetMode")) == QLatin1String("External"))
                return {};
            const QString type = attributes.value(QLatin1String("Type")).toString();
            const QString target = resolved(of, attributes.value(QLatin1String("Target")).toString());
            m_byId.insert(attributes.value(QLatin1String("Id")).toString(), target);
            m_byType.insert(type.mid(type.lastIndexOf(QLatin1Char('/')) + 1), target);
            return {};
        });
    }

    Result<void> listSheets(const QString &book)
    {
        return m_parts.read(book, [&](QXmlStreamReader &xml) -> Result<void> {
            if (!xml.isStartElement() || xml.name() != QLatin1String("sheet"))
                return {};
            if (m_sheets.size() >= m_limits.sheets)
                return makeError(ErrorCode::TooLarge,
                                 QStringLiteral("it has more than %1 sheets").arg(m_limits.sheets));
            QString id;
            for (const auto &attribute : xml.attributes()) {
                if (attribute.name() == QLatin1String("id") && !attribute.namespaceUri().isEmpty())
                    id = attribute.value().toString();
            }
            const QString part = m_byId.value(id);
            if (!part.contains(QLatin1String("chartsheet"))) // a chart has no cells
                m_sheets.append({xml.attributes().value(QLatin1String("name")).toString().left(200), part});
            return {};
        });
    }

    Result<void> readShared(const QString &part)
    {
        QString text;
        bool inText = false;
        int phonetic = 0;
        return m_parts.read(part, [&](QXmlStreamReader &xml) -> Result<void> {
            if (xml.isStartElement()) {
                inText = xml.name() == QLatin1String("t");
                phonetic += xml.name() == QLatin1String("rPh") ? 1 : 0;
            } else if (xml.isCharacters() && inText && phonetic == 0) {
                text += xml.text();
            } else if (xml.isEndElement()) {
                inText = false;
                phonetic -= xml.name() == QLatin1String("rPh") ? 1 : 0;
                if (xml.name() != QLatin1String("si"))
                    return {};
                if (m_shared.size() >= kMostShared)
                    return makeError(ErrorCode::TooLarge, QStringLiteral("it has too many texts"));
                m_shared.append(unescaped(text));
                text.clear();
            }
            return {};
        });
    }

    Result<QList<SheetRow>> readSheet(const QString &part)
    {
        SheetReader reader(m_shared, m_limits, m_cellBytes);
        if (auto read = m_parts.read(part, [&](QXmlStreamReader &xml) { return reader.take(xml); }); !read)
            return read.error();
        return reader.finish();
    }

    WorkbookParts &m_parts;
    const WorkbookLimits &m_limits;
    QHash<QString, QString> m_byId;
    QHash<QString, QString> m_byType;
    QList<std::pair<QString, QString>> m_sheets; ///< name, part
    QStringList m_shared;
    qint64 m_cellBytes = 0;
};

} // namespace

const Sheet *Workbook::sheet(const QString &name) const
{
    for (const Sheet &sheet : sheets) {
        if (sheet.name.trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return &sheet;
    }
    return nullptr;
}

Result<Workbook> readWorkbook(QIODevice &file, const WorkbookLimits &limits)
{
    auto parts = WorkbookParts::open(file, limits);
    if (!parts)
        return parts.error();
    return WorkbookReader(**parts, limits).read();
}

} // namespace markaz
