// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace markaz::ui {

/// "AM" of "Ayesha Malik": the first letters of the first and the last word.
QString initialsOf(const QString &name);

/// A person's initials on a disc; for the eye only, the name stands beside it.
class Avatar : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(QWidget *parent = nullptr);
    void setName(const QString &name);
    QSize sizeHint() const override { return {28, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_initials;
};

} // namespace markaz::ui
