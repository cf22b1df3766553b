// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace markaz::ui {

/// A key in its 16 px box ("Y", "Ctrl+K", "Enter"). Also painted by buttons that carry one: see paintKeyHint.
class KeyHint : public QWidget
{
    Q_OBJECT
public:
    explicit KeyHint(const QString &key, QWidget *parent = nullptr);
    void setKey(const QString &key);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_key;
};

/// Row of "key word" pairs at the foot of a page: {{"Y", tr("yes")}, ...}. Wraps when it must.
class KeyHintRow : public QWidget
{
    Q_OBJECT
public:
    explicit KeyHintRow(QWidget *parent = nullptr);
    void setHints(const QList<std::pair<QString, QString>> &hints);
};

} // namespace markaz::ui
