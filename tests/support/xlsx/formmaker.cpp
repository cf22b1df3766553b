// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/xlsx/formmaker.h"

#include "core/domain/decimal.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace markaz::samples {
namespace {

const QStringList kSurvey{
    QStringLiteral("type"),           QStringLiteral("name"),           QStringLiteral("label::English"),
    QStringLiteral("label::Urdu"),    QStringLiteral("hint::English"),  QStringLiteral("hint::Urdu"),
    QStringLiteral("short::English"), QStringLiteral("short::Urdu"),    QStringLiteral("relevant"),
    QStringLiteral("constraint"),     QStringLiteral("calculation"),    QStringLiteral("appearance"),
    QStringLiteral("weight"),         QStringLiteral("critical"),       QStringLiteral("min_photos"),
    QStringLiteral("document"),       QStringLiteral("not_applicable"), QStringLiteral("partial_tolerated"),
    QStringLiteral("basis"),          QStringLiteral("unit"),           QStringLiteral("instruments"),
    QStringLiteral("decimals"),       QStringLiteral("direction"),      QStringLiteral("tier_1"),
    QStringLiteral("tier_2"),         QStringLiteral("tier_3"),         QStringLiteral("limit_from"),
    QStringLiteral("repeat_kind"),    QStringLiteral("min_rows"),       QStringLiteral("rows"),
    QStringLiteral("required"),       QStringLiteral("distinct")};

using Row = QHash<QString, QString>;

QString percent(int basisPoints)
{
    return Decimal::fromUnits(qint64(basisPoints) * Decimal::kScale / 100).toString();
}

QString constantText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true()") : QStringLiteral("false()");
    if (value.isDouble())
        return QString::number(value.toInteger());
    return QStringLiteral("'%1'").arg(value.toString());
}

QString operandText(const QJsonObject &operand)
{
    const QString key = operand.keys().value(0);
    if (operand.contains(QLatin1String("rows")))
        return QStringLiteral("${%1_%2}")
            .arg(operand.value(QLatin1String("rows")).toString(), operand.value(QLatin1String("field")).toString());
    if (key == QLatin1String("item"))
        return QStringLiteral("${%1}").arg(operand.value(key).toString());
    if (key == QLatin1String("tier"))
        return QStringLiteral("${tier}");
    return QStringLiteral("${%1.%2}").arg(key, operand.value(key).toString());
}

QString ruleText(const QJsonObject &rule)
{
    const QString kind = rule.keys().value(0);
    if (kind == QLatin1String("all") || kind == QLatin1String("any")) {
        QStringList parts;
        const QJsonArray rules = rule.value(kind).toArray();
        for (const auto &part : rules)
            parts.append(QLatin1Char('(') + ruleText(part.toObject()) + QLatin1Char(')'));
        return parts.join(kind == QLatin1String("all") ? QStringLiteral(" and ") : QStringLiteral(" or "));
    }
    if (kind == QLatin1String("not"))
        return QStringLiteral("not(%1)").arg(ruleText(rule.value(kind).toObject()));
    static const QHash<QString, QString> signs{{QStringLiteral("equals"), QStringLiteral("=")},
                                               {QStringLiteral("at_least"), QStringLiteral(">=")},
                                               {QStringLiteral("at_most"), QStringLiteral("<=")}};
    if (!signs.contains(kind))
        qFatal("a form cannot say %s", qPrintable(kind));
    const QJsonArray pair = rule.value(kind).toArray();
    return operandText(pair.at(0).toObject()) + QLatin1Char(' ') + signs.value(kind) + QLatin1Char(' ') +
           constantText(pair.at(1));
}

