// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace markaz::ui {

/// "2027-03-14", "14/3/2027", "14.3.2027", "14 3 2027" or "14 Mar 2027"; invalid when it is none of them. Day before
/// month, as in Pakistan.
QDate parseDate(const QString &text);

/// A day, typed in any of these forms or picked from a calendar; empty is a state of its own, never today by accident.
class DateField final : public QWidget
{
    Q_OBJECT
public:
    explicit DateField(QWidget *parent = nullptr);
    void setDate(const QDate &date); ///< emits nothing
    /// Invalid while it is empty or cannot be read.
    QDate date() const;
    QString text() const; ///< what stands in the field
    QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    /// The field was left with another content than before: a date, or empty. What cannot be read is marked, not sent.
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void finish();
    void pick();

    QLineEdit *m_line;
    QToolButton *m_button;
    QString m_last;
};

} // namespace markaz::ui
