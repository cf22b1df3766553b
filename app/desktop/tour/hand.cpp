// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour/hand.h"

#include "ui/widgets/answers/itemrow.h"
#include "ui/widgets/answers/repeateditor.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/frame/rail.h"
#include "ui/widgets/segmentedanswer.h"

#include <QAbstractItemModel>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace markaz::desktop {
namespace {

Error trouble(const QString &what, const QString &where)
{
    return makeError(ErrorCode::WrongState, what, where);
}

QWidget *visibleChild(QWidget *parent, const char *className)
{
    const auto children = parent->findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (child->inherits(className) && child->isVisibleTo(parent))
            return child;
    }
    return nullptr;
}

} // namespace

Result<QWidget *> Hand::find(const QString &name) const
{
    const auto all = m_window->findChildren<QWidget *>(name);
    for (QWidget *widget : all) {
        if (widget->isVisible()) {
            if (!widget->isEnabled())
                return trouble(QStringLiteral("this control is disabled"), name);
            return widget;
        }
    }
    return makeError(ErrorCode::NotFound, QStringLiteral("this control is not on the screen"), name);
}

Result<void> Hand::click(QWidget *widget) const
{
    if (!widget->isVisible() || !widget->isEnabled())
        return trouble(QStringLiteral("this control cannot be clicked"), widget->objectName());
    QTest::mouseClick(widget, Qt::LeftButton);
    return {};
}

Result<void> Hand::click(const QString &name) const
{
    auto widget = find(name);
    return widget ? click(*widget) : Result<void>(widget.error());
}

Result<void> Hand::type(QWidget *field, const QString &text) const
{
    if (auto *date = qobject_cast<ui::DateField *>(field))
        field = date->line();
    if (!field->isVisible() || !field->isEnabled())
        return trouble(QStringLiteral("nothing can be typed here"), field->objectName());
    field->setFocus(Qt::MouseFocusReason);
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
    return {};
}

Result<void> Hand::type(const QString &name, const QString &text) const
{
    auto field = find(name);
    return field ? type(*field, text) : Result<void>(field.error());
}

Result<void> Hand::choose(QWidget *widget, const QString &data) const
{
    auto *combo = qobject_cast<QComboBox *>(widget);
    if (combo == nullptr || !combo->isVisible() || !combo->isEnabled())
        return trouble(QStringLiteral("nothing can be chosen here"), widget->objectName());
    const int target = combo->findData(data);
    if (target < 0)
        return makeError(ErrorCode::NotFound, QStringLiteral("no entry %1").arg(data), combo->objectName());
    combo->setFocus(Qt::MouseFocusReason);
    for (int guard = combo->count(); combo->currentIndex() != target && guard >= 0; --guard)
        QTest::keyClick(combo, combo->currentIndex() < target ? Qt::Key_Down : Qt::Key_Up);
    return combo->currentIndex() == target ? Result<void>()
                                           : trouble(QStringLiteral("the entry was not reached"), data);
}

Result<void> Hand::openPage(const QString &title) const
{
    auto *rail = m_window->findChild<ui::Rail *>();
    if (rail == nullptr)
        return makeError(ErrorCode::NotFound, QStringLiteral("there is no rail"), title);
    QListView *view = rail->view();
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        const QModelIndex index = view->model()->index(row, 0);
        if (index.data().toString() == title) {
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
            return {};
        }
    }
    return makeError(ErrorCode::NotFound, QStringLiteral("no such page on the rail"), title);
}

Result<void> Hand::answer(ui::ItemRow *row, const QJsonObject &answer) const
{
    ui::AnswerEditor *editor = row->editor();
    const QString value = answer.value(QStringLiteral("value")).toString();
    if (auto *segments = qobject_cast<ui::SegmentedControl *>(visibleChild(editor, "markaz::ui::SegmentedControl"))) {
        ui::SegmentButton *button = segments->button(value);
        return button == nullptr ? trouble(QStringLiteral("no button %1").arg(value), row->code())
                                 : click(static_cast<QWidget *>(button));
    }
    if (auto *repeat = qobject_cast<ui::RepeatEditor *>(editor)) {
        const QJsonArray rows = answer.value(QStringLiteral("rows")).toArray();
        for (const auto &entry : rows) {
            auto *add = repeat->findChild<QPushButton *>();
            if (auto added = click(static_cast<QWidget *>(add)); !added)
                return added;
            const QList<QWidget *> cells = repeat->cells().last();
            for (qsizetype i = 0; i < cells.size(); ++i) {
                const QString text = entry.toObject().value(repeat->fieldName(static_cast<int>(i))).toString();
                auto given =
                    qobject_cast<QComboBox *>(cells[i]) != nullptr ? choose(cells[i], text) : type(cells[i], text);
                if (!given)
                    return given;
            }
        }
        return {};
    }
    if (auto *date = editor->findChild<ui::DateField *>())
        return type(date, value);
    if (auto *line = editor->findChild<QLineEdit *>(); line != nullptr && line->isVisibleTo(editor))
        return type(line, value);
    if (auto *combo = editor->findChild<QComboBox *>())
        return choose(combo, value);
    return trouble(QStringLiteral("no control for this item"), row->code());
}

} // namespace markaz::desktop
