// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/xlsx/formreader.h"

#include "core/standard/judgestandard.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QRegularExpression>

namespace markaz {
namespace {

constexpr qsizetype kMostOptions = 30; // of a standard's item

const QStringList kTranslated{QStringLiteral("label"), QStringLiteral("hint"), QStringLiteral("guidance_hint"),
                              QStringLiteral("short"), QStringLiteral("form_title")};

const FormTable::Headings kSurvey{
    {QStringLiteral("type")},
    {QStringLiteral("name"),         QStringLiteral("relevant"),       QStringLiteral("constraint"),
     QStringLiteral("required"),     QStringLiteral("calculation"),    QStringLiteral("choice_filter"),
     QStringLiteral("repeat_count"), QStringLiteral("default"),        QStringLiteral("trigger"),
     QStringLiteral("appearance"),   QStringLiteral("read_only"),      QStringLiteral("disabled"),
     QStringLiteral("weight"),       QStringLiteral("critical"),       QStringLiteral("min_photos"),
     QStringLiteral("document"),     QStringLiteral("not_applicable"), QStringLiteral("partial_tolerated"),
     QStringLiteral("basis"),        QStringLiteral("unit"),           QStringLiteral("instruments"),
     QStringLiteral("decimals"),     QStringLiteral("direction"),      QStringLiteral("tier_1"),
     QStringLiteral("tier_2"),       QStringLiteral("tier_3"),         QStringLiteral("limit_from"),
     QStringLiteral("repeat_kind"),  QStringLiteral("min_rows"),       QStringLiteral("rows"),
     QStringLiteral("distinct")},
    kTranslated};
const FormTable::Headings kChoices{{QStringLiteral("list_name")},
                                   {QStringLiteral("name"), QStringLiteral("value"), QStringLiteral("credit")},
                                   kTranslated};
const FormTable::Headings kSettings{
    {QStringLiteral("form_id"), QStringLiteral("version"), QStringLiteral("form_title")},
    {QStringLiteral("default_language")},
    {QStringLiteral("form_title")}};
const FormTable::Headings kTiers{
    {QStringLiteral("tier")},
    {QStringLiteral("pass"), QStringLiteral("floors"), QStringLiteral("provisional_margin")},
    {}};

} // namespace

FormReader::FormReader(const Workbook &workbook)
    : m_workbook(workbook)
{
}

StandardReading FormReader::read()
{
    m_root.insert(QStringLiteral("$schema"), QStringLiteral("standard.schema.json"));
    const Sheet *survey = sheetOf(QStringLiteral("survey"), true);
    if (survey) {
        readSettings();
        gatherChoices();
        m_survey.emplace(*survey, kSurvey, m_plain, m_faults);
        if (m_survey->hasHeading())
            readSurvey();
        else
            m_faults.fail(
                survey->name, 0, QStringLiteral("type"),
                {QT_TRANSLATE_NOOP("standardfault", "The sheet has no heading with the columns type and name."), {}});
        readTiers();
        noteOtherSheets();
        judge();
    }
    m_faults.sort();
    StandardReading reading = m_reading.value_or(StandardReading());
    reading.json = m_root;
    reading.faults = m_faults.faults();
    reading.notes = m_faults.notes();
    reading.more = reading.more || m_faults.more();
    if (!reading.faults.isEmpty())
        reading.standard.reset();
    return reading;
}

const Sheet *FormReader::sheetOf(const QString &name, bool needed)
{
    const Sheet *sheet = m_workbook.sheet(name);
    if (!sheet && needed)
        m_faults.fail(name, 0, {}, {QT_TRANSLATE_NOOP("standardfault", "The workbook has no sheet \"%1\"."), {name}});
    return sheet;
}

void FormReader::noteOtherSheets()
{
    static const QStringList ours{QStringLiteral("survey"), QStringLiteral("choices"), QStringLiteral("settings"),
                                  QStringLiteral("tiers")};
    QSet<QString> seen;
    for (const Sheet &sheet : m_workbook.sheets) {
        const QString word = sheet.name.trimmed().toLower();
        if (!ours.contains(word))
            m_faults.note(sheet.name, 0, {},
                          {QT_TRANSLATE_NOOP("standardfault", "This sheet means nothing here and is left out."), {}});
        else if (seen.contains(word))
            m_faults.fail(sheet.name, 0, {},
                          {QT_TRANSLATE_NOOP("standardfault", "There are two sheets of this name."), {}});
        seen.insert(word);
    }
}

QJsonObject FormReader::localOf(const FormTable &table, const SheetRow &row, const QString &column) const
{
    return {{QStringLiteral("en"), table.text(row, column, FormLanguage::English)},
            {QStringLiteral("ur"), table.text(row, column, FormLanguage::Urdu)}};
}

void FormReader::readSettings()
{
    const Sheet *sheet = sheetOf(QStringLiteral("settings"), true);
    if (!sheet)
        return;
    {
        FormFaults ignored; // the language of plain columns is wanted before the heading can be read
        const FormTable table(*sheet, kSettings, m_plain, ignored);
        const QList<SheetRow> rows = table.rows();
        if (!rows.isEmpty()) {
            const QString language = table.text(rows.first(), QStringLiteral("default_language")).toLower();
            if (language.startsWith(QLatin1String("urdu")) || language == QLatin1String("ur") ||
                language.startsWith(QStringLiteral("اردو")))
                m_plain = FormLanguage::Urdu;
        }
    }
    m_settings.emplace(*sheet, kSettings, m_plain, m_faults);
    const QList<SheetRow> rows = m_settings->rows();
    if (rows.isEmpty()) {
        m_faults.fail(
            sheet->name, 0, {},
            {QT_TRANSLATE_NOOP("standardfault", "The sheet has no row with form_id, version and form_title."), {}});
        return;
    }
    for (const SheetRow &other : rows.mid(1))
        m_settings->fail(other, QStringLiteral("form_id"),
                         {QT_TRANSLATE_NOOP("standardfault", "The sheet has one row under its heading, and this is "
                                                             "another."),
                          {}});
    const SheetRow &row = rows.first();
    const Place here{sheet->name, row.number};
    m_origins.insert({}, here);
    QString id = formWord(m_settings->text(row, QStringLiteral("form_id")));
    m_root.insert(QStringLiteral("id"), id.replace(QLatin1Char('_'), QLatin1Char('-')));
    if (const auto version = m_settings->integer(row, QStringLiteral("version")))
        m_root.insert(QStringLiteral("version"), *version);
    m_root.insert(QStringLiteral("title"), localOf(*m_settings, row, QStringLiteral("form_title")));
}

void FormReader::readTiers()
{
    const Sheet *sheet = sheetOf(QStringLiteral("tiers"), true);
    if (!sheet)
        return;
    m_tiers.emplace(*sheet, kTiers, m_plain, m_faults);
    m_origins.insert(QStringLiteral("tiers"), {sheet->name, m_tiers->headingRow()});
    QJsonObject tiers;
    const QList<SheetRow> rows = m_tiers->rows();
    for (const SheetRow &row : rows) {
        QString name = m_tiers->text(row, QStringLiteral("tier"));
        if (name.isEmpty()) {
            m_tiers->fail(row, QStringLiteral("tier"),
                          {QT_TRANSLATE_NOOP("standardfault", "This row names no tier."), {}});
            continue;
        }
        if (tiers.contains(name))
            m_tiers->fail(row, QStringLiteral("tier"),
                          {QT_TRANSLATE_NOOP("standardfault", "\"%1\" is there twice."), {name}});
        const QString path = QStringLiteral("tiers.") + name;
        m_origins.insert(path, {sheet->name, row.number});
        QJsonObject tier;
        if (const auto pass = m_tiers->basisPoints(row, QStringLiteral("pass")))
            tier.insert(QStringLiteral("pass_bp"), *pass);
        if (const auto margin = m_tiers->basisPoints(row, QStringLiteral("provisional_margin")))
            tier.insert(QStringLiteral("provisional_margin_bp"), *margin);
        QJsonObject floors;
        static const QRegularExpression between(QStringLiteral("[;,\\n]"));
        const QStringList pairs = m_tiers->text(row, QStringLiteral("floors")).split(between, Qt::SkipEmptyParts);
        for (const QString &pair : pairs) {
            if (pair.trimmed().isEmpty())
                continue;
            const QString section = pair.section(QLatin1Char('='), 0, 0).trimmed().toUpper();
            const auto floor = m_tiers->basisPointsOf(
                row, QStringLiteral("floors"), pair.section(QLatin1Char('='), 1),
                {QT_TRANSLATE_NOOP("standardfault", "Write floors as C=75; D=75, not \"%1\"."), {pair.left(40)}});
            if (floors.contains(section))
                m_tiers->fail(row, QStringLiteral("floors"),
                              {QT_TRANSLATE_NOOP("standardfault", "\"%1\" is there twice."), {section.left(40)}});
            if (floor)
                floors.insert(section, *floor);
        }
        tier.insert(QStringLiteral("floors_bp"), floors);
        tiers.insert(name, tier);
    }
    m_root.insert(QStringLiteral("tiers"), tiers);
}

void FormReader::gatherChoices()
{
    if (const Sheet *sheet = sheetOf(QStringLiteral("choices"), false)) {
        m_choices.emplace(*sheet, kChoices, m_plain, m_faults);
        if (!m_choices->hasHeading())
            m_faults.fail(
                sheet->name, 0, QStringLiteral("list_name"),
                {QT_TRANSLATE_NOOP("standardfault", "The sheet has no heading with the columns list_name and name."),
                 {}});
        const QList<SheetRow> rows = m_choices->rows();
        for (const SheetRow &row : rows) {
            const QString list = formWord(m_choices->text(row, QStringLiteral("list_name")));
            if (!list.isEmpty())
                m_lists[list].append(row);
            else if (!m_choices->text(row, QStringLiteral("name")).isEmpty())
                m_choices->fail(row, QStringLiteral("list_name"),
                                {QT_TRANSLATE_NOOP("standardfault", "This choice belongs to no list."), {}});
        }
    }
    readLabels("instruments", QStringLiteral("instruments"));
    readLabels("units", QStringLiteral("units"));
}

/// The list "instruments" or "units": what the tokens are called.
void FormReader::readLabels(const char *member, const QString &list)
{
    QJsonObject labels;
    m_usedLists.insert(list);
    const QList<SheetRow> rows = m_lists.value(list);
    for (const SheetRow &row : rows) {
        const QString name = m_choices->text(row, QStringLiteral("name"));
        if (name.isEmpty() || labels.contains(name)) {
            m_choices->fail(
                row, QStringLiteral("name"),
                name.isEmpty() ? Reason{QT_TRANSLATE_NOOP("standardfault", "This choice has no name."), {}}
                               : Reason{QT_TRANSLATE_NOOP("standardfault", "\"%1\" is there twice."), {name.left(60)}});
            continue;
        }
        labels.insert(name, localOf(*m_choices, row, QStringLiteral("label")));
        m_origins.insert(QStringLiteral("%1.%2").arg(QLatin1String(member), name), {m_choices->name(), row.number});
    }
    m_root.insert(QLatin1String(member), labels);
}

QJsonArray FormReader::optionsOf(const SheetRow &row, const QString &list, const QString &path)
{
    QJsonArray options;
    const QList<SheetRow> rows = m_lists.value(list);
    if (rows.isEmpty())
        m_survey->fail(row, QStringLiteral("type"),
                       {QT_TRANSLATE_NOOP("standardfault", "The sheet choices has no list \"%1\"."), {list.left(60)}});
    m_usedLists.insert(list);
    if (rows.size() > kMostOptions) {
        m_survey->fail(
            row, QStringLiteral("type"),
            {QT_TRANSLATE_NOOP("standardfault", "The list \"%1\" has more than 30 choices."), {list.left(60)}});
        return options;
    }
    for (const SheetRow &choice : rows) {
        m_origins.insert(QStringLiteral("%1.options[%2]").arg(path).arg(options.size()),
                         {m_choices->name(), choice.number});
        QJsonObject option{{QStringLiteral("token"), formWord(m_choices->text(choice, QStringLiteral("name")))},
                           {QStringLiteral("label"), localOf(*m_choices, choice, QStringLiteral("label"))}};
        if (const auto credit = m_choices->basisPoints(choice, QStringLiteral("credit")))
            option.insert(QStringLiteral("credit_bp"), *credit);
        options.append(option);
    }
    return options;
}

StandardReading readXlsForm(const Workbook &workbook)
{
    return FormReader(workbook).read();
}

StandardReading readStandardFile(const QByteArray &bytes)
{
    StandardReading reading;
    if (bytes.startsWith("PK") || bytes.startsWith("\xd0\xcf\x11\xe0")) {
        QBuffer file;
        file.setData(bytes);
        file.open(QIODevice::ReadOnly);
        const auto workbook = readWorkbook(file);
        if (workbook)
            return readXlsForm(*workbook);
        const Error &why = workbook.error();
        reading.faults.append(
            {{}, 0, why.where, {QT_TRANSLATE_NOOP("standardfault", "The workbook cannot be read: %1."), {why.detail}}});
        return reading;
    }
    if (!bytes.trimmed().startsWith('{') && !bytes.startsWith("\xef\xbb\xbf")) {
        reading.faults.append(
            {{},
             0,
             {},
             {QT_TRANSLATE_NOOP("standardfault", "The file is neither an XLSX workbook nor a standard in JSON."), {}}});
        return reading;
    }
    const StandardJudgement judged = judgeStandard(bytes);
    reading.standard = judged.standard;
    reading.json = judged.json;
    reading.more = judged.more;
    for (const Error &fault : judged.faults)
        reading.faults.append({{}, 0, fault.where, {nullptr, {fault.detail}}});
    return reading;
}

} // namespace markaz
