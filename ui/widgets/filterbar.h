// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/filterchip.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace markaz::ui {

/// What stands over a table: a field for words, chips, "Clear", and how many rows are shown.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    /// \p hint stands in the empty field, \p name is its accessible name.
    FilterBar(const QString &hint, const QString &name, QWidget *parent = nullptr);
    FilterChip *addChip(const QString &label, const QList<FilterOption> &options = {});
    QLineEdit *field() const { return m_field; }
    QString words() const; ///< trimmed
    void setCount(const QString &words);
    void clear(); ///< no words and nothing chosen; emits changed()

Q_SIGNALS:
    void changed(); ///< words or choice

private:
    QLineEdit *m_field;
    QHBoxLayout *m_chipsRow;
    QList<FilterChip *> m_chips;
    QLabel *m_count;
};

} // namespace markaz::ui
