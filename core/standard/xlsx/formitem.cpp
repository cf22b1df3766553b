// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One question: an item of the standard, or a column of a repeat.
#include "core/standard/xlsx/formreader.h"

#include <QRegularExpression>

namespace markaz {
namespace {

const QStringList kCredit{QStringLiteral("tier_1"), QStringLiteral("tier_2"), QStringLiteral("tier_3")};

QStringList wordsOf(const QString &type)
{
    static const QRegularExpression between(QStringLiteral("\\s+"));
    return type.trimmed().split(between, Qt::SkipEmptyParts);
}

} // namespace

std::optional<FormReader::Kind> FormReader::kindOf(const SheetRow &row) const
{
    static const QHash<QString, Kind> kinds{{QStringLiteral("integer"), {QStringLiteral("measurement"), {}, 0}},
                                            {QStringLiteral("int"), {QStringLiteral("measurement"), {}, 0}},
                                            {QStringLiteral("decimal"), {QStringLiteral("measurement"), {}, {}}},
                                            {QStringLiteral("date"), {QStringLiteral("expiry_date"), {}, {}}},
                                            {QStringLiteral("text"), {QStringLiteral("text"), {}, {}}},
                                            {QStringLiteral("string"), {QStringLiteral("text"), {}, {}}},
                                            {QStringLiteral("image"), {QStringLiteral("photo"), {}, {}}},
                                            {QStringLiteral("photo"), {QStringLiteral("photo"), {}, {}}},
                                            {QStringLiteral("file"), {QStringLiteral("document"), {}, {}}},
                                            {QStringLiteral("geopoint"), {QStringLiteral("position"), {}, {}}},
                                            {QStringLiteral("calculate"), {QStringLiteral("calculated"), {}, {}}},
                                            {QStringLiteral("begin_repeat"), {QStringLiteral("repeat"), {}, {}}}};
    const QString column = QStringLiteral("type");
    const QString written = m_survey->text(row, column);
    QString type = formWord(written);
    if (const auto known = kinds.constFind(type); known != kinds.cend()) {
        const bool signature =
            m_survey->text(row, QStringLiteral("appearance")).toLower().contains(QLatin1String("signature"));
        if (known->type == QLatin1String("photo") && signature)
            return Kind{QStringLiteral("signature"), {}, {}};
        return *known;
    }
    QStringList words = wordsOf(written.toLower());
    if (words.size() >= 2 && words.at(0) == QLatin1String("select")) // "select one list"
        words = QStringList{words.at(0) + QLatin1Char('_') + words.at(1)} + words.mid(2);
    const QString first = formWord(words.value(0));
    if (first == QLatin1String("select_one") || first == QLatin1String("select1")) {
        if (words.size() > 2)
            m_survey->fail(
                row, column,
                {QT_TRANSLATE_NOOP("standardfault", "\"%1\" cannot be expressed: make \"other\" one of the choices."),
                 {words.at(2)}});
        else if (words.size() < 2)
            m_survey->fail(row, column,
                           {QT_TRANSLATE_NOOP("standardfault", "select_one names no list of choices."), {}});
        const QString list = formWord(words.value(1));
        QStringList tokens;
        const QList<SheetRow> choices = m_lists.value(list);
        for (qsizetype i = 0; i < choices.size() && i < 3; ++i) // a list may be long, and is asked for often
            tokens.append(formWord(m_choices->text(choices.at(i), QStringLiteral("name"))));
        tokens.sort();
        const bool yesNo = tokens == QStringList{QStringLiteral("no"), QStringLiteral("yes")};
        return Kind{yesNo ? QStringLiteral("yes_no") : QStringLiteral("choice"), list, {}};
    }
    if (first == QLatin1String("select_multiple") || first == QLatin1String("select"))
        m_survey->fail(
            row, column,
            {QT_TRANSLATE_NOOP("standardfault",
                               "An item has one answer. Make a select_one of it, or a question of each choice."),
             {}});
    else
        m_survey->fail(row, column,
                       {QT_TRANSLATE_NOOP("standardfault", "The type \"%1\" cannot be expressed in a standard."),
                        {written.left(60)}});
    return std::nullopt;
}

void FormReader::refuseFilled(const SheetRow &row, const QStringList &columns, const Reason &reason) const
{
    for (const QString &column : columns) {
        if (!m_survey->text(row, column).isEmpty())
            m_survey->fail(row, column, reason);
    }
}

QJsonObject FormReader::itemHead(const SheetRow &row, const QString &type)
{
    const QString name = m_survey->text(row, QStringLiteral("name"));
    QString code = itemCode(name);
    if (code.isEmpty()) {
        m_survey->fail(
            row, QStringLiteral("name"),
            {QT_TRANSLATE_NOOP("standardfault",
                               "The name of an item is its section's letter and two digits, such as C-02, not \"%1\"."),
             {name.left(60)}});
    } else if (m_section.isEmpty()) {
        m_survey->fail(row, QStringLiteral("name"),
                       {QT_TRANSLATE_NOOP("standardfault",
                                          "This item stands in no section: a begin_group whose name is one letter."),
                        {}});
    }
    QJsonObject guidance = localOf(*m_survey, row, QStringLiteral("hint"));
    const QJsonObject more = localOf(*m_survey, row, QStringLiteral("guidance_hint"));
    QJsonObject brief = localOf(*m_survey, row, QStringLiteral("short"));
    const QJsonObject label = localOf(*m_survey, row, QStringLiteral("label"));
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ur")}) {
        if (guidance.value(language).toString().isEmpty())
            guidance.insert(language, more.value(language));
        if (brief.value(language).toString().isEmpty())
            brief.insert(language, label.value(language));
    }
    const QString basis = m_survey->text(row, QStringLiteral("basis"));
    QJsonObject item{{QStringLiteral("code"), code},
                     {QStringLiteral("section"), m_section},
                     {QStringLiteral("type"), type},
                     {QStringLiteral("text"), label},
                     {QStringLiteral("guidance"), guidance},
                     {QStringLiteral("short"), brief},
                     {QStringLiteral("critical"), m_survey->flag(row, QStringLiteral("critical"), false)},
                     {QStringLiteral("basis"), basis.isEmpty() ? QStringLiteral("proposal") : basis}};
    if (const auto weight = m_survey->integer(row, QStringLiteral("weight")))
        item.insert(QStringLiteral("weight"), *weight);
    QJsonObject evidence;
    if (const int photos = m_survey->integer(row, QStringLiteral("min_photos")).value_or(0); photos != 0)
        evidence.insert(QStringLiteral("photos"), photos);
    if (m_survey->flag(row, QStringLiteral("document"), false))
        evidence.insert(QStringLiteral("document"), true);
    if (!evidence.isEmpty())
        item.insert(QStringLiteral("evidence"), evidence);
    for (const QString &flag : {QStringLiteral("not_applicable"), QStringLiteral("partial_tolerated")}) {
        if (m_survey->flag(row, flag, false))
            item.insert(flag, true);
    }
    return item;
}