QString calculationText(const QJsonObject &term)
{
    const QString kind = term.keys().value(0);
    if (kind == QLatin1String("constant"))
        return term.value(kind).toString();
    static const QHash<QString, QString> functions{{QStringLiteral("sum"), QStringLiteral("sum")},
                                                   {QStringLiteral("least"), QStringLiteral("min")},
                                                   {QStringLiteral("most"), QStringLiteral("max")},
                                                   {QStringLiteral("median"), QStringLiteral("median")},
                                                   {QStringLiteral("count"), QStringLiteral("count")}};
    static const QHash<QString, QString> signs{{QStringLiteral("ratio"), QStringLiteral(" div ")},
                                               {QStringLiteral("product"), QStringLiteral(" * ")},
                                               {QStringLiteral("difference"), QStringLiteral(" - ")}};
    if (!functions.contains(kind) && !signs.contains(kind))
        return operandText(term);
    QStringList parts;
    const QJsonArray terms = term.value(kind).toArray();
    for (const auto &part : terms) {
        const QString text = calculationText(part.toObject());
        const bool loose = signs.contains(kind) && text.contains(QLatin1Char(' '));
        parts.append(loose ? QLatin1Char('(') + text + QLatin1Char(')') : text);
    }
    if (signs.contains(kind))
        return parts.join(signs.value(kind));
    return QStringLiteral("%1(%2)").arg(functions.value(kind), parts.join(QStringLiteral(", ")));
}

class FormMaker
{
public:
    QList<MadeSheet> make(const QJsonObject &standard)
    {
        m_survey.name = QStringLiteral("survey");
        m_choices.name = QStringLiteral("choices");
        m_survey.append(cells(kSurvey));
        m_choices.append(cells({QStringLiteral("list_name"), QStringLiteral("name"), QStringLiteral("label::English"),
                                QStringLiteral("label::Urdu"), QStringLiteral("credit")}));
        const QJsonArray sections = standard.value(QLatin1String("sections")).toArray();
        const QJsonArray items = standard.value(QLatin1String("items")).toArray();
        for (const auto &value : sections) {
            const QJsonObject section = value.toObject();
            const QString code = section.value(QLatin1String("code")).toString();
            Row row{{QStringLiteral("type"), QStringLiteral("begin_group")}, {QStringLiteral("name"), code}};
            addLocal(row, QStringLiteral("label"), section.value(QLatin1String("title")).toObject());
            add(row);
            for (const auto &item : items) {
                if (item.toObject().value(QLatin1String("section")) == QJsonValue(code))
                    addItem(item.toObject());
            }
            add({{QStringLiteral("type"), QStringLiteral("end_group")}});
        }
        for (const QString &list : {QStringLiteral("instruments"), QStringLiteral("units")}) {
            const QJsonObject labels = standard.value(list).toObject();
            for (auto label = labels.begin(); label != labels.end(); ++label)
                addChoice(list, label.key(), label->toObject(), {});
        }
        return {m_survey, m_choices, settings(standard), tiers(standard)};
    }

private:
    static QList<MadeCell> cells(const QStringList &texts) { return {texts.begin(), texts.end()}; }

    void add(const Row &row)
    {
        QList<MadeCell> made;
        for (const QString &column : kSurvey) {
            const QString text = row.value(column);
            bool number = false;
            text.toDouble(&number);
            made.append(number ? MadeCell(MadeCell::Kind::Number, text) : MadeCell(text));
        }
        m_survey.append(made);
    }

    static void addLocal(Row &row, const QString &column, const QJsonObject &text)
    {
        row.insert(column + QStringLiteral("::English"), text.value(QLatin1String("en")).toString());
        row.insert(column + QStringLiteral("::Urdu"), text.value(QLatin1String("ur")).toString());
    }

    void addChoice(const QString &list, const QString &name, const QJsonObject &label, const QString &credit)
    {
        m_choices.append({list, name, label.value(QLatin1String("en")).toString(),
                          label.value(QLatin1String("ur")).toString(), credit});
    }

