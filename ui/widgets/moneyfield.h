// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <optional>

namespace markaz::ui {

/// An amount of money with at most two places behind the point.
class MoneyField final : public QLineEdit
{
    Q_OBJECT
public:
    /// \p most: hundredths.
    MoneyField(qint64 most, QWidget *parent);
    void setHundredths(std::optional<qint64> amount);
    /// Nothing while it is empty or cannot be read.
    std::optional<qint64> hundredths() const;
    bool isEmpty() const { return text().trimmed().isEmpty(); }
    /// Whether something stands in it that cannot be read.
    bool isOdd() const { return !isEmpty() && !hundredths(); }

private:
    qint64 m_most;
};

} // namespace markaz::ui
