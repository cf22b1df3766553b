// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterchip.h"

#include "core/domain/namekey.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"

#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>
#include <utility>

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

bool beginsOne(const QStringList &keys, const QString &words)
{
    return std::any_of(keys.begin(), keys.end(), [&words](const QString &key) { return key.startsWith(words); });
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
    connect(choices, &QMenu::aboutToShow, this, [this, choices] {
        m_pressed = false;
        if (m_finder == nullptr)
            return;
        m_finder->clear();
        fillOptions();
        choices->setMinimumHeight(choices->sizeHint().height());   // it stays where it is while one types
        choices->setActiveAction(choices->actions().constFirst()); // one can type at once
    });
    connect(choices, &QMenu::aboutToHide, choices, [choices] { choices->setMinimumHeight(0); });
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
    m_keys.clear();
    QStringList kept;
    for (const FilterOption &option : options) {
        QStringList &keys = m_keys[option.id];
        keys.append(nameKey(option.text));
        for (const QString &name : option.names)
            keys.append(nameKey(name));
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
    m_finder = nullptr;
    if (m_options.size() > kShort)
        addFinder();
    QAction *all = choices->addAction(tr("All"));
    all->setCheckable(true);
    all->setChecked(m_chosen.isEmpty());
    connect(all, &QAction::triggered, this, [this] {
        clear();
        fillMenu();
    });
    choices->addSeparator();
    fillOptions();
}

void FilterChip::addFinder()
{
    auto *row = new QWidget;
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(8, 4, 8, 4);
    m_finder = new QLineEdit(row);
    m_finder->setObjectName(QStringLiteral("filterFinder"));
    m_finder->setPlaceholderText(tr("Type a part of the name"));
    m_finder->setAccessibleName(tr("Find in: %1").arg(m_label));
    m_finder->setClearButtonEnabled(true);
    layout->addWidget(m_finder);
    row->setFocusProxy(m_finder);
    row->setFocusPolicy(Qt::StrongFocus);
    auto *action = new QWidgetAction(menu());
    action->setDefaultWidget(row);
    menu()->addAction(action);
    connect(m_finder, &QLineEdit::textChanged, this, &FilterChip::fillOptions);
    connect(m_finder, &QLineEdit::returnPressed, this, &FilterChip::takeFirst); // the menu closes by itself
}

/// All of a short list; of a long one what is chosen and, up to kOffered, what fits the words: first what begins so.
FilterChip::Offer FilterChip::offer() const
{
    if (m_finder == nullptr)
        return {m_options};
    const QString words = nameKey(m_finder->text());
    QList<FilterOption> chosen;
    QList<FilterOption> begins;
    QList<FilterOption> contains;
    for (const FilterOption &option : m_options) {
        const QStringList keys = m_keys.value(option.id);
        if (m_chosen.contains(option.id))
            chosen.append(option);
        else if (beginsOne(keys, words))
            begins.append(option);
        else if (std::any_of(keys.begin(), keys.end(), [&words](const QString &key) { return key.contains(words); }))
            contains.append(option);
    }
    const QList<FilterOption> fitting = begins + contains;
    const qsizetype room = std::max<qsizetype>(1, kOffered - chosen.size());
    return {chosen + fitting.mid(0, room), std::max<qsizetype>(0, fitting.size() - room), fitting.isEmpty()};
}

QList<QAction *> FilterChip::optionActions() const
{
    QList<QAction *> options = menu()->actions();
    options.removeIf([](const QAction *action) { return !action->data().isValid(); });
    return options;
}

/// The menu may be open: what stands above the options stays.
void FilterChip::fillOptions()
{
    QMenu *choices = menu();
    const QList<QAction *> before = choices->actions();
    const auto line = std::find_if(before.begin(), before.end(), [](const QAction *one) { return one->isSeparator(); });
    for (auto it = line; it != before.end(); ++it) {
        if (it != line)
            delete *it;
    }
    const Offer offered = offer();
    for (const FilterOption &option : offered.options) {
        QString shown = option.text;
        QAction *action = choices->addAction(shown.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(option.id));
        action->setData(option.id);
        connect(action, &QAction::triggered, this, [this, id = option.id](bool on) { toggled(id, on); });
    }
    if (offered.left > 0)
        choices->addAction(tr("%n more: type a part of the name", nullptr, static_cast<int>(offered.left)))
            ->setEnabled(false);
    else if (offered.nothingFits)
        choices->addAction(tr("No name has these letters"))->setEnabled(false);
}

/// The first that fits what was typed, where that is not chosen yet.
void FilterChip::takeFirst()
{
    const QString words = nameKey(m_finder->text());
    const QList<FilterOption> options = offer().options;
    const auto first = std::find_if(options.begin(), options.end(), [this, &words](const FilterOption &one) {
        return !m_chosen.contains(one.id) || beginsOne(m_keys.value(one.id), words);
    });
    if (!words.isEmpty() && first != options.end() && !m_chosen.contains(first->id))
        toggled(first->id, true);
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
    const QList<QAction *> options = optionActions();
    for (QAction *option : options)
        option->setChecked(m_chosen.contains(option->data().toString()));
    const QList<QAction *> actions = menu()->actions();
    actions.at(m_finder == nullptr ? 0 : 1)->setChecked(m_chosen.isEmpty());
    refresh();
    if (m_chosen != before)
        Q_EMIT chosenChanged(m_chosen);
}

bool FilterChip::eventFilter(QObject *watched, QEvent *event)
{
    // While several may be chosen, a click or Space on one leaves the menu open.
    if (m_multiple && watched == menu()) {
        QAction *action = nullptr;
        if (event->type() == QEvent::MouseButtonPress)
            m_pressed = true;
        else if (event->type() == QEvent::MouseButtonRelease && std::exchange(m_pressed, false))
            action = menu()->actionAt(static_cast<QMouseEvent *>(event)->position().toPoint());
        else if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space)
            action = menu()->activeAction();
        if (action && action->data().isValid()) {
            action->trigger();
            return true;
        }
    }
    // What is typed while an option is marked goes to the field above them.
    if (m_finder != nullptr && watched == menu() && event->type() == QEvent::KeyPress) {
        const QString typed = static_cast<QKeyEvent *>(event)->text();
        if (!typed.trimmed().isEmpty() && typed.at(0).isPrint()) {
            menu()->setActiveAction(menu()->actions().constFirst());
            m_finder->insert(typed);
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
