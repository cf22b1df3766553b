// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/answers/repeateditor.h"

#include "core/standard/draftanswer.h"
#include "ui/text/format.h"
#include "ui/widgets/answers/typingpause.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wheelguard.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

const QString kRows = QStringLiteral("rows");

} // namespace

QJsonValue cellValue(const QWidget *cell)
{
    QString text;
    if (const auto *date = qobject_cast<const DateField *>(cell))
        text = date->date().toString(Qt::ISODate);
    else if (const auto *combo = qobject_cast<const QComboBox *>(cell))
        text = combo->currentData().toString();
    else if (const auto *line = qobject_cast<const QLineEdit *>(cell))
        text = line->text().trimmed();
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

RepeatEditor::RepeatEditor(const Item &item, const Standard &standard, bool urdu, QWidget *parent)
    : AnswerEditor(parent)
    , m_item(item)
    , m_urdu(urdu)
    , m_grid(new QGridLayout)
    , m_hint(plainLabel(this))
    , m_add(new QPushButton(tr("Add row"), this))
{
    for (const RepeatField &field : m_item.repeatFields)
        m_heads.append(format::list(
            {field.label.in(urdu), field.unit.isEmpty() ? QString() : standard.unitLabel(field.unit).in(urdu)}));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    column->addLayout(m_grid);
    auto *foot = new QHBoxLayout;
    m_add->setProperty("role", QStringLiteral("flat"));
    m_add->setAccessibleName(tr("Add row to %1").arg(item.code));
    m_hint->setProperty("type", QStringLiteral("caption"));
    foot->addWidget(m_add);
    foot->addWidget(m_hint, 1);
    column->addLayout(foot);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        orderTabs();
        m_cells.last().first()->setFocus();
        give();
    });
    rebuild({});
}

QWidget *RepeatEditor::makeCell(qsizetype column, const QJsonValue &value)
{
    const RepeatField &field = m_item.repeatFields.at(column);
    const QString &name = m_heads.at(column);
    if (field.type == ItemType::YesNo || field.type == ItemType::Choice) {
        auto *combo = new QComboBox(this);
        combo->addItem(tr("Choose"), QString());
        if (field.type == ItemType::YesNo) {
            combo->addItem(tr("Yes"), QStringLiteral("yes"));
            combo->addItem(tr("No"), QStringLiteral("no"));
        }
        for (const Option &option : field.options)
            combo->addItem(option.label.in(m_urdu), option.token);
        combo->setCurrentIndex(std::max(0, combo->findData(value.toString())));
        combo->setAccessibleName(name);
        WheelGuard::protect(combo);
        connect(combo, &QComboBox::activated, this, &RepeatEditor::give);
        return combo;
    }
    if (field.type == ItemType::ExpiryDate) {
        auto *date = new DateField(this);
        date->setDate(QDate::fromString(value.toString(), Qt::ISODate));
        date->line()->setAccessibleName(name);
        connect(date, &DateField::edited, this, &RepeatEditor::give);
        return date;
    }
    auto *line = new QLineEdit(value.toString(), this);
    line->setAccessibleName(name);
    line->setMaxLength(200);
    if (field.type != ItemType::Text)
        line->setLayoutDirection(Qt::LeftToRight);
    connect(line, &QLineEdit::editingFinished, this, &RepeatEditor::give);
    if (field.type == ItemType::Text)
        saveInPause(line, [this] { give(); });
    return line;
}

void RepeatEditor::addRow(const QJsonObject &values)
{
    const int gridRow = static_cast<int>(m_cells.size()) + 1;
    QList<QWidget *> cells;
    for (const RepeatField &field : m_item.repeatFields) {
        QWidget *cell = makeCell(cells.size(), values.value(field.name));
        m_grid->addWidget(cell, gridRow, static_cast<int>(cells.size()));
        cells.append(cell);
    }
    auto *remove = new QToolButton(this);
    remove->setText(QStringLiteral("×"));
    remove->setToolTip(tr("Remove this row"));
    remove->setAccessibleName(tr("Remove row %1").arg(gridRow));
    remove->setAutoRaise(true);
    m_grid->addWidget(remove, gridRow, static_cast<int>(cells.size()));
    const int row = static_cast<int>(m_cells.size());
    connect(remove, &QToolButton::clicked, this, [this, row] { removeRow(row); });
    m_cells.append(cells);
    if (isVisible()) { // a child added later is shown only by the next turn of the event loop, and the focus comes
                       // before
        for (QWidget *cell : std::as_const(cells))
            cell->show();
        remove->show();
    }
}

