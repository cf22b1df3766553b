// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/chartlegend.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace markaz::ui {
namespace {

constexpr int kGap = 6;
constexpr int kBetween = 10;
constexpr int kHeight = 38; // as the title beside it

int markWidth(LegendEntry::Mark mark)
{
    return mark == LegendEntry::Mark::Square ? 10 : mark == LegendEntry::Mark::Dash ? 17 : 3;
}

} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ChartLegend::setEntries(const QList<LegendEntry> &entries)
{
    m_entries = entries;
    QStringList words;
    for (const LegendEntry &entry : entries)
        words.append(entry.words);
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize ChartLegend::sizeHint() const
{
    const QFontMetrics metrics(currentTheme().font(Type::Caption));
    int width = 0;
    for (const LegendEntry &entry : m_entries)
        width += markWidth(entry.mark) + kGap + metrics.horizontalAdvance(entry.words) + 1 + kBetween;
    return {m_entries.isEmpty() ? 0 : width - kBetween, kHeight};
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    const QFont font = theme.font(Type::Caption);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    int x = 0;
    for (const LegendEntry &entry : m_entries) {
        const int width = markWidth(entry.mark);
        const QRect mark = QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
        const QColor colour = theme.colour(entry.colour);
        const double middle = height() / 2.0;
        if (entry.mark == LegendEntry::Mark::Square) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawRoundedRect(QRectF(mark.x(), middle - 5, 10, 10), 2, 2);
        } else if (entry.mark == LegendEntry::Mark::Dash) {
            for (int i = 0; i < 3; ++i)
                painter.fillRect(QRectF(mark.x() + i * 6, middle - 1, 4.5, 2), colour);
        } else {
            painter.fillRect(QRectF(mark.x(), middle - 6, 2, 12), colour);
        }
        x += width + kGap;
        const int advance = QFontMetrics(font).horizontalAdvance(entry.words) + 1;
        painter.setPen(theme.colour(Colour::Text2));
        drawWords(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, advance, height())),
                  Qt::AlignCenter, entry.words);
        x += advance + kBetween;
    }
}

void ChartLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace markaz::ui
