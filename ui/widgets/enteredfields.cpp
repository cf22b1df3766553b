// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/enteredfields.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace markaz::ui {
namespace {

const QString kTyped = QStringLiteral("typed");

QJsonValue enteredIn(const QComboBox &list)
{
    if (list.isEditable() && list.currentText() != list.itemText(list.currentIndex()))
        return QJsonObject{{kTyped, list.currentText()}};
    return QJsonValue::fromVariant(list.currentData());
}

void enterInto(QComboBox &list, const QJsonValue &value)
{
    if (list.isEditable() && value.isObject())
        return list.setEditText(value.toObject().value(kTyped).toString());
    for (int i = 0; i < list.count(); ++i) {
        if (QJsonValue::fromVariant(list.itemData(i)) == value)
            list.setCurrentIndex(i);
    }
}

} // namespace

QJsonObject enteredIn(const QHash<QString, QWidget *> &fields)
{
    QJsonObject entered;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        if (const auto *line = qobject_cast<QLineEdit *>(it.value()))
            entered.insert(it.key(), line->text());
        else if (const auto *text = qobject_cast<QPlainTextEdit *>(it.value()))
            entered.insert(it.key(), text->toPlainText());
        else if (const auto *spin = qobject_cast<QSpinBox *>(it.value()))
            entered.insert(it.key(), spin->value());
        else if (const auto *combo = qobject_cast<QComboBox *>(it.value()))
            entered.insert(it.key(), enteredIn(*combo));
    }
    return entered;
}

void enterInto(const QHash<QString, QWidget *> &fields, const QJsonObject &entered)
{
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        if (!entered.contains(it.key()))
            continue;
        const QJsonValue value = entered.value(it.key());
        if (auto *line = qobject_cast<QLineEdit *>(it.value())) {
            line->setText(value.toString());
            line->setCursorPosition(0);
        } else if (auto *text = qobject_cast<QPlainTextEdit *>(it.value())) {
            text->setPlainText(value.toString());
        } else if (auto *spin = qobject_cast<QSpinBox *>(it.value())) {
            spin->setValue(value.toInt());
        } else if (auto *combo = qobject_cast<QComboBox *>(it.value())) {
            enterInto(*combo, value);
        }
    }
}

} // namespace markaz::ui
