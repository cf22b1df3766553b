// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/sentences.h"
#include "ui/widgets/status.h"

#include <QFrame>
#include <QHash>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace markaz::ui {

/// An inline message: bold fact, what is safe, what to do next, and one way to do it.
struct Message
{
    Status status = Status::Info;
    Sentence sentence;
    QString action; ///< words of the link at the end; empty: none
    QString icon;   ///< empty: the status's own
    bool closable = true;

    static Message of(const Error &error);                             ///< bad, in the words of ui/text
    static Message ofWriting(const Error &error, const QString &path); ///< the same, of a file that was to be written
};

class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);
    void setMessage(const Message &message);
    const Message &message() const { return m_message; }

Q_SIGNALS:
    void actionTriggered();
    void closed(); ///< by its button; the bar is hidden already

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    Message m_message;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

/// The messages of a page or of the frame, newest below; one for each key, so that news of one matter replaces the old.
/// Of more than three the worst are shown, of equal ones the newest, and a line above counts the others and shows them:
/// what is said is never to push away what is worked on.
class MessageArea : public QWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype kMostShown = 3;

    explicit MessageArea(QWidget *parent = nullptr);
    void post(const QString &key, const Message &message, std::function<void()> action = {});
    void withdraw(const QString &key);
    /// What the person may close, goes: its page is left.
    void withdrawClosable();
    MessageBar *bar(const QString &key) const; ///< nullptr when there is none

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QVBoxLayout *m_layout;
    QPushButton *m_more; ///< counts those that are not shown
    bool m_all = false;  ///< are shown, as somebody wished
    QHash<QString, MessageBar *> m_bars;
};

} // namespace markaz::ui