void RepeatEditor::removeRow(int row)
{
    const bool here = isAncestorOf(window()->focusWidget());
    QJsonArray kept = rows();
    kept.removeAt(row);
    rebuild(kept);
    if (here) { // what has the keyboard goes with the rows
        QWidget *next = m_cells.isEmpty() ? m_add : m_cells.at(std::min<qsizetype>(row, m_cells.size() - 1)).first();
        next->setFocus();
    }
    give();
}

void RepeatEditor::rebuild(const QJsonArray &rows)
{
    while (QLayoutItem *taken = m_grid->takeAt(0)) {
        if (taken->widget() != nullptr)
            taken->widget()->deleteLater();
        delete taken;
    }
    m_cells.clear();
    int column = 0;
    for (const RepeatField &field : m_item.repeatFields) {
        auto *head = plainLabel(m_heads.at(column), this);
        head->setProperty("type", QStringLiteral("caption"));
        m_grid->addWidget(head, 0, column);
        m_grid->setColumnStretch(column, field.type == ItemType::Text ? 2 : 1);
        ++column;
    }
    for (const auto &row : rows)
        addRow(row.toObject());
    orderTabs();
    m_hint->setText(missing());
}

/// Tab goes through the cells as they stand, whenever they were made, and then to what adds a row; whoever enters the
/// editor begins at its first cell.
void RepeatEditor::orderTabs()
{
    QWidget *last = m_add;
    const auto then = [&last](QWidget *widget) {
        if (widget->focusProxy() != nullptr)
            widget = widget->focusProxy();
        setTabOrder(last, widget);
        last = widget;
    };
    for (int row = 1; row <= rowCount(); ++row) {
        for (int column = 0; column <= m_item.repeatFields.size(); ++column) // the last removes the row
            then(m_grid->itemAtPosition(row, column)->widget());
    }
    if (last != m_add)
        setTabOrder(last, m_add);
    setFocusProxy(m_cells.isEmpty() ? m_add : m_cells.first().first());
}

QJsonArray RepeatEditor::rows() const
{
    QJsonArray all;
    for (const QList<QWidget *> &cells : m_cells) {
        QJsonObject row;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const QJsonValue value = cellValue(cells[i]);
            if (!value.isNull())
                row.insert(m_item.repeatFields[i].name, value);
        }
        all.append(row);
    }
    return all;
}

QString RepeatEditor::missing() const
{
    const QJsonArray all = rows();
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (const RepeatField &field : m_item.repeatFields) {
            if (field.required && !all[i].toObject().contains(field.name))
                return tr("Row %1 still needs: %2").arg(i + 1).arg(field.label.in(m_urdu));
        }
    }
    return all.size() < m_item.minRows ? (m_item.minRows == 1 ? tr("At least 1 row is needed")
                                                              : tr("At least %1 rows are needed").arg(m_item.minRows))
                                       : QString();
}

void RepeatEditor::give()
{
    m_hint->setText(missing());
    const auto [sound, fault] = soundRows(m_item, rows());
    if (sound != m_shown)
        Q_EMIT answerGiven(sound.isEmpty() ? QJsonObject() : QJsonObject{{kRows, sound}});
    if (fault)
        Q_EMIT failed(makeError(fault->code, fault->where + QStringLiteral(": ") + fault->detail, m_item.code));
}

void RepeatEditor::show(const QJsonObject &answer, int, const QString &)
{
    const QJsonArray stored = answer.value(kRows).toArray();
    if (stored == m_shown && (rowCount() > 0 || stored.isEmpty()))
        return; // rows that are still being filled in stay
    m_shown = stored;
    if (soundRows(m_item, rows()).rows != stored)
        rebuild(stored);
}

} // namespace markaz::ui
