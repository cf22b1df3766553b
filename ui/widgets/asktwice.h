// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace markaz::ui {

/// A button for what nothing takes back: pressed once it says in place what will happen and offers to leave it, pressed
/// again it is carried out.
class AskTwice final : public QWidget
{
    Q_OBJECT
public:
    /// Object names of the two buttons.
    AskTwice(const QString &action, const QString &cancel, QWidget *parent = nullptr);
    /// \p first stands on the button, \p now when it is pressed again. Without a \p warning it is asked once only.
    /// Forgets that it was asked.
    void setWords(const QString &first, const QString &now = {}, const QString &warning = {});
    /// What the button says that does nothing, where "Leave it" would be said of either: "Go on typing".
    void setStaying(const QString &words);
    /// Of the button: "primary", "danger", or none.
    void setRole(const QString &role);
    /// As if it were pressed the first time: asks, or is carried out where there is nothing to ask. Asked already, it
    /// stays so.
    void press();
    bool isAsking() const { return m_asked; }
    /// Whether there is something to ask: a warning.
    bool asks() const { return !m_warning.isEmpty(); }
    /// A button of the same row, before the action; while it is asked it is out of the way.
    void setBeside(QPushButton *button);
    void setReady(bool ready, const QString &whyNot = {});

Q_SIGNALS:
    void confirmed();
    /// It asks now, or does no more: whoever shares its row makes room.
    void asking(bool now);

private:
    void ask(bool asked);

    QString m_first;
    QString m_now;
    QString m_warning;
    bool m_asked = false;
    QLabel *m_words;
    QHBoxLayout *m_buttons;
    QPushButton *m_beside = nullptr;
    QPushButton *m_action;
    QPushButton *m_cancel;
};

} // namespace markaz::ui
