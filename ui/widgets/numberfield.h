// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

namespace markaz::ui {

/// A whole number from 1, or none: its minimum, shown as a dash. What is typed takes the dash's place wherever the
/// caret stands, and an emptied field is none.
class NumberField final : public QSpinBox
{
    Q_OBJECT
public:
    NumberField(int max, QWidget *parent);

protected:
    QValidator::State validate(QString &input, int &pos) const override;
    int valueFromText(const QString &text) const override;
    void fixup(QString &input) const override;

private:
    bool isNone(const QString &text) const;
};

} // namespace markaz::ui
