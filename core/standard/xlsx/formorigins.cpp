// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From a fault of the standard's reader back to the cell it comes from.
#include "core/standard/judgestandard.h"
#include "core/standard/xlsx/formreader.h"

#include <QRegularExpression>

#include <algorithm>

namespace markaz {
namespace {

/// The column that a part of an item, a choice, a tier or the head comes from; the first that fits.
QString columnOf(const QString &rest)
{
    struct Column
    {
        const char *form;
        const char *name;
    };
    static const Column columns[] = {{"(text|label)\\.en", "label::English"},
                                     {"(text|label)\\.ur", "label::Urdu"},
                                     {"title\\.en", "label::English"},
                                     {"title\\.ur", "label::Urdu"},
                                     {"guidance\\.en", "hint::English"},
                                     {"guidance\\.ur", "hint::Urdu"},
                                     {"short\\.en", "short::English"},
                                     {"short\\.ur", "short::Urdu"},
                                     {"en", "label::English"},
                                     {"ur", "label::Urdu"},
                                     {"evidence\\.photos", "min_photos"},
                                     {"evidence\\.document", "document"},
                                     {"visible_when", "relevant"},
                                     {"number\\.decimals", "decimals"},
                                     {"number", "constraint"},
                                     {"credit\\.bands\\.1", "tier_1"},
                                     {"credit\\.bands\\.2", "tier_2"},
                                     {"credit\\.bands\\.3", "tier_3"},
                                     {"credit\\.bands", "tier_1"},
                                     {"credit\\.limit_from", "limit_from"},
                                     {"credit\\.(yes|no)_bp", "type"},
                                     {"credit_bp", "credit"},
                                     {"credit", "direction"},
                                     {"calculate", "calculation"},
                                     {"repeat\\.kind", "repeat_kind"},
                                     {"repeat\\.min_rows", "min_rows"},
                                     {"repeat\\.rows", "rows"},
                                     {"repeat", "type"},
                                     {"options", "type"},
                                     {"(code|section|token|name)", "name"},
                                     {"pass_bp", "pass"},
                                     {"provisional_margin_bp", "provisional_margin"},
                                     {"floors_bp", "floors"}};
    static const QList<QRegularExpression> forms = [] {
        QList<QRegularExpression> made;
        for (const Column &column : columns)
            made.append(QRegularExpression(QStringLiteral("\\A%1(\\z|[.[])").arg(QLatin1String(column.form))));
        return made;
    }();
    for (qsizetype i = 0; i < forms.size(); ++i) {
        if (forms.at(i).match(rest).hasMatch())
            return QLatin1String(columns[i].name);
    }
    static const QRegularExpression word(QStringLiteral("\\A[a-z_]+"));
    return word.match(rest).captured();
}

} // namespace

void FormReader::judge()
{
    StandardJudgement judged = judgeStandard(m_root);
    for (const Error &fault : std::as_const(judged.faults))
        told(fault);
    m_reading.emplace();
    m_reading->standard = std::move(judged.standard);
    m_reading->more = judged.more;
    for (auto list = m_lists.cbegin(); list != m_lists.cend(); ++list) {
        if (!m_usedLists.contains(list.key()))
            m_faults.note(
                m_choices->name(), list->first().number, QStringLiteral("list_name"),
                {QT_TRANSLATE_NOOP("standardfault", "No question uses the list \"%1\"."), {list.key().left(60)}});
    }
}

void FormReader::told(const Error &fault)
{
    QString known = fault.where;
    while (!m_origins.contains(known) && !known.isEmpty()) {
        const qsizetype cut = qMax(known.lastIndexOf(QLatin1Char('.')), known.lastIndexOf(QLatin1Char('[')));
        known.truncate(qMax<qsizetype>(cut, 0));
    }
    const Place place = m_origins.value(known);
    QString rest = fault.where.mid(known.size());
    if (rest.startsWith(QLatin1Char('.')))
        rest.remove(0, 1);
    QString column = columnOf(rest);
    if (known.isEmpty()) { // the head stands in the sheet settings; a missing sheet was told
        if (rest == QLatin1String("tiers") || (place.sheet.isEmpty() && m_settings))
            return;
        static const QHash<QString, QString> heads{{QStringLiteral("id"), QStringLiteral("form_id")},
                                                   {QStringLiteral("title.en"), QStringLiteral("form_title::English")},
                                                   {QStringLiteral("title.ur"), QStringLiteral("form_title::Urdu")}};
        column = heads.value(rest, column);
        if (place.sheet.isEmpty())
            return;
    }
    if (known == QLatin1String("items"))
        column = QStringLiteral("weight");
    if (column.startsWith(QLatin1String("short")) && // an item without a short text has its label in its place
        m_faults.has(place.sheet, place.row, QStringLiteral("label") + column.mid(5)))
        return;
    if (m_faults.has(place.sheet, place.row, column) || m_faults.has(place.sheet, place.row, QStringLiteral("type")))
        return; // told already, nearer to its cause
    m_faults.fail(place.sheet, place.row, column, {nullptr, {fault.detail}});
}

} // namespace markaz
