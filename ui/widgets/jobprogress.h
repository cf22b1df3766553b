// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace markaz::ui {

/// Long work on the page: what it does, how far it is, and a button that stops it. Hidden while there is none.
class JobProgress final : public QWidget
{
    Q_OBJECT
public:
    explicit JobProgress(QWidget *parent = nullptr);
    /// \p words: "Writing 5,000 of 100,000 buildings".
    void setProgress(const QString &words, qint64 done, qint64 total);
    QPushButton *cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void cancelled();

private:
    QLabel *m_words;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace markaz::ui
