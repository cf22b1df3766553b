// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assignments/duecalendar.h"

#include "ui/text/calendarwords.h"
#include "ui/text/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>

namespace markaz::ui {
namespace {

constexpr int kPadding = 8;
constexpr int kNumber = 24;
constexpr int kHead = 28;
constexpr int kRow = 34; ///< in both languages: six of them and the chosen day's list fit a small screen

/// A day: its number, and beside it how much is due.
class DayDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = currentTheme();
        const QRect r = option.rect;
        const bool chosen = option.state & QStyle::State_Selected;
        const bool outside = index.data(DueMonthModel::OutsideRole).toBool();
        const bool today = index.data(DueMonthModel::TodayRole).toBool();
        painter->save();
        painter->fillRect(r, theme.colour(chosen                                         ? Colour::Tint
                                          : index.data(DueMonthModel::RestRole).toBool() ? Colour::Alt
                                                                                         : Colour::Base));
        painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), theme.colour(Colour::Line));
        QFont font = theme.font(Type::Body);
        font.setWeight(today ? QFont::Bold : QFont::Medium);
        painter->setFont(font);
        painter->setPen(theme.colour(today ? Colour::AccentText : outside ? Colour::Text3 : Colour::Text));
        const QRect number =
            QStyle::visualRect(option.direction, r, QRect(r.left() + kPadding, r.top(), kNumber, r.height() - 1));
        drawWords(*painter, number,
                  static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                  index.data().toString());
        if (const int count = index.data(DueMonthModel::CountRole).toInt(); count > 0) {
            const bool late = index.data(DueMonthModel::LateRole).toBool();
            const ChipContent chip{late ? Status::Bad : Status::Info, late ? QStringLiteral("clock") : QString(),
                                   DueMonthModel::words(count, late)};
            const QRect room = QStyle::visualRect(
                option.direction, r,
                QRect(r.left() + kPadding + kNumber, r.top(), r.width() - kNumber - kPadding, r.height() - 1));
            paintChip(*painter, room, chip, option.direction);
        }
        if (today)
            painter->fillRect(QRect(r.left(), r.bottom() - 2, r.width(), 2), theme.colour(Colour::Accent));
        if (option.state & QStyle::State_HasFocus)
            stylepaint::ring(*painter, QRectF(r).adjusted(1, 1, -1, -2), 4);
        painter->restore();
    }
};

} // namespace

DueCalendar::DueCalendar(QWidget *parent)
    : QFrame(parent)
    , m_title(plainLabel(this))
    , m_view(new QTableView(this))
{
    setProperty("card", true);
    setObjectName(QStringLiteral("dueCalendar"));
    build();
    measure();
}

void DueCalendar::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 4, 1, 1);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 8, 0);
    head->setSpacing(4);
    m_title->setObjectName(QStringLiteral("calendarMonth"));
    m_title->setFont(currentTheme().font(Type::SectionTitle));
    head->addWidget(m_title);
    head->addStretch();
    auto *now = new QPushButton(tr("Today"), this);
    now->setObjectName(QStringLiteral("calendarToday"));
    connect(now, &QPushButton::clicked, this, [this] { choose(m_today); });
    const auto step = [this](const char *name, const char *iconName, const QString &words, int months) {
        auto *button = new QToolButton(this);
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(QLatin1String(iconName)));
        button->setToolTip(words);
        button->setAccessibleName(words);
        connect(button, &QToolButton::clicked, this, [this, months] { choose(m_day.addMonths(months)); });
        return button;
    };
    head->addWidget(step("calendarPrevious", "go-previous", tr("The month before (Page Up)"), -1));
    head->addWidget(now);
    head->addWidget(step("calendarNext", "go-next", tr("The next month (Page Down)"), 1));
    column->addLayout(head);

    m_view->setObjectName(QStringLiteral("calendarDays"));
    m_view->setAccessibleName(tr("Days with what is due"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new DayDelegate(m_view));
    m_view->setFrameShape(NoFrame);
    m_view->setShowGrid(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setProperty("noFocusRing", true);
    m_view->setCornerButtonEnabled(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionsClickable(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_view->installEventFilter(this);
    setFocusProxy(m_view);
    column->addWidget(m_view);
    // A day of another month turns the page when the button is let go: earlier, what lies under the mouse by then would
    // be chosen with the rest of the press.
    const auto isOutside = [](const QModelIndex &day) { return day.data(DueMonthModel::OutsideRole).toBool(); };
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, isOutside](const QModelIndex &current) {
                if (!m_setting && current.isValid() && !isOutside(current))
                    choose(m_model.dateAt(current));
            });
    connect(m_view, &QTableView::clicked, this, [this, isOutside](const QModelIndex &day) {
        if (isOutside(day))
            choose(m_model.dateAt(day));
    });
}

void DueCalendar::measure()
{
    m_view->verticalHeader()->setMinimumSectionSize(kRow);
    m_view->verticalHeader()->setDefaultSectionSize(kRow);
    m_view->horizontalHeader()->setFixedHeight(std::max(kHead, currentTheme().chipHeight()));
    m_view->setFixedHeight(kRow * DueMonthModel::kWeeks + m_view->horizontalHeader()->height());
}

void DueCalendar::setToday(const QDate &today)
{
    m_today = today;
    m_model.setToday(today);
    if (!m_day.isValid())
        setDay(today);
}

void DueCalendar::setDay(const QDate &day)
{
    const bool other =
        !m_model.month().isValid() || m_model.month().month() != day.month() || m_model.month().year() != day.year();
    m_day = day;
    m_setting = true;
    if (other) {
        m_model.setMonth(day);
        m_title->setText(format::longMonth(day));
    }
    m_view->setCurrentIndex(m_model.indexOf(day));
    m_setting = false;
    if (other)
        Q_EMIT spanChanged();
}

void DueCalendar::choose(const QDate &day)
{
    setDay(day);
    Q_EMIT dayChosen(day);
}

QDate DueCalendar::wanted(int key) const
{
    const int on = layoutDirection() == Qt::RightToLeft ? -1 : 1; // where the next day stands
    const QDate month(m_day.year(), m_day.month(), 1);
    switch (key) {
    case Qt::Key_Left:
        return m_day.addDays(-on);
    case Qt::Key_Right:
        return m_day.addDays(on);
    case Qt::Key_Up:
        return m_day.addDays(-7);
    case Qt::Key_Down:
        return m_day.addDays(7);
    case Qt::Key_PageUp:
        return m_day.addMonths(-1);
    case Qt::Key_PageDown:
        return m_day.addMonths(1);
    case Qt::Key_Home:
        return month;
    case Qt::Key_End:
        return month.addMonths(1).addDays(-1);
    default:
        return {};
    }
}

bool DueCalendar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        if (const QDate day = wanted(static_cast<QKeyEvent *>(event)->key()); day.isValid()) {
            choose(day);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void DueCalendar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        measure();
    QFrame::changeEvent(event);
}

} // namespace markaz::ui
