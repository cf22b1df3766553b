// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/position.h"
#include "core/standard/draftanswer.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace markaz {
namespace {

constexpr qsizetype kMostText = 2000;
constexpr qsizetype kMostRows = 500;

Error invalid(const QString &why, const QString &where)
{
    return makeError(ErrorCode::InvalidValue, why, where);
}

/// Whether rows are whole, or still being filled in.
enum class Rows { Whole, Begun };

/// A value and, when it is a text, that text: taken out once, because scoring checks every answer each time.
struct Given
{
    QJsonValue value;
    QString text;
};

Result<void> checkEither(const Given &given, QLatin1String one, QLatin1String other, const QString &where)
{
    if (given.text == one || given.text == other)
        return {};
    return invalid(QStringLiteral("must be %1 or %2").arg(one, other), where);
}

Result<void> checkYesNo(const Given &given, const QString &where)
{
    return checkEither(given, QLatin1String("yes"), QLatin1String("no"), where);
}

Result<void> checkOption(const Given &given, const QList<Option> &options, const QString &where)
{
    if (given.value.isString() &&
        std::any_of(options.begin(), options.end(), [&](const Option &o) { return o.token == given.text; }))
        return {};
    return invalid(QStringLiteral("is none of the options"), where);
}

Result<void> checkNumber(const Given &given, const NumberForm &form, const QString &where)
{
    if (!given.value.isString()) // floating point does not travel
        return invalid(QStringLiteral("a number travels as text"), where);
    if (const auto parsed = form.parse(given.text); !parsed)
        return invalid(parsed.error().detail, where);
    return {};
}

Result<void> checkDate(const Given &given, const QString &where)
{
    if (given.text.size() == 10 && QDate::fromString(given.text, Qt::ISODate).isValid())
        return {};
    return invalid(QStringLiteral("not a date as in 2027-03-14"), where);
}

Result<void> checkText(const Given &given, const QString &where)
{
    if (!given.value.isString() || given.text.size() > kMostText)
        return invalid(QStringLiteral("not a text of at most %1 characters").arg(kMostText), where);
    if (given.text.trimmed().isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("is empty"), where);
    return {};
}

Result<void> checkPosition(const QJsonValue &value, const QString &where)
{
    const QJsonObject object = value.toObject();
    for (const char *name : {"latitude_e6", "longitude_e6", "accuracy_m"}) {
        const QJsonValue member = object.value(QLatin1String(name));
        const bool optional = qstrcmp(name, "accuracy_m") == 0 && member.isUndefined();
        if (!optional && (!member.isDouble() || member.toInteger(-1) != member.toInteger(-2))) // no fractions
            return invalid(QStringLiteral("not a position in whole millionths of a degree"), where);
    }
    if (!Position::fromFields(object))
        return invalid(QStringLiteral("not a position on Earth"), where);
    const QJsonValue source = object.value(QStringLiteral("position_source"));
    const bool known = source == QLatin1String("typed") || source == QLatin1String("photo") ||
                       source == QLatin1String("gps") || source == QLatin1String("map");
    if (!source.isUndefined() && !known)
        return invalid(QStringLiteral("not a source of positions"), where);
    return {};
}

Result<void> checkField(const RepeatField &field, const Given &given)
{
    switch (field.type) {
    case ItemType::YesNo:
        return checkYesNo(given, {});
    case ItemType::Choice:
        return checkOption(given, field.options, {});
    case ItemType::Measurement:
        return checkNumber(given, field.number, {});
    case ItemType::ExpiryDate:
        return checkDate(given, {});
    default:
        return checkText(given, {});
    }
}

/// The place of an error is put together when there is one: scoring checks every row each time.
Error inColumn(const Error &error, qsizetype row, const QString &column)
{
    return makeError(error.code, error.detail, QStringLiteral("rows[%1].%2").arg(row).arg(column));
}

Result<void> checkRow(const QList<RepeatField> &fields, const QJsonValue &row, qsizetype index, Rows rows)
{
    if (!row.isObject())
        return invalid(QStringLiteral("a row is an object"), QStringLiteral("rows[%1]").arg(index));
    const QJsonObject object = row.toObject();
    qsizetype known = 0;
    for (const RepeatField &field : fields) {
        const QJsonValue value = object.value(field.name);
        known += value.isUndefined() ? 0 : 1;
        const QString text = value.toString();
        if (value.isUndefined() || value.isNull() || (value.isString() && text.isEmpty())) {
            if (field.required && rows == Rows::Whole)
                return inColumn(makeError(ErrorCode::Incomplete, QStringLiteral("is missing")), index, field.name);
            continue;
        }
        if (auto checked = checkField(field, {value, text}); !checked)
            return inColumn(checked.error(), index, field.name);
    }
    if (known == object.size())
        return {};
    const QStringList names = object.keys();
    const auto stranger = std::find_if(names.begin(), names.end(), [&](const QString &name) {
        return std::none_of(fields.begin(), fields.end(), [&](const RepeatField &f) { return f.name == name; });
    });
    return inColumn(invalid(QStringLiteral("no such column"), {}), index, *stranger);
}

/// "10" and "10.0" are one value: a distinct column of numbers compares numbers.
QString keyOf(const RepeatField &field, const QString &text)
{
    if (field.type != ItemType::Measurement)
        return text;
    const auto number = Decimal::parse(text);
    return number ? number.value().toString() : text;
}

Result<void> checkRows(const Item &item, const QJsonArray &rows, Rows as)
{
    const QString where = QStringLiteral("rows");
    if (rows.size() > kMostRows)
        return invalid(QStringLiteral("more than %1 rows").arg(kMostRows), where);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (auto checked = checkRow(item.repeatFields, rows.at(i), i, as); !checked)
            return checked;
    }
    for (const RepeatField &field : item.repeatFields) {
        if (!field.distinct)
            continue;
        QSet<QString> seen;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString key = keyOf(field, rows.at(i).toObject().value(field.name).toString());
            if (!key.isEmpty() && seen.contains(key))
                return invalid(QStringLiteral("is in another row already"),
                               QStringLiteral("rows[%1].%2").arg(i).arg(field.name));
            seen.insert(key);
        }
    }
    if (rows.size() < item.minRows && as == Rows::Whole)
        return makeError(ErrorCode::Incomplete, QStringLiteral("at least %1 rows are needed").arg(item.minRows), where);
    return {};
}