    /// Type, choices, number, unit and credit: of an item or a column.
    void addKind(Row &row, const QJsonObject &object, const QString &list)
    {
        static const QHash<QString, QString> types{{QStringLiteral("measurement"), QStringLiteral("decimal")},
                                                   {QStringLiteral("expiry_date"), QStringLiteral("date")},
                                                   {QStringLiteral("text"), QStringLiteral("text")},
                                                   {QStringLiteral("photo"), QStringLiteral("image")},
                                                   {QStringLiteral("document"), QStringLiteral("file")},
                                                   {QStringLiteral("signature"), QStringLiteral("image")},
                                                   {QStringLiteral("position"), QStringLiteral("geopoint")},
                                                   {QStringLiteral("calculated"), QStringLiteral("calculate")},
                                                   {QStringLiteral("repeat"), QStringLiteral("begin_repeat")}};
        const QString type = object.value(QLatin1String("type")).toString();
        row.insert(QStringLiteral("type"), types.value(type));
        if (type == QLatin1String("signature"))
            row.insert(QStringLiteral("appearance"), QStringLiteral("signature"));
        const QJsonObject credit = object.value(QLatin1String("credit")).toObject();
        if (type == QLatin1String("yes_no")) {
            const int yes = credit.value(QLatin1String("yes_bp")).toInt(10'000);
            const int no = credit.value(QLatin1String("no_bp")).toInt(0);
            const QString name = QStringLiteral("yes_no_%1_%2").arg(yes).arg(no);
            row.insert(QStringLiteral("type"), QStringLiteral("select_one ") + name);
            if (!m_yesNo.contains(name)) {
                m_yesNo.append(name);
                const QJsonObject label{{QStringLiteral("en"), QStringLiteral("x")},
                                        {QStringLiteral("ur"), QStringLiteral("x")}};
                addChoice(name, QStringLiteral("yes"), label, percent(yes));
                addChoice(name, QStringLiteral("no"), label, percent(no));
            }
            return;
        }
        if (type == QLatin1String("choice")) {
            row.insert(QStringLiteral("type"), QStringLiteral("select_one ") + list);
            const QJsonArray options = object.value(QLatin1String("options")).toArray();
            for (const auto &option : options)
                addChoice(list, option[QLatin1String("token")].toString(), option[QLatin1String("label")].toObject(),
                          percent(option[QLatin1String("credit_bp")].toInt()));
        }
        const QJsonObject number = object.value(QLatin1String("number")).toObject();
        QStringList bounds;
        if (number.contains(QLatin1String("least")))
            bounds.append(QStringLiteral(". >= ") + number.value(QLatin1String("least")).toString());
        if (number.contains(QLatin1String("most")))
            bounds.append(QStringLiteral(". <= ") + number.value(QLatin1String("most")).toString());
        row.insert(QStringLiteral("constraint"), bounds.join(QStringLiteral(" and ")));
        if (number.contains(QLatin1String("decimals")))
            row.insert(QStringLiteral("decimals"), QString::number(number.value(QLatin1String("decimals")).toInt()));
        row.insert(QStringLiteral("unit"), object.value(QLatin1String("unit")).toString());
        row.insert(QStringLiteral("direction"), credit.value(QLatin1String("direction")).toString());
        row.insert(QStringLiteral("limit_from"),
                   credit.value(QLatin1String("limit_from"))[QLatin1String("programme")].toString());
        for (const QString &tier : {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}) {
            QStringList bands;
            const QJsonArray all = credit.value(QLatin1String("bands"))[tier].toArray();
            for (const auto &band : all)
                bands.append(band[QLatin1String("at")].toString() + QLatin1Char('=') +
                             percent(band[QLatin1String("credit_bp")].toInt()));
            row.insert(QStringLiteral("tier_") + tier, bands.join(QStringLiteral("; ")));
        }
    }

    void addItem(const QJsonObject &item)
    {
        const QString code = item.value(QLatin1String("code")).toString();
        Row row{{QStringLiteral("name"), code}};
        addLocal(row, QStringLiteral("label"), item.value(QLatin1String("text")).toObject());
        addLocal(row, QStringLiteral("hint"), item.value(QLatin1String("guidance")).toObject());
        addLocal(row, QStringLiteral("short"), item.value(QLatin1String("short")).toObject());
        row.insert(QStringLiteral("weight"), QString::number(item.value(QLatin1String("weight")).toInt()));
        row.insert(QStringLiteral("basis"), item.value(QLatin1String("basis")).toString());
        for (const QString &flag :
             {QStringLiteral("critical"), QStringLiteral("not_applicable"), QStringLiteral("partial_tolerated")})
            row.insert(flag, item.value(flag).toBool() ? QStringLiteral("yes") : QString());
        const QJsonObject evidence = item.value(QLatin1String("evidence")).toObject();
        if (const int photos = evidence.value(QLatin1String("photos")).toInt())
            row.insert(QStringLiteral("min_photos"), QString::number(photos));
        if (evidence.value(QLatin1String("document")).toBool())
            row.insert(QStringLiteral("document"), QStringLiteral("yes"));
        if (item.contains(QLatin1String("visible_when")))
            row.insert(QStringLiteral("relevant"), ruleText(item.value(QLatin1String("visible_when")).toObject()));
        if (item.contains(QLatin1String("calculate")))
            row.insert(QStringLiteral("calculation"),
                       calculationText(item.value(QLatin1String("calculate")).toObject()));
        QStringList instruments;
        const QJsonArray all = item.value(QLatin1String("instruments")).toArray();
        for (const auto &instrument : all)
            instruments.append(instrument.toString());
        row.insert(QStringLiteral("instruments"), instruments.join(QLatin1Char(' ')));
        const QString list = QString(code).replace(QLatin1Char('-'), QLatin1Char('_'));
        addKind(row, item, list);
        if (!item.contains(QLatin1String("repeat")))
            return add(row);
        const QJsonObject repeat = item.value(QLatin1String("repeat")).toObject();
        row.insert(QStringLiteral("repeat_kind"), repeat.value(QLatin1String("kind")).toString());
        row.insert(QStringLiteral("rows"), repeat.value(QLatin1String("rows")).toString());
        row.insert(QStringLiteral("min_rows"), QString::number(repeat.value(QLatin1String("min_rows")).toInt()));
        add(row);
        const QJsonArray fields = repeat.value(QLatin1String("fields")).toArray();
        for (const auto &value : fields) {
            const QJsonObject field = value.toObject();
            const QString name = field.value(QLatin1String("name")).toString();
            Row column{{QStringLiteral("name"), code + QLatin1Char('_') + name}};
            addLocal(column, QStringLiteral("label"), field.value(QLatin1String("label")).toObject());
            addKind(column, field, list + QLatin1Char('_') + name);
            if (!field.value(QLatin1String("required")).toBool(true))
                column.insert(QStringLiteral("required"), QStringLiteral("no"));
            if (field.value(QLatin1String("distinct")).toBool())
                column.insert(QStringLiteral("distinct"), QStringLiteral("yes"));
            add(column);
        }
        add({{QStringLiteral("type"), QStringLiteral("end_repeat")}});
    }

    static MadeSheet settings(const QJsonObject &standard)
    {
        MadeSheet sheet{QStringLiteral("settings"), {}, {}};
        sheet.append({"form_title::English", "form_title::Urdu", "form_id", "version"});
        const QJsonObject title = standard.value(QLatin1String("title")).toObject();
        sheet.append(
            {title.value(QLatin1String("en")).toString(), title.value(QLatin1String("ur")).toString(),
             standard.value(QLatin1String("id")).toString(),
             MadeCell(MadeCell::Kind::Number, QString::number(standard.value(QLatin1String("version")).toInt()))});
        return sheet;
    }

    static MadeSheet tiers(const QJsonObject &standard)
    {
        MadeSheet sheet{QStringLiteral("tiers"), {}, {}};
        sheet.append({"tier", "pass", "provisional_margin", "floors"});
        const QJsonObject all = standard.value(QLatin1String("tiers")).toObject();
        for (auto tier = all.begin(); tier != all.end(); ++tier) {
            QStringList floors;
            const QJsonObject byCode = tier->toObject().value(QLatin1String("floors_bp")).toObject();
            for (auto floor = byCode.begin(); floor != byCode.end(); ++floor)
                floors.append(floor.key() + QLatin1Char('=') + percent(floor->toInt()));
            sheet.append({tier.key(), percent((*tier)[QLatin1String("pass_bp")].toInt()),
                          percent((*tier)[QLatin1String("provisional_margin_bp")].toInt()),
                          floors.join(QStringLiteral("; "))});
        }
        return sheet;
    }

    MadeSheet m_survey;
    MadeSheet m_choices;
    QStringList m_yesNo;
};

} // namespace

