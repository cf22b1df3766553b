// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace markaz::ui {

class Card;

/// The files' part of the sync page: how many are sent of how many, bytes of bytes, the file that moves and how fast,
/// and why they wait when they do. It follows \p sync by itself, and hides with the gap below it while there is nothing
/// to say.
class FileProgress final : public QWidget
{
    Q_OBJECT
public:
    explicit FileProgress(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void failed(const markaz::Error &error);

private:
    void refresh();
    void refreshRefused(int refused);

    Services m_services;
    QLabel *m_words;
    QLabel *m_bytes;
    QProgressBar *m_bar;
    QLabel *m_current;
    QLabel *m_pause;
    QLabel *m_refused;
    QPushButton *m_again;
    QPushButton *m_forget;
};

} // namespace markaz::ui
