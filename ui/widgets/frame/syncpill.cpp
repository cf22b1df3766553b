// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame/syncpill.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace markaz::ui {
namespace {

constexpr int kPadding = 12;
constexpr int kIcon = 18;
constexpr int kGap = 8;

} // namespace

SyncPill::SyncPill(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setProperty("pill", true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void SyncPill::setContent(const SyncPillContent &content)
{
    m_content = content;
    setAccessibleName(tr("Sync: %1").arg(content.words));
    setToolTip(content.words);
    setVisible(!content.words.isEmpty());
    updateGeometry();
    update();
}

QSize SyncPill::sizeHint() const
{
    const QFontMetrics metrics(currentTheme().font(Type::Button));
    return {metrics.horizontalAdvance(m_content.words) + kIcon + kGap + 2 * kPadding + 2, 32};
}

QSize SyncPill::minimumSizeHint() const
{
    // In a narrow window the words are cut, the state's icon and colour stay.
    return {std::min(sizeHint().width(), 120), 32};
}

void SyncPill::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    const StatusColours colours = theme.status(m_content.status);
    QPainter painter(this);
    stylepaint::box(painter, rect(), colours.ground, isDown() || underMouse() ? colours.solid : colours.border, 16);
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    paintIcon(painter, visual(QRect(kPadding, 0, kIcon, height())), m_content.icon, colours.text, 16);
    const QRect words(kPadding + kIcon + kGap, 0, width() - 2 * kPadding - kIcon - kGap, height());
    painter.setFont(theme.font(Type::Button));
    painter.setPen(colours.text);
    drawWords(painter, visual(words), Qt::AlignCenter, elided(m_content.words, painter.font(), words.width() + 1));
}

void SyncPill::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

} // namespace markaz::ui
