// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/accounts.h"
#include "ui/widgets/card.h"

class QLabel;
class QVBoxLayout;

namespace markaz::ui {

/// The laptops of one account: last contact, state, and the order to give one up, which is asked for twice because
/// nothing takes it back.
class LaptopsCard final : public Card
{
    Q_OBJECT
public:
    explicit LaptopsCard(QWidget *parent = nullptr);
    void setLaptops(const QList<protocol::DeviceEntry> &laptops);
    void setNothingKnown(const QString &words); ///< while the server is asked, or when it did not answer

Q_SIGNALS:
    void revokeRequested(const QString &device);

private:
    QWidget *rowOf(const protocol::DeviceEntry &laptop);

    QLabel *m_words;
    QVBoxLayout *m_rows;
};

} // namespace markaz::ui
