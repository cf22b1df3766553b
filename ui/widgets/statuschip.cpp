// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statuschip.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace markaz::ui {
namespace {

constexpr int kPadding = 7;
constexpr int kIcon = 14;
constexpr int kGap = 5;

} // namespace

QSize chipSize(const ChipContent &content)
{
    const Theme theme = currentTheme();
    int width = QFontMetrics(theme.font(Type::Chip)).horizontalAdvance(content.word) + 2 * kPadding + 1;
    if (!content.icon.isEmpty())
        width += kIcon + kGap;
    return {width, theme.chipHeight()};
}

void paintChip(QPainter &painter, const QRect &rect, const ChipContent &content, Qt::LayoutDirection direction)
{
    const Theme theme = currentTheme();
    const StatusColours colours = theme.status(content.status);
    QSize size = chipSize(content);
    size.setWidth(std::min(size.width(), rect.width()));
    const QRect chip = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, size, rect);
    stylepaint::box(painter, chip, colours.ground, colours.border, 4);
    QRect words = chip.adjusted(kPadding, 0, -kPadding, 0);
    if (!content.icon.isEmpty()) {
        const QRect place =
            QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(kIcon, kIcon), words);
        paintIcon(painter, place, content.icon, colours.text, kIcon);
        words = QStyle::visualRect(direction, chip,
                                   QRect(chip.x() + kPadding + kIcon + kGap, chip.y(),
                                         chip.width() - 2 * kPadding - kIcon - kGap, chip.height()));
    }
    painter.save();
    painter.setFont(theme.font(Type::Chip));
    painter.setPen(colours.text);
    drawWords(painter, words, Qt::AlignCenter, elided(content.word, painter.font(), words.width() + 1));
    painter.restore();
}

StatusChip::StatusChip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

StatusChip::StatusChip(const ChipContent &content, QWidget *parent)
    : StatusChip(parent)
{
    setContent(content);
}

void StatusChip::setContent(const ChipContent &content)
{
    if (m_content == content)
        return;
    m_content = content;
    setAccessibleName(content.word);
    updateGeometry();
    update();
}

QSize StatusChip::sizeHint() const
{
    return chipSize(m_content);
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_content, layoutDirection());
}

void StatusChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace markaz::ui
