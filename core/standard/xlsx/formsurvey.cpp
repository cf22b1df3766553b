// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the survey: sections, groups, repeats, and where questions stand in them.
#include "core/standard/xlsx/formreader.h"

#include "core/domain/recordspec.h"

#include <QRegularExpression>

#include <algorithm>

namespace markaz {
namespace {

enum class Step { BeginGroup, EndGroup, BeginRepeat, EndRepeat, Question };

Step stepOf(const QString &type)
{
    if (type == QLatin1String("begin_group"))
        return Step::BeginGroup;
    if (type == QLatin1String("end_group"))
        return Step::EndGroup;
    if (type == QLatin1String("begin_repeat"))
        return Step::BeginRepeat;
    return type == QLatin1String("end_repeat") ? Step::EndRepeat : Step::Question;
}

const QStringList &itemColumns()
{
    static const QStringList columns{
        QStringLiteral("weight"),     QStringLiteral("critical"),       QStringLiteral("min_photos"),
        QStringLiteral("document"),   QStringLiteral("not_applicable"), QStringLiteral("partial_tolerated"),
        QStringLiteral("unit"),       QStringLiteral("instruments"),    QStringLiteral("tier_1"),
        QStringLiteral("tier_2"),     QStringLiteral("tier_3"),         QStringLiteral("limit_from"),
        QStringLiteral("calculation")};
    return columns;
}

} // namespace

QString itemCode(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("\\A([A-Za-z])[-_. ]?0?([0-9]{1,2})\\z"));
    const auto match = form.match(name);
    if (!match.hasMatch())
        return {};
    return QStringLiteral("%1-%2").arg(match.captured(1).toUpper(),
                                       match.captured(2).rightJustified(2, QLatin1Char('0')));
}

QString fieldName(const QString &name, const QString &code)
{
    static const QRegularExpression form(QStringLiteral("\\A([A-Za-z][-_. ]?[0-9]{1,2})[-_. /]+(.+)\\z"));
    const auto match = form.match(name);
    return formWord(match.hasMatch() && itemCode(match.captured(1)) == code ? match.captured(2) : name);
}

/// References may look ahead, so the names are gathered before the rows are read.
void FormReader::gatherNames()
{
    QString repeat;
    const auto add = [&](const QString &name, const Name &meant) {
        const QString key = name.toLower();
        if (key.isEmpty())
            return;
        if (m_names.contains(key))
            m_names[key].clear =
                m_names[key].clear && m_names[key].code == meant.code && m_names[key].field == meant.field;
        else
            m_names.insert(key, meant);
    };
    const QList<SheetRow> rows = m_survey->rows();
    for (const SheetRow &row : rows) {
        const Step step = stepOf(formWord(m_survey->text(row, QStringLiteral("type"))));
        const QString name = m_survey->text(row, QStringLiteral("name"));
        const QString code = itemCode(name);
        if (step == Step::BeginRepeat)
            repeat = code;
        if (step == Step::EndRepeat)
            repeat.clear();
        if (step == Step::BeginGroup || step == Step::EndGroup || step == Step::EndRepeat)
            continue;
        if (repeat.isEmpty() || step == Step::BeginRepeat) {
            add(name, {code, {}});
            add(code, {code, {}});
        } else {
            const QString field = fieldName(name, repeat);
            add(name, {repeat, field});
            if (formWord(name) != field)
                add(field, {repeat, field});
        }
    }
}