QList<MadeSheet> formOf(const QJsonObject &standard)
{
    return FormMaker().make(standard);
}

QList<MadeSheet> smallForm()
{
    MadeSheet survey{QStringLiteral("survey"), {}, {}};
    survey.append({"type", "name", "label::English", "label::Urdu", "hint::English", "hint::Urdu", "relevant",
                   "constraint", "weight", "critical", "unit", "instruments", "direction", "tier_1", "tier_2", "tier_3",
                   "repeat_kind", "rows"});
    survey.append({"begin_group", "A", "First", "پہلا"});
    survey.append({"select_one yes_no", "A-01", "Is it dry?", "خشک ہے؟", "Look", "دیکھیں", "", "", "40", "yes"});
    survey.append({"select_one kinds", "A-02", "Which roof?", "کون سی چھت؟", "Look", "دیکھیں", "", "", "30"});
    survey.append({"decimal", "A-03", "Width", "چوڑائی", "Measure", "ناپیں", "${A-01} = 'yes'", ". >= 0 and . <= 400",
                   "20", "", "in", "tape", "at_least", "48=100; 36=50", "48", "48"});
    survey.append({"begin_repeat", "A-04", "Rooms", "کمرے", "Count", "گنیں", "", "", "10", "", "", "", "at_least",
                   "100", "50", "25", "room", "sum:seats"});
    survey.append({"integer", "A-04_seats", "Seats", "نشستیں", "", "", "", ". >= 0"});
    survey.append({"end_repeat"});
    survey.append({"end_group"});
    MadeSheet choices{QStringLiteral("choices"), {}, {}};
    choices.append({"list_name", "name", "label::English", "label::Urdu", "credit"});
    choices.append({"yes_no", "yes", "Yes", "ہاں"});
    choices.append({"yes_no", "no", "No", "نہیں"});
    choices.append({"kinds", "slab", "Slab", "سلیب", "100"});
    choices.append({"kinds", "tin", "Tin", "ٹین", "33.33 %"});
    choices.append({"instruments", "tape", "Tape", "فیتہ"});
    choices.append({"units", "in", "in", "انچ"});
    MadeSheet settings{QStringLiteral("settings"), {}, {}};
    settings.append({"form_title::English", "form_title::Urdu", "form_id", "version"});
    settings.append({"Small standard", "چھوٹا معیار", "small-standard", "1"});
    MadeSheet tiers{QStringLiteral("tiers"), {}, {}};
    tiers.append({"tier", "pass", "provisional_margin", "floors"});
    tiers.append({"1", "80", "10", "A=75"});
    tiers.append({"2", "75", "10", ""});
    tiers.append({"3", "70", "10", ""});
    return {survey, choices, settings, tiers};
}

MadeSheet &sheetIn(QList<MadeSheet> &sheets, const char *name)
{
    for (MadeSheet &sheet : sheets) {
        if (sheet.name == QLatin1String(name))
            return sheet;
    }
    qFatal("no sheet %s", name);
}

MadeCell &cellIn(MadeSheet &sheet, int row, const char *heading)
{
    QList<MadeCell> &cells = sheet.rows[row];
    const QList<MadeCell> headings = sheet.rows.value(1);
    for (qsizetype column = 0; column < headings.size(); ++column) {
        if (headings.at(column).text != QLatin1String(heading))
            continue;
        while (cells.size() <= column)
            cells.append(MadeCell());
        return cells[column];
    }
    qFatal("no column %s", heading);
}

void addColumn(MadeSheet &sheet, const char *heading, int row, const MadeCell &cell)
{
    sheet.rows[1].append(MadeCell(heading));
    cellIn(sheet, row, heading) = cell;
}

} // namespace markaz::samples