void FormReader::addItem(const SheetRow &row)
{
    const auto kind = kindOf(row);
    QJsonObject item = itemHead(row, kind ? kind->type : QString());
    const QString path = QStringLiteral("items[%1]").arg(m_items.size());
    m_origins.insert(path, {m_survey->name(), row.number});
    QJsonArray rules;
    for (const QJsonObject &condition : std::as_const(m_conditions))
        rules.append(condition);
    if (const auto rule = ruleIn(row))
        rules.append(*rule);
    if (!rules.isEmpty())
        item.insert(QStringLiteral("visible_when"),
                    rules.size() == 1 ? rules.first().toObject() : QJsonObject{{QStringLiteral("all"), rules}});
    if (!m_survey->flag(row, QStringLiteral("required"), true))
        m_survey->note(
            row, QStringLiteral("required"),
            {QT_TRANSLATE_NOOP("standardfault",
                               "Every item is asked for. Where it may not apply, say yes under not_applicable."),
             {}});
    if (kind)
        addShared(row, *kind, path, item);
    const bool repeat = kind && kind->type == QLatin1String("repeat");
    if (kind && kind->type == QLatin1String("measurement")) {
        static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
        item.insert(QStringLiteral("instruments"),
                    QJsonArray::fromStringList(
                        m_survey->text(row, QStringLiteral("instruments")).split(between, Qt::SkipEmptyParts)));
    } else {
        refuseFilled(row, {QStringLiteral("instruments")},
                     {QT_TRANSLATE_NOOP("standardfault", "Instruments belong to a number."), {}});
    }
    if (kind && kind->type == QLatin1String("calculated")) {
        auto calculation = calculationOf(m_survey->text(row, QStringLiteral("calculation")),
                                         [this](const QString &name) { return resolve(name); });
        if (const auto *why = std::get_if<Reason>(&calculation))
            m_survey->fail(row, QStringLiteral("calculation"), *why);
        else
            item.insert(QStringLiteral("calculate"), std::get<QJsonObject>(calculation));
    }
    if (!repeat) {
        refuseFilled(row, {QStringLiteral("repeat_kind"), QStringLiteral("min_rows"), QStringLiteral("rows")},
                     {QT_TRANSLATE_NOOP("standardfault", "This belongs to a begin_repeat."), {}});
        refuseFilled(row, {QStringLiteral("distinct")},
                     {QT_TRANSLATE_NOOP("standardfault", "This belongs to a column of a repeat."), {}});
        m_items.append(item);
        return;
    }
    const QString rows = m_survey->text(row, QStringLiteral("rows"));
    const QString rowKind = formWord(m_survey->text(row, QStringLiteral("repeat_kind")));
    item.insert(
        QStringLiteral("repeat"),
        QJsonObject{{QStringLiteral("kind"), rowKind},
                    {QStringLiteral("min_rows"), m_survey->integer(row, QStringLiteral("min_rows")).value_or(1)},
                    {QStringLiteral("rows"), rows.isEmpty() ? QStringLiteral("worst") : rows.toLower()}});
    m_repeat = item;
}

