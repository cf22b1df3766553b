// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/language.h"
#include "ui/widgets/messagebar.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace markaz::ui {

class Card;

/// The frame of the pages that stand before the desk: the green side with the program's name; title, messages, one
/// card and a hint in the middle; the other language in the corner.
class DoorPage : public QWidget
{
    Q_OBJECT
public:
    /// News that stay until the page goes; one for each key. \p action: what its link does.
    void tell(const QString &key, const Message &message, const std::function<void()> &action = {});

Q_SIGNALS:
    void languageRequested(markaz::ui::Language language);

protected:
    DoorPage(const QString &title, const QString &sub, QWidget *parent);
    void setTitle(const QString &title, const QString &sub);
    void setHint(const QString &hint); ///< below the card
    Card *card() const { return m_card; }
    MessageArea *messages() const { return m_messages; }
    void addBelow(QWidget *widget); ///< below the hint, as wide as the card

private:
    QLabel *m_title;
    QLabel *m_sub;
    Card *m_card;
    QLabel *m_hint;
    MessageArea *m_messages;
    QVBoxLayout *m_column;
};

/// A label above a line to type in, put into \p column.
QLineEdit *addField(QVBoxLayout *column, const QString &label, const QString &name, QWidget *parent);
/// The same for words that nobody else is to read.
QLineEdit *addSecretField(QVBoxLayout *column, const QString &label, const QString &name, QWidget *parent);

} // namespace markaz::ui
