// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statuschip.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"

#include <QCache>
#include <QEvent>
#include <QPainter>
#include <QPixmap>
#include <QStyle>

namespace markaz::ui {
namespace {

constexpr int kPadding = 7;
constexpr int kIcon = 14;
constexpr int kGap = 5;
constexpr int kKept = 200;

QSize sizeIn(const Theme &theme, const QFont &font, const ChipContent &content)
{
    int width = QFontMetrics(font).horizontalAdvance(content.word) + 2 * kPadding + 1;
    if (!content.icon.isEmpty())
        width += kIcon + kGap;
    return {width, theme.chipHeight()};
}

/// What a chip's picture without its word hangs on.
struct Ground
{
    Status status;
    ColourScheme scheme;
    Qt::LayoutDirection direction;
    QSize size;
    qreal scale;
    QString icon;
    friend bool operator==(const Ground &, const Ground &) = default;
    friend size_t qHash(const Ground &of, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(of.status), static_cast<int>(of.scheme),
                          static_cast<int>(of.direction), of.size.width(), of.size.height(), of.scale, of.icon);
    }
};

void paintGround(QPainter &painter, const QRect &chip, const Ground &of)
{
    const StatusColours colours = Theme(of.scheme, currentLanguage()).status(of.status);
    stylepaint::box(painter, chip, colours.ground, colours.border, 4);
    if (of.icon.isEmpty())
        return;
    const QRect place = QStyle::alignedRect(of.direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(kIcon, kIcon),
                                            chip.adjusted(kPadding, 0, -kPadding, 0));
    paintIcon(painter, place, of.icon, colours.text, kIcon);
}

} // namespace

QSize chipSize(const ChipContent &content)
{
    const Theme theme = currentTheme();
    return sizeIn(theme, theme.font(Type::Chip), content);
}

void paintChip(QPainter &painter, const QRect &rect, const ChipContent &content, Qt::LayoutDirection direction)
{
    const Theme theme = currentTheme();
    const QFont font = theme.font(Type::Chip);
    QSize size = sizeIn(theme, font, content);
    size.setWidth(std::min(size.width(), rect.width()));
    const QRect chip = QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, size, rect);
    const Ground ground{content.status, theme.scheme(), direction, size, painter.device()->devicePixelRatioF(),
                        content.icon};
    // Round corners are filled slowly, and a list has a chip in each row: their picture is kept. Of what is drawn
    // larger or smaller than on the screen, as on paper, the lines are drawn.
    if (size.isEmpty() || painter.worldTransform().type() > QTransform::TxTranslate) {
        paintGround(painter, chip, ground);
    } else {
        static QCache<Ground, QPixmap> kept(kKept);
        const QPixmap *picture = kept.object(ground);
        if (picture == nullptr) {
            auto *made = new QPixmap(size * ground.scale);
            made->setDevicePixelRatio(ground.scale);
            made->fill(Qt::transparent);
            QPainter inside(made);
            paintGround(inside, QRect(QPoint(), size), ground);
            inside.end();
            kept.insert(ground, made);
            picture = made;
        }
        painter.drawPixmap(chip.topLeft(), *picture);
    }
    QRect words = chip.adjusted(kPadding, 0, -kPadding, 0);
    if (!content.icon.isEmpty()) {
        words = QStyle::visualRect(direction, chip,
                                   QRect(chip.x() + kPadding + kIcon + kGap, chip.y(),
                                         chip.width() - 2 * kPadding - kIcon - kGap, chip.height()));
    }
    painter.save();
    painter.setFont(font);
    painter.setPen(theme.status(content.status).text);
    drawWords(painter, words, Qt::AlignCenter, elided(content.word, font, words.width() + 1));
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