/// What items and columns of a repeat have in common: choices, the form of a number, unit, credit.
void FormReader::addShared(const SheetRow &row, const Kind &kind, const QString &path, QJsonObject &object)
{
    for (const QString &column : {QStringLiteral("choice_filter"), QStringLiteral("repeat_count"),
                                  QStringLiteral("default"), QStringLiteral("trigger")}) {
        if (!m_survey->text(row, column).isEmpty())
            m_survey->fail(row, column,
                           {QT_TRANSLATE_NOOP("standardfault", "\"%1\" cannot be expressed in a standard."), {column}});
    }
    if (m_survey->flag(row, QStringLiteral("read_only"), false))
        m_survey->fail(row, QStringLiteral("read_only"),
                       {QT_TRANSLATE_NOOP("standardfault", "\"%1\" cannot be expressed in a standard."),
                        {QStringLiteral("read_only")}});
    if (kind.type != QLatin1String("calculated"))
        refuseFilled(row, {QStringLiteral("calculation")},
                     {QT_TRANSLATE_NOOP("standardfault", "A calculation belongs to the type calculate."), {}});
    if (kind.type == QLatin1String("choice"))
        object.insert(QStringLiteral("options"), optionsOf(row, kind.list, path));
    const QString constraint = m_survey->text(row, QStringLiteral("constraint"));
    if (kind.type == QLatin1String("measurement")) {
        const auto said = m_survey->integer(row, QStringLiteral("decimals"));
        const int decimals = said.value_or(kind.decimals.value_or(4));
        QJsonObject number;
        if (!constraint.isEmpty()) {
            auto bounds = boundsOf(constraint, qBound(0, decimals, 4));
            if (const auto *why = std::get_if<Reason>(&bounds))
                m_survey->fail(row, QStringLiteral("constraint"), *why);
            else
                number = std::get<QJsonObject>(bounds);
        }
        number.insert(QStringLiteral("decimals"), decimals);
        object.insert(QStringLiteral("number"), number);
    } else if (!constraint.isEmpty()) {
        m_survey->fail(row, QStringLiteral("constraint"),
                       {QT_TRANSLATE_NOOP("standardfault", "A constraint belongs to a number."), {}});
    }
    if (const QString unit = m_survey->text(row, QStringLiteral("unit")); !unit.isEmpty())
        object.insert(QStringLiteral("unit"), unit);
    if (kind.type == QLatin1String("yes_no")) {
        QJsonObject credit;
        const QList<SheetRow> choices = m_lists.value(kind.list);
        m_usedLists.insert(kind.list);
        for (const SheetRow &choice : choices) {
            const QString token = formWord(m_choices->text(choice, QStringLiteral("name")));
            const int usual = token == QLatin1String("yes") ? 10'000 : 0;
            credit.insert(token + QStringLiteral("_bp"),
                          m_choices->basisPoints(choice, QStringLiteral("credit")).value_or(usual));
        }
        object.insert(QStringLiteral("credit"), credit);
    }
    addCredit(row, object);
}

