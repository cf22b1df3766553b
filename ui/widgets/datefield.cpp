// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datefield.h"

#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QCalendarWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QWidgetAction>

namespace markaz::ui {

QDate parseDate(const QString &text)
{
    static const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    QString marks = text;
    marks.removeIf(
        [](QChar c) { return c.unicode() >= 0x2066 && c.unicode() <= 0x2069; }); // as format::date() has them
    QStringList parts = marks.simplified().split(QLatin1Char(' '));
    for (int month = 1; month <= 12; ++month) { // what is shown in the language in use is read in it
        const QDate first(2000, month, 1);
        for (QString &part : parts) {
            if (part == format::shortMonth(first))
                part = english.monthName(month, QLocale::ShortFormat);
        }
    }
    const QString plain = parts.join(QLatin1Char(' '));
    for (const char *form :
         {"yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d M yyyy", "d MMM yyyy", "d MMMM yyyy"}) {
        const QDate date = english.toDate(plain, QLatin1String(form));
        if (date.isValid() && date.year() >= 1800 && date.year() <= 2199)
            return date;
    }
    return {};
}

DateField::DateField(QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_button(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_line->setMaxLength(20);
    m_line->setMinimumWidth(112);
    m_line->setLayoutDirection(Qt::LeftToRight);
    m_button->setIcon(icon(QStringLiteral("view-calendar")));
    m_button->setFocusPolicy(Qt::NoFocus); // the keyboard types; the button is for the mouse
    row->addWidget(m_line, 1);
    row->addWidget(m_button);
    setFocusProxy(m_line);
    m_line->setPlaceholderText(tr("Day, month, year"));
    m_button->setToolTip(tr("Choose from a calendar"));
    m_button->setAccessibleName(m_button->toolTip());
    connect(m_line, &QLineEdit::editingFinished, this, &DateField::finish);
    connect(m_button, &QToolButton::clicked, this, &DateField::pick);
}

QString DateField::text() const
{
    return m_line->text().trimmed();
}

QDate DateField::date() const
{
    return parseDate(m_line->text());
}

void DateField::setDate(const QDate &date)
{
    m_last = date.isValid() ? format::date(date) : QString();
    if (m_line->text() != m_last)
        m_line->setText(m_last);
    setStyled(m_line, "invalid", false);
}

void DateField::finish()
{
    const QString typed = text();
    const QDate date = parseDate(typed);
    setStyled(m_line, "invalid", !typed.isEmpty() && !date.isValid());
    m_line->setToolTip(typed.isEmpty() || date.isValid() ? QString() : tr("Not a date. Type it as 14 Mar 2027."));
    if (typed == m_last || (!typed.isEmpty() && !date.isValid()))
        return;
    m_line->setModified(false); // given, no longer half typed
    setDate(date);
    Q_EMIT edited();
}

void DateField::pick()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *action = new QWidgetAction(menu);
    auto *calendar = new QCalendarWidget(menu);
    // In Pakistan Urdu has the Latin figures too.
    calendar->setLocale(isUrdu() ? QLocale(QLocale::Urdu, QLocale::Pakistan)
                                 : QLocale(QLocale::English, QLocale::UnitedKingdom));
    calendar->setFirstDayOfWeek(Qt::Monday);
    if (date().isValid())
        calendar->setSelectedDate(date());
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    const auto take = [this, menu](const QDate &chosen) {
        m_line->setText(format::date(chosen));
        menu->close();
        finish();
    };
    connect(calendar, &QCalendarWidget::clicked, this, take);
    connect(calendar, &QCalendarWidget::activated, this, take);
    menu->popup(m_button->mapToGlobal(m_button->rect().bottomLeft()));
}

void DateField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_button->setIcon(icon(QStringLiteral("view-calendar")));
    QWidget::changeEvent(event);
}

} // namespace markaz::ui
