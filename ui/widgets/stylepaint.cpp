// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stylepaint.h"

#include "ui/widgets/icons.h"

#include <QAbstractSlider>
#include <QHeaderView>
#include <QPainter>
#include <QPainterPath>
#include <QProxyStyle>
#include <QStyleOption>
#include <QWidget>

namespace markaz::ui::stylepaint {
namespace {

constexpr int kIcon = 16;
constexpr int kGap = 8;
constexpr int kTextFlags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine | Qt::TextDontClip;

QString roleOf(const QWidget *widget)
{
    return widget ? widget->property("role").toString() : QString();
}

QRect visual(const QStyleOption &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

} // namespace

void box(QPainter &painter, const QRectF &rect, const QColor &ground, const QColor &border, qreal radius, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(ground.isValid() ? QBrush(ground) : QBrush(Qt::NoBrush));
    const qreal inset = border.isValid() ? width / 2 : 0;
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    const qreal r = std::max<qreal>(0, radius - inset);
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), r, r);
    painter.restore();
}

void ring(QPainter &painter, const QRectF &rect, qreal radius)
{
    box(painter, rect, {}, currentTheme().colour(Colour::Focus), radius, 2);
}

ButtonLook buttonLook(const QStyleOption &option, const QWidget *widget)
{
    const Theme theme = currentTheme();
    const QString role = roleOf(widget);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && option.state & QStyle::State_MouseOver;
    const bool bare = role == QLatin1String("flat") || role == QLatin1String("link");
    if (!enabled) {
        const StatusColours neutral = theme.status(Status::Neutral);
        return bare ? ButtonLook{{}, {}, theme.colour(Colour::Text3)}
                    : ButtonLook{neutral.ground, neutral.border, theme.colour(Colour::Text3)};
    }
    if (role == QLatin1String("primary")) {
        QColor ground = theme.colour(Colour::Accent);
        if (down)
            ground = ground.darker(118);
        else if (hover)
            ground = theme.dark() ? ground.lighter(110) : ground.darker(108);
        return {ground, {}, theme.colour(Colour::OnAccent)};
    }
    QColor ground = bare ? QColor() : theme.colour(Colour::Base);
    if (down)
        ground = theme.colour(Colour::Tint);
    else if (hover && role != QLatin1String("link"))
        ground = theme.colour(Colour::Alt);
    if (role == QLatin1String("danger")) {
        const StatusColours bad = theme.status(Status::Bad);
        return {down ? bad.ground : ground, bad.solid, bad.text};
    }
    if (bare)
        return {ground, {}, theme.colour(Colour::AccentText)};
    return {ground, theme.colour(Colour::Strong), theme.colour(Colour::Text)};
}

void pushButton(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget, const QProxyStyle &)
{
    const ButtonLook look = buttonLook(option, widget);
    box(painter, option.rect, look.ground, look.border);
}

void pushButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget,
                     const QProxyStyle &style)
{
    const ButtonLook look = buttonLook(option, widget);
    const QString key = widget ? widget->property("keyHint").toString() : QString();
    const bool menu = option.features & QStyleOptionButton::HasMenu;
    const QFontMetrics metrics(painter.font());
    const int textWidth = metrics.size(Qt::TextShowMnemonic, option.text).width();
    const QSize keySize = key.isEmpty() ? QSize() : keyHintSize(key);
    int total = textWidth;
    if (!option.icon.isNull())
        total += kIcon + (option.text.isEmpty() ? 0 : kGap);
    if (!key.isEmpty())
        total += keySize.width() + kGap + 2;
    if (menu)
        total += kIcon + 4;
    int x = option.rect.x() + (option.rect.width() - total) / 2;
    const int y = option.rect.y();
    const int h = option.rect.height();
    if (!option.icon.isNull()) {
        const QRect place = visual(option, QRect(x, y, kIcon, h));
        // The icon takes the button's own text colour: white on a primary button.
        if (const QString name = option.icon.name(); !name.isEmpty())
            paintIcon(painter, place, name, look.text, kIcon);
        else
            option.icon.paint(&painter, place);
        x += kIcon + kGap;
    }
    painter.setPen(look.text);
    QPalette palette = option.palette;
    palette.setColor(QPalette::ButtonText, look.text);
    QFont font = painter.font();
    if (roleOf(widget) == QLatin1String("link")) {
        font.setUnderline(true);
        painter.setFont(font);
    }
    style.drawItemText(&painter, visual(option, QRect(x, y, textWidth, h)), kTextFlags, palette, true, option.text,
                       QPalette::ButtonText);
    x += textWidth;
    if (!key.isEmpty()) {
        QColor border = look.text;
        border.setAlphaF(0.45F);
        keyHint(painter, visual(option, QRect(x + kGap + 2, y, keySize.width(), h)), key, look.text, border);
        x += keySize.width() + kGap + 2;
    }
    if (menu)
        paintIcon(painter, visual(option, QRect(x + 4, y, kIcon, h)), QStringLiteral("chevron-down"), look.text, kIcon);
}

void toolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget,
                const QProxyStyle &style)
{
    const bool raise = option.state & QStyle::State_AutoRaise;
    ButtonLook look = buttonLook(option, widget);
    if (raise && roleOf(widget).isEmpty()) {
        look.border = QColor();
        if (!(option.state & (QStyle::State_Sunken | QStyle::State_On | QStyle::State_MouseOver)) ||
            !(option.state & QStyle::State_Enabled))
            look.ground = QColor();
    }
    box(painter, option.rect, look.ground, look.border);
    const bool text = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    const bool image = option.toolButtonStyle != Qt::ToolButtonTextOnly && !option.icon.isNull();
    const bool menu = text && option.features & QStyleOptionToolButton::HasMenu;
    const int iconSize = option.iconSize.width();
    const QFontMetrics metrics(option.font);
    const int textWidth = text ? metrics.size(Qt::TextShowMnemonic, option.text).width() : 0;
    const int total = textWidth + (image ? iconSize : 0) + (text && image ? kGap : 0) + (menu ? kIcon + 4 : 0);
    int x = option.rect.x() + (option.rect.width() - total) / 2;
    const int y = option.rect.y();
    const int h = option.rect.height();
    if (image) {
        const QRect place = visual(option, QRect(x, y, iconSize, h));
        if (const QString name = option.icon.name(); !name.isEmpty() && !roleOf(widget).isEmpty())
            paintIcon(painter, place, name, look.text, iconSize);
        else
            option.icon.paint(&painter, place, Qt::AlignCenter,
                              option.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled);
        x += iconSize + kGap;
    }
    if (text) {
        painter.setFont(option.font);
        painter.setPen(look.text);
        QPalette palette = option.palette;
        palette.setColor(QPalette::ButtonText, look.text);
        style.drawItemText(&painter, visual(option, QRect(x, y, textWidth, h)), kTextFlags, palette, true, option.text,
                           QPalette::ButtonText);
        x += textWidth;
    }
    if (menu)
        paintIcon(painter, visual(option, QRect(x + 4, y, kIcon, h)), QStringLiteral("chevron-down"), look.text, kIcon);
}

void input(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Theme theme = currentTheme();
    const bool enabled = option.state & QStyle::State_Enabled;
    QColor border = theme.colour(enabled ? Colour::Strong : Colour::Line);
    if (widget && widget->property("status").toString() == QLatin1String("bad"))
        border = theme.status(Status::Bad).solid;
    box(painter, option.rect, theme.colour(enabled ? Colour::Base : Colour::Alt), border);
}

void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow, const QWidget *widget)
{
    input(painter, option, widget);
    const bool enabled = option.state & QStyle::State_Enabled;
    paintIcon(painter, arrow, QStringLiteral("chevron-down"),
              currentTheme().colour(enabled ? Colour::Text : Colour::Text3), 14);
}

void spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down,
             const QWidget *widget)
{
    if (option.frame)
        input(painter, option, widget);
    if (up.isEmpty())
        return;
    const Theme theme = currentTheme();
    const auto arrow = [&](const QRect &rect, const char *name, bool can) {
        paintIcon(painter, rect, QLatin1String(name), theme.colour(can ? Colour::Text2 : Colour::Line), 10);
    };
    arrow(up, "chevron-up", option.stepEnabled & QAbstractSpinBox::StepUpEnabled);
    arrow(down, "chevron-down", option.stepEnabled & QAbstractSpinBox::StepDownEnabled);
}

