// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answers/positioneditor.h"

#include "ui/widgets/positionfield.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace markaz::ui {
namespace {

const QString kValue = QStringLiteral("value");

} // namespace

PositionEditor::PositionEditor(const Item &item, const Services &services, QWidget *parent)
    : AnswerEditor(parent)
    , m_field(new PositionField(services, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_field);
    row->addStretch();
    m_field->line()->setAccessibleName(item.text.en);
    m_field->line()->setMinimumWidth(260);
    setFocusProxy(m_field);
    connect(m_field->line(), &QLineEdit::editingFinished, this, &PositionEditor::give);
    connect(m_field, &PositionField::given, this, &PositionEditor::give);
    connect(m_field, &PositionField::failed, this, &AnswerEditor::failed);
}

void PositionEditor::give()
{
    m_field->line()->setModified(false); // given, no longer half typed: a refusal shows what is stored again
    QJsonObject value;
    if (!m_field->writeTo(value)) {
        Q_EMIT answerGiven({{kValue, m_field->line()->text().trimmed()}}); // the model refuses it and says why
        return;
    }
    if (value == m_shown)
        return;
    Q_EMIT answerGiven(value.isEmpty() ? QJsonObject() : QJsonObject{{kValue, value}});
}

void PositionEditor::show(const QJsonObject &answer, int, const QString &)
{
    const QJsonObject value = answer.value(kValue).toObject();
    const QLineEdit *line = m_field->line();
    const bool halfTyped = line->hasFocus() && line->isModified();
    QJsonObject entered;
    if (value == m_shown && (halfTyped || (m_field->writeTo(entered) && entered == value)))
        return; // a row that is repainted takes nothing away, nor stops a receiver
    m_shown = value;
    m_field->setFields(value);
}

} // namespace markaz::ui
