// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextDocument>

/// What a person would otherwise have to look for in each picture: texts that are cut, parts outside, parts without a
/// name.
namespace markaz::ui::test {

inline QString described(const QWidget *widget)
{
    QString text = widget->accessibleName();
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        text = label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        text = button->text();
    return QStringLiteral("%1 \"%2\" in %3")
        .arg(QLatin1String(widget->metaObject()->className()), text.left(60),
             widget->parentWidget() == nullptr ? QString()
                                               : QLatin1String(widget->parentWidget()->metaObject()->className()));
}

inline QString plainOf(const QLabel *label)
{
    if (!Qt::mightBeRichText(label->text()))
        return label->text();
    QTextDocument document;
    document.setHtml(label->text());
    return document.toPlainText();
}

/// Labels whose text needs more room than they have, buttons under their size, parts that reach out of the window or,
/// in a scroll area that does not scroll sideways, out of that.
inline QStringList cutParts(QWidget &root)
{
    QStringList found;
    const auto all = root.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisibleTo(&root) || widget->window() != root.window())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label != nullptr && !label->text().isEmpty()) {
            const QRect room = label->contentsRect();
            if (label->wordWrap()) {
                const int needed = label->heightForWidth(label->width());
                if (needed > label->height() + 1)
                    found.append(QStringLiteral("%1 needs height %2, has %3")
                                     .arg(described(label))
                                     .arg(needed)
                                     .arg(label->height()));
            } else {
                int needed = 0;
                const QStringList lines = plainOf(label).split(QLatin1Char('\n'));
                for (const QString &line : lines)
                    needed = std::max(needed, QFontMetrics(label->font()).horizontalAdvance(line));
                if (needed > room.width() + 1)
                    found.append(QStringLiteral("%1 needs width %2, has %3")
                                     .arg(described(label))
                                     .arg(needed)
                                     .arg(room.width()));
            }
        }
        if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            const int needed =
                QFontMetrics(combo->font()).horizontalAdvance(combo->currentText()) + 36; // padding and arrow
            if (needed > combo->width())
                found.append(QStringLiteral("%1 \"%2\" needs width %3, has %4")
                                 .arg(described(combo), combo->currentText())
                                 .arg(needed)
                                 .arg(combo->width()));
        }
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool ownElision =
            widget->inherits("markaz::ui::SyncPill") || widget->inherits("markaz::ui::AccountButton") ||
            widget->property("noFocusRing").toBool() || qobject_cast<QLineEdit *>(widget->parentWidget()) != nullptr;
        if (button != nullptr && !ownElision && !button->text().isEmpty() &&
            (button->width() < button->sizeHint().width() || button->height() + 2 < button->sizeHint().height()))
            found.append(QStringLiteral("%1 has %2x%3 of %4x%5")
                             .arg(described(button))
                             .arg(button->width())
                             .arg(button->height())
                             .arg(button->sizeHint().width())
                             .arg(button->sizeHint().height()));
        if (button != nullptr || qobject_cast<const QLabel *>(widget) != nullptr ||
            qobject_cast<const QLineEdit *>(widget) != nullptr) {
            const QWidget *frame = widget->parentWidget();
            while (frame != nullptr && frame != &root &&
                   qobject_cast<QAbstractScrollArea *>(frame->parentWidget()) == nullptr)
                frame = frame->parentWidget();
            const auto *area =
                frame == nullptr ? nullptr : qobject_cast<const QAbstractScrollArea *>(frame->parentWidget());
            if (frame == nullptr || frame == &root || area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff) {
                const QWidget *bounds =
                    frame == nullptr || frame == &root ? static_cast<const QWidget *>(&root) : frame;
                const QRect rect(widget->mapTo(bounds, QPoint(0, 0)), widget->size());
                const bool scrolls = bounds != &root;
                if (rect.left() < 0 || rect.right() > bounds->width() ||
                    (!scrolls && (rect.top() < 0 || rect.bottom() > bounds->height())))
                    found.append(QStringLiteral("%1 lies outside").arg(described(widget)));
            }
        }
    }
    return found;
}

/// Enabled controls that a screen reader could not name.
inline QStringList namelessParts(QWidget &root)
{
    QStringList found;
    const auto all = root.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        const bool control =
            qobject_cast<QAbstractButton *>(widget) != nullptr || qobject_cast<QLineEdit *>(widget) != nullptr ||
            qobject_cast<QComboBox *>(widget) != nullptr || qobject_cast<QAbstractSpinBox *>(widget) != nullptr ||
            qobject_cast<QAbstractItemView *>(widget) != nullptr || qobject_cast<QPlainTextEdit *>(widget) != nullptr;
        const QWidget *parent = widget->parentWidget();
        const bool inner = parent != nullptr &&
                           (qobject_cast<const QComboBox *>(parent) != nullptr ||
                            qobject_cast<const QAbstractSpinBox *>(parent) != nullptr ||
                            qobject_cast<const QLineEdit *>(parent) != nullptr || parent->inherits("QTableView") ||
                            parent->inherits("QTabBar") || parent->inherits("QComboBoxPrivateContainer"));
        if (!control || inner || !widget->isEnabled() || !widget->isVisibleTo(&root) || widget->inherits("QHeaderView"))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (face == nullptr || face->text(QAccessible::Name).trimmed().isEmpty())
            found.append(described(widget) + QLatin1Char(' ') + widget->objectName());
    }
    return found;
}

/// Labels that would take a record's "<b>" for a command: each says whether its words are plain or rich.
inline QStringList guessingLabels(QWidget &root)
{
    QStringList found;
    const auto all = root.findChildren<QLabel *>();
    for (const QLabel *label : all) {
        if (label->textFormat() == Qt::AutoText && !label->text().isEmpty() && label->inherits("QLabel") &&
            qstrcmp(label->metaObject()->className(), "QLabel") == 0)
            found.append(described(label));
    }
    return found;
}

} // namespace markaz::ui::test
