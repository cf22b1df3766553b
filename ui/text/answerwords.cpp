// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/answerwords.h"

#include "core/domain/position.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"

#include <QCoreApplication>

namespace markaz::ui {
namespace {

struct AnswerWords
{
    Q_DECLARE_TR_FUNCTIONS(AnswerWords)
};

} // namespace

QString withUnit(const QString &number, const QString &token, const Standard &standard)
{
    if (token.isEmpty())
        return format::isolate(number);
    const QString unit = standard.unitLabel(token).in(isUrdu());
    // A unit in letters of its own goes behind the number in the order of its line; "ft" stays with it.
    return unit == token ? format::isolate(number + QLatin1Char(' ') + unit)
                         : format::isolate(number) + QLatin1Char(' ') + unit;
}

QString answerWords(const Standard &standard, const Item &item, const QJsonObject &answer, const QString &computed)
{
    if (item.type == ItemType::Calculated)
        return computed.isEmpty() ? QString() : withUnit(computed, item.unit, standard);
    if (answer.contains(QStringLiteral("na")))
        return labels::notApplicable();
    if (answer.contains(QStringLiteral("not_inspected")))
        return AnswerWords::tr("Not inspected");
    if (item.type == ItemType::Repeat) {
        const auto rows = answer.value(QStringLiteral("rows")).toArray().size();
        return rows == 0 ? QString() : (rows == 1 ? AnswerWords::tr("1 row") : AnswerWords::tr("%1 rows").arg(rows));
    }
    const QJsonValue value = answer.value(QStringLiteral("value"));
    QString text = value.toString();
    switch (item.type) {
    case ItemType::YesNo:
        return text == QLatin1String("yes") ? labels::yes() : (text.isEmpty() ? QString() : labels::no());
    case ItemType::Choice:
        for (const Option &option : item.options) {
            if (option.token == text)
                return option.label.in(isUrdu());
        }
        return text;
    case ItemType::Measurement:
        return text.isEmpty() ? QString() : withUnit(text, item.unit, standard);
    case ItemType::ExpiryDate:
        return format::date(QDate::fromString(text, Qt::ISODate));
    case ItemType::Photo:
    case ItemType::Document:
    case ItemType::Signature:
        return text.isEmpty()
                   ? QString()
                   : (text == QLatin1String("given") ? AnswerWords::tr("Seen") : AnswerWords::tr("Not there"));
    case ItemType::Position: {
        const auto position = Position::fromFields(value.toObject());
        return position ? format::isolate(position->toString()) : QString();
    }
    case ItemType::Text:
    case ItemType::Calculated:
    case ItemType::Repeat:
        break;
    }
    return text;
}

} // namespace markaz::ui
