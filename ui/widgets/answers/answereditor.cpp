// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answers/answereditor.h"

#include "ui/widgets/answers/measurementeditor.h"
#include "ui/widgets/answers/positioneditor.h"
#include "ui/widgets/answers/repeateditor.h"
#include "ui/widgets/answers/valueeditors.h"
#include "ui/widgets/answers/yesnoeditor.h"

#include <QLineEdit>

namespace markaz::ui {

void AnswerEditor::watchHalfTyped(QLineEdit *line)
{
    m_line = line;
    connect(line, &QLineEdit::textEdited, this, [this] {
        m_typing = true;
        Q_EMIT halfTypedChanged();
    });
    connect(line, &QLineEdit::editingFinished, this, [this] {
        m_typing = false;
        Q_EMIT halfTypedChanged();
    });
}

bool AnswerEditor::isHalfTyped() const
{
    return m_typing && m_line->isModified();
}

QString AnswerEditor::halfTyped() const
{
    return isHalfTyped() ? m_line->text() : QString();
}

void AnswerEditor::takeUp(const QString &halfTyped)
{
    if (m_line == nullptr || m_line->text() == halfTyped)
        return;
    m_line->selectAll();
    m_line->insert(halfTyped); // unlike setText(): it is given when the line is left
}

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
