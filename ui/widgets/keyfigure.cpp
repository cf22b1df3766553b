// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyfigure.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace markaz::ui {

KeyFigure::KeyFigure(QWidget *parent)
    : QFrame(parent)
    , m_caption(plainLabel(this))
    , m_figure(plainLabel(this))
    , m_unit(plainLabel(this))
    , m_noteIcon(plainLabel(this))
    , m_note(plainLabel(this))
{
    setProperty("card", true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(2);
    m_caption->setProperty("type", QStringLiteral("caption-strong"));
    m_figure->setProperty("type", QStringLiteral("key-figure"));
    m_unit->setProperty("type", QStringLiteral("secondary"));
    auto *figure = new QHBoxLayout;
    figure->setSpacing(6);
    figure->addWidget(m_figure, 0, Qt::AlignBottom);
    figure->addWidget(m_unit, 1, Qt::AlignBottom);
    auto *note = new QHBoxLayout;
    note->setSpacing(4);
    m_noteIcon->setFixedWidth(14);
    note->addWidget(m_noteIcon);
    note->addWidget(m_note, 1);
    layout->addWidget(m_caption);
    layout->addLayout(figure);
    layout->addLayout(note);
    // Captions give way before figures do: a narrow card cuts words, never digits.
    for (QLabel *label : {m_caption, m_unit, m_note}) {
        label->setMinimumWidth(0);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_figure->setFixedHeight(32);
    refresh();
}

void KeyFigure::setContent(const KeyFigureContent &content)
{
    m_content = content;
    refresh();
}

void KeyFigure::refresh()
{
    const Theme theme = currentTheme();
    m_caption->setText(m_content.caption);
    m_figure->setText(m_content.figure);
    m_unit->setText(m_content.unit);
    m_note->setText(m_content.note);
    m_noteIcon->setVisible(!m_content.noteIcon.isEmpty());
    if (!m_content.noteIcon.isEmpty())
        m_noteIcon->setPixmap(
            icon(m_content.noteIcon, m_content.noteStatus).pixmap(QSize(14, 14), devicePixelRatioF()));
    for (QLabel *label : {m_caption, m_unit, m_note})
        alignLeading(label);
    m_caption->setFixedHeight(theme.lineHeight(Type::CaptionStrong));
    m_unit->setFixedHeight(theme.lineHeight(Type::Chip) + 4);
    m_note->setFixedHeight(theme.lineHeight(Type::Chip));
    setStyled(m_note, "tone", m_content.noteIcon.isEmpty() ? QString() : statusName(m_content.noteStatus));
    setStyled(m_note, "type", QStringLiteral("note"));
    setAccessibleName(
        QStringLiteral("%1: %2 %3. %4").arg(m_content.caption, m_content.figure, m_content.unit, m_content.note));
}

void KeyFigure::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        Q_EMIT activated();
        event->accept();
        return;
    }
    QFrame::keyPressEvent(event);
}

void KeyFigure::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT activated();
    QFrame::mouseReleaseEvent(event);
}

void KeyFigure::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange ||
        event->type() == QEvent::LayoutDirectionChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace markaz::ui
