// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/overlay.h"

class QHBoxLayout;
class QVBoxLayout;

namespace markaz::ui {

class Card;
class MessageArea;

/// An overlay that is one card: its title, its messages, what it is about, and its buttons in a row below.
class Sheet : public Overlay
{
    Q_OBJECT
public:
    enum class Room { Middle, Whole }; ///< of the window: a form is no wider than it has to be, a table takes it all

    Sheet(Room room, QWidget *page);

protected:
    void setTitle(const QString &title);
    Card *card() const { return m_card; }
    QVBoxLayout *body() const { return m_body; } ///< between the messages and the foot
    QHBoxLayout *foot() const { return m_foot; }
    MessageArea *messages() const { return m_messages; }
    void present(QWidget *first); ///< shows it; \p first has the keyboard

private:
    Card *m_card;
    MessageArea *m_messages;
    QVBoxLayout *m_body;
    QHBoxLayout *m_foot;
};

} // namespace markaz::ui
