// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/parts.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {

QLabel *plainLabel(QWidget *parent)
{
    return plainLabel({}, parent);
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

QLabel *richLabel(const QString &html, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::RichText);
    label->setText(html);
    return label;
}

QLabel *refusalLabel(QWidget *parent)
{
    auto *label = plainLabel(parent);
    label->setWordWrap(true);
    QPalette red = label->palette();
    red.setColor(QPalette::WindowText, currentTheme().status(Status::Bad).text);
    label->setPalette(red);
    label->hide();
    return label;
}

QWidget *labelled(const QString &label, QWidget *field, bool needed)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *words = plainLabel(needed ? label + QStringLiteral(" *") : label, box);
    words->setFont(currentTheme().font(Type::CaptionStrong));
    words->setBuddy(field);
    (field->focusProxy() == nullptr ? field : field->focusProxy())->setAccessibleName(label);
    column->addWidget(words);
    column->addWidget(field);
    column->addStretch();
    return box;
}

void limitText(QPlainTextEdit *edit, int characters)
{
    QObject::connect(edit, &QPlainTextEdit::textChanged, edit, [edit, characters] {
        const QString text = edit->toPlainText();
        if (text.size() <= characters)
            return;
        // What is too much goes where it came in, before the cursor.
        const auto most = static_cast<int>(text.size()) - characters;
        QTextCursor cursor = edit->textCursor();
        const int from = std::max(0, cursor.position() - most);
        cursor.setPosition(from, QTextCursor::KeepAnchor);
        if (cursor.selectedText().size() < most) { // it was set from outside: the end goes
            cursor.setPosition(characters);
            cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        }
        cursor.removeSelectedText();
    });
}

void clear(QLayout *layout)
{
    while (QLayoutItem *taken = layout->takeAt(0)) {
        if (taken->layout() != nullptr)
            clear(taken->layout());
        if (taken->widget() != nullptr) {
            taken->widget()->hide();
            taken->widget()->deleteLater();
        }
        delete taken;
    }
}

QLayout *besideEachOther(QWidget *main, QWidget *side)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    for (const auto &[which, stretch] : {std::pair(main, 3), std::pair(side, 2)}) {
        auto *column = new QVBoxLayout;
        column->addWidget(which);
        column->addStretch(1);
        row->addLayout(column, stretch);
    }
    return row;
}

QScrollArea *scrolling(QWidget *body, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setProperty("clear", true);
    body->setProperty("clear", true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

} // namespace markaz::ui
