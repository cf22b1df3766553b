// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

namespace markaz::ui {

struct LegendEntry
{
    enum class Mark { Square, Dash, Tick };
    QString words;
    Colour colour = Colour::Chart1;
    Mark mark = Mark::Square;
};

/// The marks of a chart in its card's head, in the order of the stack.
class ChartLegend final : public QWidget
{
    Q_OBJECT
public:
    explicit ChartLegend(QWidget *parent = nullptr);
    void setEntries(const QList<LegendEntry> &entries);
    const QList<LegendEntry> &entries() const { return m_entries; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QList<LegendEntry> m_entries;
};

} // namespace markaz::ui