std::variant<QJsonObject, Reason> FormReader::resolve(const QString &name) const
{
    if (name == QLatin1String("tier"))
        return QJsonObject{{QStringLiteral("tier"), true}};
    for (const QString &source : {QStringLiteral("building"), QStringLiteral("programme")}) {
        if (!name.startsWith(source + QLatin1Char('.')))
            continue;
        const QString field = name.mid(source.size() + 1);
        if (source == QLatin1String("building") && !specOf(Entity::Building).find(field))
            return Reason{QT_TRANSLATE_NOOP("standardfault", "A building has no field \"%1\"."), {field.left(60)}};
        return QJsonObject{{source, field}};
    }
    auto found = m_names.constFind(name.toLower());
    if (found == m_names.cend())
        found = m_names.constFind(itemCode(name).toLower()); // "a_02" for A-02
    if (found == m_names.cend())
        return Reason{QT_TRANSLATE_NOOP("standardfault", "There is no question \"%1\"."), {name.left(60)}};
    if (!found->clear)
        return Reason{
            QT_TRANSLATE_NOOP("standardfault",
                              "Several questions are called \"%1\". Put the item's code before the name, as in "
                              "F-02_seats."),
            {name.left(60)}};
    if (found->field.isEmpty())
        return QJsonObject{{QStringLiteral("item"), found->code}};
    return QJsonObject{{QStringLiteral("rows"), found->code}, {QStringLiteral("field"), found->field}};
}

std::optional<QJsonObject> FormReader::ruleIn(const SheetRow &row)
{
    const QString relevant = m_survey->text(row, QStringLiteral("relevant"));
    if (relevant.isEmpty())
        return std::nullopt;
    auto rule = ruleOf(relevant, [this](const QString &name) { return resolve(name); });
    if (const auto *why = std::get_if<Reason>(&rule)) {
        m_survey->fail(row, QStringLiteral("relevant"), *why);
        return std::nullopt;
    }
    return std::get<QJsonObject>(rule);
}

void FormReader::readSurvey()
{
    m_origins.insert(QStringLiteral("items"), {m_survey->name(), m_survey->headingRow()});
    m_origins.insert(QStringLiteral("sections"), {m_survey->name(), m_survey->headingRow()});
    gatherNames();
    const QList<SheetRow> rows = m_survey->rows();
    for (const SheetRow &row : rows)
        readRow(row);
    for (const Group &group : std::as_const(m_groups))
        m_faults.fail(m_survey->name(), group.row, QStringLiteral("type"),
                      {group.repeat ? QT_TRANSLATE_NOOP("standardfault", "This begin_repeat has no end_repeat.")
                                    : QT_TRANSLATE_NOOP("standardfault", "This begin_group has no end_group."),
                       {}});
    if (m_repeat)
        closeRepeat();
    m_root.insert(QStringLiteral("sections"), m_sections);
    m_root.insert(QStringLiteral("items"), m_items);
}

void FormReader::readRow(const SheetRow &row)
{
    const QString type = formWord(m_survey->text(row, QStringLiteral("type")));
    if (m_survey->flag(row, QStringLiteral("disabled"), false) || leftOut(row, type))
        return;
    switch (stepOf(type)) {
    case Step::BeginGroup:
        return beginGroup(row, false);
    case Step::BeginRepeat:
        return beginGroup(row, true);
    case Step::EndGroup:
        return endGroup(row, false);
    case Step::EndRepeat:
        return endGroup(row, true);
    case Step::Question:
        break;
    }
    if (m_repeat)
        addField(row);
    else
        addItem(row);
}

/// Rows that ask nothing: without a type, remarks, and what the program records by itself.
bool FormReader::leftOut(const SheetRow &row, const QString &type)
{
    static const QStringList recorded{
        QStringLiteral("start"),       QStringLiteral("end"),           QStringLiteral("today"),
        QStringLiteral("deviceid"),    QStringLiteral("subscriberid"),  QStringLiteral("simserial"),
        QStringLiteral("phonenumber"), QStringLiteral("username"),      QStringLiteral("email"),
        QStringLiteral("audit"),       QStringLiteral("start_geopoint")};
    if (type.isEmpty()) {
        if (!m_survey->text(row, QStringLiteral("name")).isEmpty())
            m_survey->fail(row, QStringLiteral("type"),
                           {QT_TRANSLATE_NOOP("standardfault", "This question has no type."), {}});
        else
            m_survey->note(
                row, {},
                {QT_TRANSLATE_NOOP("standardfault", "This row has neither type nor name and is left out."), {}});
        return true;
    }
    if (recorded.contains(type)) {
        m_survey->note(row, QStringLiteral("type"),
                       {QT_TRANSLATE_NOOP("standardfault",
                                          "\"%1\" is left out: the program records who, when and where by itself."),
                        {type}});
        return true;
    }
    if (type == QLatin1String("note")) {
        m_survey->note(
            row, QStringLiteral("type"),
            {QT_TRANSLATE_NOOP("standardfault", "A note is left out. Write it into the hint of a question."), {}});
        return true;
    }
    return false;
}

