// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/moneyfield.h"

#include "core/finance/moneytext.h"

namespace markaz::ui {

MoneyField::MoneyField(qint64 most, QWidget *parent)
    : QLineEdit(parent)
    , m_most(most)
{
    setMaxLength(24);
    setMinimumHeight(32);
}

void MoneyField::setHundredths(std::optional<qint64> amount)
{
    if (!amount)
        return clear();
    const qint64 rest = *amount % 100;
    setText(rest == 0 ? QString::number(*amount / 100)
                      : QStringLiteral("%1.%2").arg(*amount / 100).arg(rest, 2, 10, QLatin1Char('0')));
}

std::optional<qint64> MoneyField::hundredths() const
{
    return parseMoney(text(), m_most);
}

} // namespace markaz::ui