void FormReader::addCredit(const SheetRow &row, QJsonObject &object)
{
    const QString direction = formWord(m_survey->text(row, QStringLiteral("direction")));
    const QString limit = m_survey->text(row, QStringLiteral("limit_from"));
    QJsonObject bands;
    for (int tier = 1; tier <= 3; ++tier) {
        const QString &column = kCredit.at(tier - 1);
        if (!m_survey->text(row, column).isEmpty())
            bands.insert(QString::number(tier), bandsIn(row, column));
    }
    if (bands.isEmpty() && direction.isEmpty() && limit.isEmpty())
        return;
    if (object.contains(QLatin1String("options")) || object.contains(QLatin1String("credit"))) {
        const Reason choices{QT_TRANSLATE_NOOP("standardfault", "The credit of choices stands in the sheet choices."),
                             {}};
        return refuseFilled(row, kCredit + QStringList{QStringLiteral("direction"), QStringLiteral("limit_from")},
                            choices);
    }
    QJsonObject credit{{QStringLiteral("direction"), direction}, {QStringLiteral("bands"), bands}};
    if (!limit.isEmpty()) {
        QString figure = limit;
        if (figure.startsWith(QLatin1String("programme.")))
            figure = figure.mid(10);
        credit.insert(QStringLiteral("limit_from"), QJsonObject{{QStringLiteral("programme"), figure}});
    }
    object.insert(QStringLiteral("credit"), credit);
}

/// "48=100; 36=50" or "33": a limit and the percentage it earns, best first.
QJsonArray FormReader::bandsIn(const SheetRow &row, const QString &column)
{
    QJsonArray bands;
    static const QRegularExpression between(QStringLiteral("[;\\n]"));
    const QStringList pairs = m_survey->text(row, column).split(between, Qt::SkipEmptyParts);
    for (const QString &pair : pairs) {
        if (pair.trimmed().isEmpty())
            continue;
        const QStringList sides = pair.split(QLatin1Char('='));
        const auto credit =
            sides.size() == 1 && bands.isEmpty()
                ? std::optional(10'000)
                : m_survey->basisPointsOf(
                      row, column, sides.mid(1).join(QLatin1Char('=')),
                      {QT_TRANSLATE_NOOP(
                           "standardfault",
                           "Write a limit such as 33, or limits with their credit such as 48=100; 36=50, not \"%1\"."),
                       {pair.trimmed().left(40)}});
        if (credit)
            bands.append(
                QJsonObject{{QStringLiteral("at"), sides.at(0).trimmed()}, {QStringLiteral("credit_bp"), *credit}});
    }
    return bands;
}

void FormReader::addField(const SheetRow &row)
{
    const auto kind = kindOf(row);
    const QString code = m_repeat->value(QLatin1String("code")).toString();
    const QString path = QStringLiteral("items[%1].repeat.fields[%2]").arg(m_items.size()).arg(m_fields.size());
    m_origins.insert(path, {m_survey->name(), row.number});
    QJsonObject field{{QStringLiteral("name"), fieldName(m_survey->text(row, QStringLiteral("name")), code)},
                      {QStringLiteral("label"), localOf(*m_survey, row, QStringLiteral("label"))},
                      {QStringLiteral("type"), kind ? kind->type : QString()}};
    refuseFilled(row,
                 {QStringLiteral("weight"), QStringLiteral("critical"), QStringLiteral("min_photos"),
                  QStringLiteral("document"), QStringLiteral("not_applicable"), QStringLiteral("partial_tolerated"),
                  QStringLiteral("instruments"), QStringLiteral("repeat_kind"), QStringLiteral("min_rows"),
                  QStringLiteral("rows")},
                 {QT_TRANSLATE_NOOP("standardfault", "This belongs to an item, not to a column of a repeat."), {}});
    refuseFilled(row, {QStringLiteral("relevant")},
                 {QT_TRANSLATE_NOOP("standardfault",
                                    "A column of a repeat is asked in each row; a condition belongs to the repeat."),
                  {}});
    if (kind)
        addShared(row, *kind, path, field);
    if (kind && kind->type == QLatin1String("yes_no"))
        field.remove(QStringLiteral("credit")); // in a row a yes earns all and a no nothing
    if (!m_survey->flag(row, QStringLiteral("required"), true))
        field.insert(QStringLiteral("required"), false);
    if (m_survey->flag(row, QStringLiteral("distinct"), false))
        field.insert(QStringLiteral("distinct"), true);
    m_fields.append(field);
}

} // namespace markaz