Result<void> checkGiven(const Item &item, const Answer &answer, Rows rows)
{
    const Given given{answer.value(), answer.text()};
    const QString where = QStringLiteral("value");
    switch (item.type) {
    case ItemType::YesNo:
        return checkYesNo(given, where);
    case ItemType::Choice:
        return checkOption(given, item.options, where);
    case ItemType::Measurement:
        if (const QString with = answer.instrument(); !with.isEmpty() && !item.instruments.contains(with))
            return invalid(QStringLiteral("not an instrument of this item"), QStringLiteral("instrument"));
        return checkNumber(given, item.number, where);
    case ItemType::ExpiryDate:
        return checkDate(given, where);
    case ItemType::Text:
        return checkText(given, where);
    case ItemType::Photo:
    case ItemType::Document:
    case ItemType::Signature:
        return checkEither(given, QLatin1String("given"), QLatin1String("missing"), where);
    case ItemType::Position:
        return checkPosition(given.value, where);
    case ItemType::Repeat:
        return checkRows(item, answer.rows(), rows);
    case ItemType::Calculated:
        break;
    }
    return invalid(QStringLiteral("this item is calculated; nobody answers it"), where);
}

Result<void> check(const Item &item, const Answer &answer, Rows rows)
{
    if (item.type == ItemType::Calculated)
        return invalid(QStringLiteral("this item is calculated; nobody answers it"), QStringLiteral("value"));
    // An answer has one of value, rows, na, not_inspected: where there is a value, nothing else need be looked for.
    const QJsonValue value = answer.value();
    if (value.isUndefined()) {
        switch (answer.state()) {
        case Answer::State::NotApplicable:
            if (!item.notApplicableAllowed)
                return invalid(QStringLiteral("this item always applies"), QStringLiteral("na"));
            return {};
        case Answer::State::NotInspected:
            return {};
        case Answer::State::Answered:
            break;
        }
    }
    const bool isRepeat = value.isUndefined();
    if (isRepeat != (item.type == ItemType::Repeat))
        return invalid(QStringLiteral("rows are for repeat items, and only for them"),
                       isRepeat ? QStringLiteral("rows") : QStringLiteral("value"));
    return checkGiven(item, answer, rows);
}

} // namespace

Result<void> Item::checkAnswer(const Answer &answer) const
{
    return check(*this, answer, Rows::Whole);
}

Result<void> checkDraftAnswer(const Item &item, const Answer &answer)
{
    return check(item, answer, Rows::Begun);
}

SoundRows soundRows(const Item &item, const QJsonArray &rows)
{
    SoundRows sound;
    QHash<QString, QSet<QString>> seen;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QJsonObject kept;
        const QJsonObject row = rows.at(i).toObject();
        for (const RepeatField &field : item.repeatFields) {
            const QString text = row.value(field.name).toString();
            if (text.isEmpty())
                continue;
            auto checked = checkField(field, {row.value(field.name), text});
            const QString key = keyOf(field, text);
            if (checked && field.distinct && seen[field.name].contains(key))
                checked = invalid(QStringLiteral("is in another row already"), {});
            if (checked) {
                kept.insert(field.name, text);
                seen[field.name].insert(key);
            } else if (!sound.fault) {
                sound.fault = inColumn(checked.error(), i, field.name);
            }
        }
        if (!kept.isEmpty())
            sound.rows.append(kept);
    }
    return sound;
}

} // namespace markaz
