// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace markaz::ui {

/// One of several values to choose from: a radio, the value, and where it comes from; chosen, it has the accent's frame
/// and tint. Instead of a value it may hold an editor for another one. Cards of one choice go into a QButtonGroup.
class ChoiceCard final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ChoiceCard(QWidget *parent = nullptr);
    void setContent(const QString &value, const QString &origin);
    const QString &value() const { return m_value; }
    void setEditor(QWidget *editor);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void placeEditor();

    QString m_value;
    QString m_origin;
    QWidget *m_editor = nullptr;
};

} // namespace markaz::ui
