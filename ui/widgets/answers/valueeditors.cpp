// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answers/valueeditors.h"

#include "core/domain/position.h"
#include "ui/widgets/answers/typingpause.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wheelguard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace markaz::ui {
namespace {

const QString kValue = QStringLiteral("value");

QHBoxLayout *plainRow(QWidget *owner)
{
    auto *row = new QHBoxLayout(owner);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    return row;
}

} // namespace

ChoiceEditor::ChoiceEditor(const Item &item, bool urdu, QWidget *parent)
    : AnswerEditor(parent)
    , m_options(new QComboBox(this))
{
    plainRow(this)->addWidget(m_options);
    m_options->setAccessibleName(item.text.in(urdu));
    m_options->setMinimumWidth(180);
    WheelGuard::protect(m_options);
    m_options->addItem(tr("Choose"), QString());
    for (const Option &option : item.options)
        m_options->addItem(option.label.in(urdu), option.token);
    connect(m_options, &QComboBox::activated, this, [this](int index) {
        const QString chosen = m_options->itemData(index).toString();
        Q_EMIT answerGiven(chosen.isEmpty() ? QJsonObject() : QJsonObject{{kValue, chosen}});
    });
    setFocusProxy(m_options);
}

void ChoiceEditor::show(const QJsonObject &answer, int, const QString &)
{
    const int index = m_options->findData(answer.value(kValue).toString());
    m_options->setCurrentIndex(index < 0 ? 0 : index);
}

DateEditor::DateEditor(const Item &item, QWidget *parent)
    : AnswerEditor(parent)
    , m_date(new DateField(this))
{
    plainRow(this)->addWidget(m_date);
    m_date->line()->setAccessibleName(item.text.en);
    watchHalfTyped(m_date->line());
    connect(m_date, &DateField::edited, this, [this] {
        const QDate date = m_date->date();
        Q_EMIT answerGiven(date.isValid() ? QJsonObject{{kValue, date.toString(Qt::ISODate)}} : QJsonObject());
    });
    setFocusProxy(m_date);
}

void DateEditor::show(const QJsonObject &answer, int, const QString &)
{
    const QDate stored = QDate::fromString(answer.value(kValue).toString(), Qt::ISODate);
    if (stored == m_shown && isHalfTyped())
        return; // a sync that repaints the row takes nothing half-typed away
    m_shown = stored;
    m_date->setDate(stored);
}

TextEditor::TextEditor(const Item &item, QWidget *parent)
    : AnswerEditor(parent)
    , m_text(new QLineEdit(this))
    , m_position(item.type == ItemType::Position)
{
    plainRow(this)->addWidget(m_text);
    m_text->setAccessibleName(item.text.en);
    m_text->setMinimumWidth(m_position ? 190 : 220);
    m_text->setMaxLength(m_position ? 40 : 2000);
    if (m_position) {
        m_text->setPlaceholderText(QStringLiteral("32.4945, 74.5229"));
        m_text->setLayoutDirection(Qt::LeftToRight);
    }
    watchHalfTyped(m_text);
    connect(m_text, &QLineEdit::editingFinished, this, &TextEditor::give);
    if (!m_position)
        saveInPause(m_text, [this] { give(); });
    setFocusProxy(m_text);
}

void TextEditor::give()
{
    const QString text = m_text->text().trimmed();
    if (text == m_shown)
        return;
    m_text->setModified(false); // given, no longer half typed: a refusal shows what is stored again
    if (text.isEmpty()) {
        Q_EMIT answerGiven({});
        return;
    }
    if (!m_position) {
        Q_EMIT answerGiven(QJsonObject{{kValue, text}});
        return;
    }
    const auto position = Position::parse(text);
    if (!position) {
        Q_EMIT answerGiven(QJsonObject{{kValue, text}}); // the model refuses it and says why
        return;
    }
    Q_EMIT answerGiven(QJsonObject{{kValue, QJsonObject{{QStringLiteral("latitude_e6"), position->latitudeE6()},
                                                        {QStringLiteral("longitude_e6"), position->longitudeE6()}}}});
}

void TextEditor::show(const QJsonObject &answer, int, const QString &)
{
    const QJsonValue value = answer.value(kValue);
    const auto position = Position::fromFields(value.toObject());
    const QString stored = position ? position->toString() : value.toString();
    if (stored == m_shown && isHalfTyped())
        return; // a sync that repaints the row takes nothing half-typed away
    m_shown = stored;
    const bool spaceFollows = m_text->hasFocus() && m_text->text().trimmed() == m_shown; // the next word comes
    if (m_text->text() != m_shown && !spaceFollows)
        m_text->setText(m_shown);
}

CalculatedView::CalculatedView(const Item &item, const Standard &standard, bool urdu, QWidget *parent)
    : AnswerEditor(parent)
    , m_value(plainLabel(this))
    , m_unit(item.unit.isEmpty() ? QString() : standard.unitLabel(item.unit).in(urdu))
{
    plainRow(this)->addWidget(m_value);
    m_value->setAccessibleName(item.text.en);
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QFont bold = m_value->font();
    bold.setWeight(QFont::DemiBold);
    m_value->setFont(bold);
}

void CalculatedView::show(const QJsonObject &, int, const QString &computed)
{
    m_value->setText(computed.isEmpty() ? tr("Needs other answers")
                                        : (m_unit.isEmpty() ? computed : computed + QLatin1Char(' ') + m_unit));
}

} // namespace markaz::ui
