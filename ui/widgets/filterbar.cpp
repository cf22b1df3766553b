// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterbar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace markaz::ui {

FilterBar::FilterBar(const QString &hint, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_chipsRow(new QHBoxLayout)
    , m_count(plainLabel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_field->setPlaceholderText(hint);
    m_field->setAccessibleName(name);
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon(QStringLiteral("view-filter")), QLineEdit::LeadingPosition);
    m_field->setFixedWidth(232);
    m_chipsRow->setSpacing(8);
    auto *clearAll = new QPushButton(tr("Clear"), this);
    clearAll->setProperty("role", QStringLiteral("flat"));
    row->addWidget(m_field);
    row->addLayout(m_chipsRow);
    row->addWidget(clearAll);
    row->addStretch();
    row->addWidget(m_count);
    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::changed);
    connect(clearAll, &QPushButton::clicked, this, &FilterBar::clear);
}

FilterChip *FilterBar::addChip(const QString &label, const QList<FilterOption> &options)
{
    auto *chip = new FilterChip(label, this);
    chip->setOptions(options);
    m_chips.append(chip);
    m_chipsRow->addWidget(chip);
    connect(chip, &FilterChip::chosenChanged, this, &FilterBar::changed);
    return chip;
}

QString FilterBar::words() const
{
    return m_field->text().trimmed();
}

void FilterBar::setCount(const QString &words)
{
    m_count->setText(words);
}

void FilterBar::clear()
{
    for (FilterChip *chip : m_chips)
        chip->setChosen({});
    if (m_field->text().isEmpty())
        Q_EMIT changed();
    else
        m_field->clear(); // which says so
}

} // namespace markaz::ui