void FormReader::beginGroup(const SheetRow &row, bool repeat)
{
    const QString name = m_survey->text(row, QStringLiteral("name"));
    Group group{row.number, repeat, false, 0};
    if (m_repeat) {
        m_survey->fail(row, QStringLiteral("type"),
                       {repeat ? QT_TRANSLATE_NOOP("standardfault", "A repeat cannot stand inside a repeat.")
                               : QT_TRANSLATE_NOOP("standardfault", "A group cannot stand inside a repeat."),
                        {}});
        m_groups.append(group);
        return;
    }
    if (repeat) {
        addItem(row);
        m_groups.append(group);
        return;
    }
    refuseFilled(row, itemColumns(),
                 {QT_TRANSLATE_NOOP("standardfault", "This belongs to a question, not to a group."), {}});
    static const QRegularExpression letter(QStringLiteral("\\A[A-Za-z]\\z"));
    const bool section = letter.match(name).hasMatch();
    if (section && !m_section.isEmpty()) {
        m_survey->fail(
            row, QStringLiteral("name"),
            {QT_TRANSLATE_NOOP("standardfault", "Section %1 begins inside section %2."), {name.toUpper(), m_section}});
    } else if (section) {
        group.section = true;
        m_section = name.toUpper();
        m_origins.insert(QStringLiteral("sections[%1]").arg(m_sections.size()), {m_survey->name(), row.number});
        m_sections.append(QJsonObject{{QStringLiteral("code"), m_section},
                                      {QStringLiteral("title"), localOf(*m_survey, row, QStringLiteral("label"))}});
    } else {
        m_survey->note(
            row, QStringLiteral("name"),
            {QT_TRANSLATE_NOOP("standardfault",
                               "This group makes no section, because its name is not one letter; what stands in it "
                               "belongs to the section around it."),
             {}});
    }
    if (const auto rule = ruleIn(row)) {
        m_conditions.append(*rule);
        ++group.conditions;
    }
    m_groups.append(group);
}

void FormReader::endGroup(const SheetRow &row, bool repeat)
{
    if (m_groups.isEmpty() || m_groups.last().repeat != repeat) {
        m_survey->fail(row, QStringLiteral("type"),
                       {repeat ? QT_TRANSLATE_NOOP("standardfault", "This end_repeat ends nothing.")
                               : QT_TRANSLATE_NOOP("standardfault", "This end_group ends nothing."),
                        {}});
        return;
    }
    const Group group = m_groups.takeLast();
    m_conditions.resize(m_conditions.size() - group.conditions);
    if (group.section)
        m_section.clear();
    const bool inRepeat = std::any_of(m_groups.begin(), m_groups.end(), [](const Group &g) { return g.repeat; });
    if (m_repeat && !inRepeat)
        closeRepeat();
}

void FormReader::closeRepeat()
{
    QJsonObject repeat = m_repeat->value(QLatin1String("repeat")).toObject();
    repeat.insert(QStringLiteral("fields"), m_fields);
    m_repeat->insert(QStringLiteral("repeat"), repeat);
    m_items.append(*m_repeat);
    m_repeat.reset();
    m_fields = {};
}

} // namespace markaz
