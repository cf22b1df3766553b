// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answers/answereditor.h"

#include "ui/widgets/answers/measurementeditor.h"
#include "ui/widgets/answers/positioneditor.h"
#include "ui/widgets/answers/repeateditor.h"
#include "ui/widgets/answers/valueeditors.h"
#include "ui/widgets/answers/yesnoeditor.h"

namespace markaz::ui {

AnswerEditor *makeAnswerEditor(const Item &item, const Standard &standard, bool urdu, QWidget *parent,
                               const Services *services)
{
    switch (item.type) {
    case ItemType::YesNo:
        return new YesNoEditor(item, parent);
    case ItemType::Choice:
        return new ChoiceEditor(item, urdu, parent);
    case ItemType::Measurement:
        return new MeasurementEditor(item, standard, urdu, parent);
    case ItemType::ExpiryDate:
        return new DateEditor(item, parent);
    case ItemType::Photo:
    case ItemType::Document:
    case ItemType::Signature:
        return new GivenEditor(item, parent);
    case ItemType::Position:
        if (services != nullptr)
            return new PositionEditor(item, *services, parent);
        break;
    case ItemType::Text:
        break;
    case ItemType::Calculated:
        return new CalculatedView(item, standard, urdu, parent);
    case ItemType::Repeat:
        return new RepeatEditor(item, standard, urdu, parent);
    }
    return new TextEditor(item, parent);
}

} // namespace markaz::ui
