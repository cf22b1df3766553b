// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

class QLabel;

namespace markaz::ui {

class StatusChip;

/// What helps with the current item: how to see or measure it, the threshold of this tier and its source.
class GuidancePane final : public QWidget
{
    Q_OBJECT
public:
    explicit GuidancePane(QWidget *parent = nullptr);
    void setItem(const Item &item, int tier);

private:
    QLabel *m_code;
    StatusChip *m_critical;
    QLabel *m_weight;
    QLabel *m_guidance;
    QLabel *m_threshold;
    QLabel *m_basis;
};

/// "At least 33 in" and the like; empty when the item has no threshold.
QString thresholdWords(const Item &item, int tier);

} // namespace markaz::ui
