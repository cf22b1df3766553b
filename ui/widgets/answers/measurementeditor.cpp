// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answers/measurementeditor.h"

#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wheelguard.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace markaz::ui {
namespace {

/// As the standard names it: the tokens of a standard that was written elsewhere are known to nobody here.
QString instrumentWords(const QString &token, bool urdu, const Standard &standard)
{
    const QString words = standard.instrumentLabel(token).in(urdu);
    return words == token ? labels::instrument(token) : words;
}

} // namespace

MeasurementEditor::MeasurementEditor(const Item &item, const Standard &standard, bool urdu, QWidget *parent)
    : AnswerEditor(parent)
    , m_number(new QLineEdit(this))
    , m_instrument(nullptr)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);

    const QString unitWords = item.unit.isEmpty() ? QString() : standard.unitLabel(item.unit).in(urdu);
    m_number->setAccessibleName(format::list({item.text.in(urdu), unitWords}));
    m_number->setLayoutDirection(Qt::LeftToRight); // digits keep their order in Urdu too
    m_number->setFixedWidth(item.unit.isEmpty() ? 96 : 84);
    m_number->setMaxLength(16);
    QFont bold = m_number->font();
    bold.setWeight(QFont::DemiBold);
    m_number->setFont(bold);
    row->addWidget(m_number);
    if (!unitWords.isEmpty()) {
        auto *unit = plainLabel(unitWords, this);
        unit->setProperty("tone", QStringLiteral("muted"));
        unit->setMinimumWidth(40);
        row->addWidget(unit);
    }
    if (!item.instruments.isEmpty()) {
        m_instrument = new QComboBox(this);
        WheelGuard::protect(m_instrument);
        m_instrument->setAccessibleName(tr("Instrument"));
        m_instrument->addItem(tr("Instrument"), QString());
        for (const QString &instrument : item.instruments)
            m_instrument->addItem(instrumentWords(instrument, urdu, standard), instrument);
        m_instrument->setMinimumWidth(100); // in a narrow window; its list shows the words whole
        m_instrument->setMaximumWidth(184); // "Laser distance meter" whole
        m_instrument->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        m_instrument->view()->setMinimumWidth(m_instrument->view()->sizeHintForColumn(0) + 32);
        row->addWidget(m_instrument);
        connect(m_instrument, &QComboBox::currentTextChanged, m_instrument, &QComboBox::setToolTip);
        connect(m_instrument, &QComboBox::activated, this, [this] {
            if (!m_number->text().trimmed().isEmpty())
                give();
        });
    }
    watchHalfTyped(m_number);
    connect(m_number, &QLineEdit::editingFinished, this, &MeasurementEditor::give);
    setFocusProxy(m_number);
}

void MeasurementEditor::give()
{
    const QString text = m_number->text().trimmed();
    QJsonObject answer;
    if (!text.isEmpty()) {
        answer.insert(QStringLiteral("value"), text);
        const QString instrument = m_instrument == nullptr ? QString() : m_instrument->currentData().toString();
        if (!instrument.isEmpty())
            answer.insert(QStringLiteral("instrument"), instrument);
    }
    QJsonObject shown = m_shown;
    shown.remove(QStringLiteral("at"));
    if (answer == shown || (answer.isEmpty() && !shown.contains(QStringLiteral("value"))))
        return;                   // nothing new: leaving the field is no answer
    m_number->setModified(false); // given, no longer half typed: a refusal shows what is stored again
    Q_EMIT answerGiven(answer);
}

void MeasurementEditor::show(const QJsonObject &answer, int, const QString &)
{
    const bool stays = answer == m_shown && isHalfTyped();
    m_shown = answer;
    const QString value = answer.value(QStringLiteral("value")).toString();
    if (!stays && m_number->text().trimmed() != value) // a sync that repaints the row takes no half-typed number away
        m_number->setText(value);
    if (m_instrument != nullptr) {
        const int index = m_instrument->findData(answer.value(QStringLiteral("instrument")).toString());
        m_instrument->setCurrentIndex(index < 0 ? 0 : index);
    }
}

} // namespace markaz::ui