void checkBox(QPainter &painter, const QStyleOption &option)
{
    const Theme theme = currentTheme();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QRect square(option.rect.topLeft(),
                       QSize(std::min(option.rect.width(), 18), std::min(option.rect.height(), 18)));
    const QColor fill = enabled ? theme.colour(Colour::Accent) : theme.colour(Colour::Text3);
    box(painter, square, on ? fill : theme.colour(enabled ? Colour::Base : Colour::Alt),
        on ? fill : theme.colour(enabled ? Colour::Strong : Colour::Line), 4, on ? 1 : 1.4);
    if (option.state & QStyle::State_On)
        paintIcon(painter, square, QStringLiteral("check"), theme.colour(Colour::OnAccent), 12);
    else if (on)
        painter.fillRect(QRect(square.x() + 5, square.center().y(), square.width() - 10, 2),
                         theme.colour(Colour::OnAccent));
}

void radioButton(QPainter &painter, const QStyleOption &option)
{
    const Theme theme = currentTheme();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const QRectF disc(option.rect.x(), option.rect.y(), 18, 18);
    const QColor edge = theme.colour(!enabled ? Colour::Line : on ? Colour::Accent : Colour::Strong);
    box(painter, disc, theme.colour(enabled ? Colour::Base : Colour::Alt), edge, 9, 1.4);
    if (on)
        box(painter, disc.adjusted(4.5, 4.5, -4.5, -4.5), edge, {}, 4.5);
}

void progressBar(QPainter &painter, const QStyleOptionProgressBar &option, const QWidget *widget)
{
    const Theme theme = currentTheme();
    QRectF track(option.rect);
    track.setHeight(std::min(6, option.rect.height()));
    track.moveCenter(QRectF(option.rect).center());
    box(painter, track, theme.dark() ? theme.colour(Colour::Line) : theme.status(Status::Neutral).ground, {}, 3);
    const int span = option.maximum - option.minimum;
    QColor fill = theme.colour(Colour::Accent);
    if (widget && widget->property("status").toString() == QLatin1String("bad"))
        fill = theme.status(Status::Bad).solid;
    // Without known length a part stands at the middle: what goes on is said in words beside it, nothing spins.
    const qreal share = span > 0 ? qreal(option.progress - option.minimum) / span : 0.3;
    if (share <= 0)
        return;
    QRectF part = track;
    part.setWidth(std::max<qreal>(6, track.width() * std::min<qreal>(1, share)));
    if (span <= 0)
        part.moveCenter(track.center());
    else if (option.direction == Qt::RightToLeft)
        part.moveRight(track.right());
    box(painter, part, fill, {}, 3);
}

void slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle, const QWidget *widget)
{
    const Theme theme = currentTheme();
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor fill = theme.colour(enabled ? Colour::Accent : Colour::Text3);
    const QColor ground = theme.dark() ? theme.colour(Colour::Line) : theme.status(Status::Neutral).border;
    QRectF track(option.rect);
    const bool flat = option.orientation == Qt::Horizontal;
    if (flat) {
        track.setHeight(6);
        track.moveCenter(QRectF(option.rect).center());
    } else {
        track.setWidth(6);
        track.moveCenter(QRectF(option.rect).center());
    }
    box(painter, track, ground, {}, 3);
    QRectF part = track;
    const QPointF middle = QRectF(handle).center();
    if (flat) {
        if (option.upsideDown)
            part.setLeft(middle.x());
        else
            part.setRight(middle.x());
    } else {
        part.setTop(middle.y());
    }
    box(painter, part, fill, {}, 3);
    // The policy's value, so that a tried one can be told from the one in force.
    if (const QVariant mark = widget ? widget->property("mark") : QVariant(); mark.isValid() && flat) {
        const int x = QStyle::sliderPositionFromValue(option.minimum, option.maximum, mark.toInt(),
                                                      option.rect.width() - handle.width(), option.upsideDown) +
                      handle.width() / 2;
        painter.fillRect(QRect(option.rect.x() + x - 1, option.rect.center().y() - 9, 2, 18),
                         theme.colour(Colour::Text));
    }
    QRectF disc(0, 0, 18, 18);
    disc.moveCenter(middle);
    box(painter, disc, theme.colour(Colour::Base), fill, 9, 2);
    box(painter, disc.adjusted(5, 5, -5, -5), fill, {}, 4);
}

