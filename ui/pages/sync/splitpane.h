// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace markaz::ui {

class Card;
class EntryList;
class MessageArea;

/// Records at the leading side, the chosen one at the other: head with its name and a way to its own page, a body that
/// scrolls, a footer with what can be done. What the conflicts and the rejected changes have in common.
class SplitPane : public QWidget
{
    Q_OBJECT
public:
    explicit SplitPane(QWidget *parent = nullptr);
    EntryList *list() const { return m_list; }
    MessageArea *messages() const { return m_messages; }

Q_SIGNALS:
    void openRequested(); ///< the link in the head

protected:
    void setListTitle(const QString &title, const QString &note);
    void setHint(const QString &hint); ///< below the list
    void setHead(const QString &code, const QString &title, const QString &sub, const QString &link);
    /// An empty body for the next record.
    QVBoxLayout *freshBody();
    QHBoxLayout *footer() const { return m_footer; }
    /// Asks in place of the footer; the pane goes on only with one of the two answers.
    void ask(const QString &question, const QString &yes, const QString &no, const std::function<void()> &agreed);
    void stopAsking();

private:
    Card *m_listCard;
    EntryList *m_list;
    QLabel *m_hint;
    QLabel *m_code;
    QLabel *m_title;
    QLabel *m_sub;
    QPushButton *m_link;
    MessageArea *m_messages;
    QWidget *m_rows;
    QVBoxLayout *m_column;
    QHBoxLayout *m_footer;
    QStackedLayout *m_feet;
    QLabel *m_question;
    QPushButton *m_yes;
    QPushButton *m_no;
    std::function<void()> m_agreed;
};

} // namespace markaz::ui
