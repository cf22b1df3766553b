// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace markaz::ui {

class MessageArea;
class PageHeader;

/// The frame of the pages on the rail: header, messages, and a body with the page's margins.
class ListPage : public QWidget
{
    Q_OBJECT
public:
    explicit ListPage(const QString &title, QWidget *parent = nullptr);
    PageHeader *header() const { return m_header; }
    MessageArea *messages() const { return m_messages; }

protected:
    QVBoxLayout *body() const { return m_body; }

private:
    PageHeader *m_header;
    MessageArea *m_messages;
    QVBoxLayout *m_body;
};

} // namespace markaz::ui