void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle)
{
    if (option.maximum <= option.minimum)
        return;
    const Theme theme = currentTheme();
    QColor colour = theme.colour(Colour::Strong);
    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    colour.setAlphaF(active ? 0.9F : 0.5F);
    box(painter, QRectF(handle).adjusted(2, 2, -2, -2), colour, {}, 4);
}

void header(QPainter &painter, const QStyleOptionHeader &option, const QProxyStyle &style)
{
    const Theme theme = currentTheme();
    painter.fillRect(option.rect, theme.colour(Colour::Alt));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     theme.colour(Colour::Line));
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    painter.setFont([&] {
        QFont font = theme.font(Type::Chip);
        font.setWeight(sorted ? QFont::Bold : QFont::DemiBold);
        return font;
    }());
    QRect inner = option.rect.adjusted(8, 0, -8, -1);
    const QColor colour = theme.colour(sorted ? Colour::Text : Colour::Text2);
    const QString text = elided(option.text, painter.font(), inner.width() - (sorted ? 18 : 0));
    const int width = QFontMetrics(painter.font()).horizontalAdvance(text);
    const Qt::Alignment alignment =
        QStyle::visualAlignment(option.direction, (option.textAlignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter);
    QRect place =
        QStyle::alignedRect(Qt::LeftToRight, alignment, QSize(width + (sorted ? 18 : 0), inner.height()), inner);
    QPalette palette = option.palette;
    palette.setColor(QPalette::ButtonText, colour);
    const bool mirror = option.direction == Qt::RightToLeft;
    const QRect words(mirror ? place.right() - width + 1 : place.left(), place.top(), width, place.height());
    style.drawItemText(&painter, words, kTextFlags & ~Qt::TextShowMnemonic, palette, true, text, QPalette::ButtonText);
    if (sorted) {
        const QRect arrow(mirror ? place.left() : place.right() - 15, place.top(), 14, place.height());
        // Qt calls ascending order "down"; the arrow shows where the larger values are.
        paintIcon(painter, arrow,
                  option.sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral("chevron-up")
                                                                       : QStringLiteral("chevron-down"),
                  colour, 12);
    }
}

void tab(QPainter &painter, const QStyleOptionTab &option, const QProxyStyle &style)
{
    const Theme theme = currentTheme();
    const bool selected = option.state & QStyle::State_Selected;
    QFont font = theme.font(Type::Body);
    if (selected)
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    QPalette palette = option.palette;
    palette.setColor(QPalette::WindowText, theme.colour(selected ? Colour::AccentText : Colour::Text2));
    style.drawItemText(&painter, option.rect, kTextFlags, palette, true, option.text, QPalette::WindowText);
    if (selected)
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2),
                         theme.colour(Colour::Accent));
    if (option.state & QStyle::State_HasFocus)
        ring(painter, QRectF(option.rect).adjusted(1, 3, -1, -3), 4);
}

QSize keyHintSize(const QString &key)
{
    const QFontMetrics metrics(Theme(ColourScheme::Light, Language::English).font(Type::CaptionStrong));
    return {std::max(18, metrics.horizontalAdvance(key) + 10), 18};
}

void keyHint(QPainter &painter, const QRect &rect, const QString &key, const QColor &text, const QColor &border)
{
    QRect place(QPoint(), keyHintSize(key));
    place.moveCenter(rect.center());
    box(painter, place, {}, border, 4);
    painter.save();
    painter.setFont(Theme(ColourScheme::Light, Language::English).font(Type::CaptionStrong));
    painter.setPen(text);
    drawWords(painter, place, Qt::AlignCenter, key);
    painter.restore();
}

} // namespace markaz::ui::stylepaint
