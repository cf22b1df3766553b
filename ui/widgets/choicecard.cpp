// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicecard.h"

#include "ui/text/format.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyleOptionButton>
#include <QTextLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kLeading = 42; ///< where the words begin, beside the radio
constexpr int kTrailing = 12;

int valueLine(const Theme &theme)
{
    return theme.urdu() ? 30 : 22;
}

/// \p words on at most \p most lines of \p wide pixels; the last ends with an ellipsis where there is more.
QStringList linesOf(QString words, const QFont &font, int wide, int most)
{
    words.replace(QLatin1Char('\n'), QLatin1Char(' '));
    QTextLayout layout(words, font);
    QStringList all;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(wide);
        if (all.size() == most - 1) {
            all.append(elided(words.mid(line.textStart()), font, wide));
            break;
        }
        all.append(words.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return all;
}

} // namespace

ChoiceCard::ChoiceCard(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setProperty("noFocusRing", true);
}

void ChoiceCard::setContent(const QString &value, const QString &origin)
{
    m_value = value;
    m_origin = origin;
    setAccessibleName(QStringLiteral("%1, %2").arg(value, origin));
    setToolTip(format::plainToolTip(value));
    update();
}

void ChoiceCard::setEditor(QWidget *editor)
{
    m_editor = editor;
    auto *row = new QHBoxLayout(this);
    row->addWidget(editor, 1, Qt::AlignVCenter);
    setToolTip({});
    placeEditor();
}

void ChoiceCard::placeEditor()
{
    // Layouts mirror what is in them, but not their margins.
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    layout()->setContentsMargins(mirrored ? kTrailing : kLeading, 8, mirrored ? kLeading : kTrailing, 8);
}

QSize ChoiceCard::sizeHint() const
{
    const Theme theme = currentTheme();
    const int height = m_editor != nullptr ? std::max(60, m_editor->sizeHint().height() + 18)
                                           : valueLine(theme) + (theme.urdu() ? 26 : 18) + 20;
    return {200, height};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return {140, sizeHint().height()};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    const bool on = isChecked();
    const auto visual = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    stylepaint::box(painter, rect(),
                    theme.colour(on            ? Colour::Tint
                                 : isEnabled() ? Colour::Base
                                               : Colour::Alt),
                    theme.colour(on                            ? Colour::Accent
                                 : underMouse() && isEnabled() ? Colour::Strong
                                                               : Colour::Line),
                    6, on ? 2 : 1);
    QStyleOptionButton radio;
    radio.initFrom(this);
    radio.rect = visual(QRect(14, (height() - 18) / 2, 18, 18));
    radio.state =
        (isEnabled() ? QStyle::State_Enabled : QStyle::State_None) | (on ? QStyle::State_On : QStyle::State_Off);
    stylepaint::radioButton(painter, radio);
    if (m_editor == nullptr) {
        QFont font = theme.font(Type::CardTitle);
        font.setPixelSize(15);
        const int wide = width() - kLeading - kTrailing;
        const int first = valueLine(theme);
        const int second = theme.urdu() ? 26 : 18;
        // A group of fields beside an editor for all of them has room for more than one line.
        const QStringList lines = linesOf(m_value, font, wide, std::max(1, (height() - second - 20) / first));
        const int all = first * static_cast<int>(lines.size());
        int top = (height() - all - second) / 2;
        const int flags =
            static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter);
        painter.setFont(font);
        painter.setPen(theme.colour(isEnabled() ? Colour::Text : Colour::Text3));
        for (const QString &line : lines) {
            drawWords(painter, visual(QRect(kLeading, top, wide, first)), flags, line);
            top += first;
        }
        painter.setFont(theme.font(Type::Chip));
        painter.setPen(theme.colour(isEnabled() ? Colour::Text2 : Colour::Text3));
        drawWords(painter, visual(QRect(kLeading, top, wide, second)), flags, elided(m_origin, painter.font(), wide));
    }
    if (hasFocus())
        stylepaint::ring(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 6);
}

void ChoiceCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        updateGeometry();
    if (event->type() == QEvent::LayoutDirectionChange && m_editor != nullptr)
        placeEditor();
    QAbstractButton::changeEvent(event);
}

} // namespace markaz::ui
