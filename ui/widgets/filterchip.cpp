// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterchip.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"

#include <QEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace markaz::ui {
namespace {

constexpr int kPadding = 10;
constexpr int kGap = 6;
constexpr int kArrow = 14;

QFont valueFont()
{
    QFont font = currentTheme().font(Type::Button);
    return font;
}

} // namespace

FilterChip::FilterChip(const QString &label, QWidget *parent)
    : QToolButton(parent)
    , m_label(label)
{
    setPopupMode(InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *choices = new QMenu(this);
    choices->installEventFilter(this);
    setMenu(choices);
    refresh();
}

void FilterChip::setLabel(const QString &label)
{
    m_label = label;
    refresh();
}

void FilterChip::setOptions(const QList<FilterOption> &options)
{
    m_options = options;
    QStringList kept;
    for (const FilterOption &option : options) {
        if (m_chosen.contains(option.id))
            kept.append(option.id);
    }
    m_chosen = kept;
    fillMenu();
    refresh();
}

void FilterChip::setMultiple(bool multiple)
{
    m_multiple = multiple;
    fillMenu();
}

void FilterChip::setChosen(const QStringList &ids)
{
    QStringList ordered;
    for (const FilterOption &option : m_options) {
        if (ids.contains(option.id))
            ordered.append(option.id);
    }
    m_chosen = ordered.size() == m_options.size() && m_multiple ? QStringList() : ordered;
    fillMenu();
    refresh();
}

void FilterChip::clear()
{
    if (m_chosen.isEmpty())
        return;
    setChosen({});
    Q_EMIT chosenChanged(m_chosen);
}

QString FilterChip::summary() const
{
    QStringList words;
    for (const FilterOption &option : m_options) {
        if (m_chosen.contains(option.id))
            words.append(option.text);
    }
    if (words.isEmpty())
        return tr("All"); //: no filter
    if (words.size() == 1)
        return words.first();
    if (words.size() == 2)
        return tr("%1 and %2").arg(words.first(), words.last());
    return tr("%1 of %2").arg(words.size()).arg(m_options.size());
}

void FilterChip::fillMenu()
{
    QMenu *choices = menu();
    choices->clear();
    QAction *all = choices->addAction(tr("All"));
    all->setCheckable(true);
    all->setChecked(m_chosen.isEmpty());
    connect(all, &QAction::triggered, this, [this] {
        clear();
        fillMenu();
    });
    choices->addSeparator();
    for (const FilterOption &option : m_options) {
        QString shown = option.text;
        QAction *action = choices->addAction(shown.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(option.id));
        connect(action, &QAction::triggered, this, [this, id = option.id](bool on) { toggled(id, on); });
    }
}

void FilterChip::toggled(const QString &id, bool on)
{
    QStringList ids = m_multiple ? m_chosen : QStringList();
    if (on)
        ids.append(id);
    else
        ids.removeAll(id);
    const QStringList before = m_chosen;
    QStringList ordered;
    for (const FilterOption &option : m_options) {
        if (ids.contains(option.id))
            ordered.append(option.id);
    }
    m_chosen = ordered.size() == m_options.size() && m_multiple ? QStringList() : ordered;
    // The menu may be open: its marks are set, it is not filled anew.
    const QList<QAction *> actions = menu()->actions();
    for (qsizetype i = 0; i < actions.size(); ++i) {
        if (i == 0)
            actions.at(i)->setChecked(m_chosen.isEmpty());
        else if (i >= 2)
            actions.at(i)->setChecked(m_chosen.contains(m_options.at(i - 2).id));
    }
    refresh();
    if (m_chosen != before)
        Q_EMIT chosenChanged(m_chosen);
}

bool FilterChip::eventFilter(QObject *watched, QEvent *event)
{
    // While several may be chosen, a click or Space on one leaves the menu open.
    if (m_multiple && watched == menu()) {
        QAction *action = nullptr;
        if (event->type() == QEvent::MouseButtonRelease)
            action = menu()->actionAt(static_cast<QMouseEvent *>(event)->position().toPoint());
        else if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space)
            action = menu()->activeAction();
        if (action && menu()->actions().indexOf(action) >= 2) {
            action->trigger();
            return true;
        }
    }
    return QToolButton::eventFilter(watched, event);
}

void FilterChip::refresh()
{
    setText(m_label + QLatin1Char(' ') + summary());
    setAccessibleName(text());
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    const QFont label = currentTheme().font(Type::Body);
    return {QFontMetrics(label).horizontalAdvance(m_label) + kGap +
                QFontMetrics(valueFont()).horizontalAdvance(summary()) + kGap + kArrow + 2 * kPadding + 2,
            32};
}

void FilterChip::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    const bool active = !m_chosen.isEmpty();
    stylepaint::box(painter, rect(), theme.colour(underMouse() || isDown() ? Colour::Alt : Colour::Base),
                    theme.colour(Colour::Strong));
    int x = kPadding;
    const auto text = [&](const QString &words, const QFont &font, const QColor &colour) {
        const int advance = QFontMetrics(font).horizontalAdvance(words) + 1;
        painter.setFont(font);
        painter.setPen(colour);
        drawWords(painter, QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, advance, height())),
                  Qt::AlignCenter, words);
        x += advance + kGap;
    };
    text(m_label, theme.font(Type::Body), theme.colour(Colour::Text2));
    text(summary(), valueFont(), theme.colour(active ? Colour::AccentText : Colour::Text));
    paintIcon(painter,
              QStyle::visualRect(layoutDirection(), rect(), QRect(width() - kPadding - kArrow, 0, kArrow, height())),
              QStringLiteral("chevron-down"), theme.colour(Colour::Text), kArrow);
}

void FilterChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        fillMenu();
        refresh();
    }
    QToolButton::changeEvent(event);
}

} // namespace markaz::ui
