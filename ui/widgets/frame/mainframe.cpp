// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame/mainframe.h"

#include "ui/widgets/frame/rail.h"
#include "ui/widgets/frame/topbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

/// Needs what the page needs that shows, not what the largest of all needs.
class PageStack final : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;
    QSize minimumSizeHint() const override
    {
        return currentWidget() == nullptr ? QSize() : currentWidget()->minimumSizeHint();
    }
    /// The area around it gives it no less than this, which QWidget makes the height that it would like.
    int heightForWidth(int) const override { return minimumSizeHint().height(); }
};

} // namespace

MainFrame::MainFrame(QWidget *parent)
    : QWidget(parent)
    , m_rail(new Rail(this))
    , m_topBar(new TopBar(this))
    , m_messages(new MessageArea(this))
    , m_stack(new PageStack(this))
    , m_focusWatch([this](QWidget *from, QWidget *to) { focusMoved(from, to); })
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    m_messages->layout()->setContentsMargins(16, 8, 16, 0);
    right->addWidget(m_topBar);
    right->addWidget(m_messages);
    // 2026-11-29: every page is laid out for 1366x768; where letters are half as large again that is more than such a
    // screen has, and the page is scrolled rather than the window larger than the screen.
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("pageArea"));
    area->setWidget(m_stack);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setProperty("clear", true);
    connect(m_stack, &QStackedWidget::currentChanged, m_stack, &QWidget::updateGeometry);
    right->addWidget(area, 1);
    layout->addWidget(m_rail);
    layout->addLayout(right, 1);
    connect(m_rail, &Rail::chosen, this, [this](const QString &id) { turnTo(id, true); });
    // The entry of a page may be marked while one under it is shown: it leads back.
    const auto lead = [this] {
        if (m_rail->current() != m_current)
            turnTo(m_rail->current(), true);
    };
    connect(m_rail->view(), &QListView::activated, this, lead);
    connect(m_rail->view(), &QListView::clicked, this, lead);
    connect(m_rail->view(), &QListView::clicked, this, &MainFrame::focusPage); // a click leads into the page
    connect(m_rail, &Rail::collapsedChanged, this, [this](bool folded) {
        m_folded = folded;
        Q_EMIT railFoldedChanged(folded);
    });
}

void MainFrame::addPage(const PageSpec &spec, QWidget *page)
{
    m_pages.append({spec, page});
    m_stack->addWidget(page);
    if (spec.under.isEmpty())
        m_rail->addEntry(spec.id, spec.title(), spec.icon);
    if (m_current.isEmpty())
        showPage(spec.id);
}

const MainFrame::Entry *MainFrame::find(const QString &id) const
{
    for (const Entry &entry : m_pages) {
        if (entry.spec.id == id)
            return &entry;
    }
    return nullptr;
}

QWidget *MainFrame::page(const QString &id) const
{
    const Entry *entry = find(id);
    return entry ? entry->page : nullptr;
}

void MainFrame::focusPage()
{
    if (QWidget *shown = page(m_current))
        shown->setFocus(Qt::OtherFocusReason);
}

QStringList MainFrame::entries() const
{
    QStringList ids;
    for (const Entry &entry : m_pages) {
        if (entry.spec.under.isEmpty())
            ids.append(entry.spec.id);
    }
    return ids;
}

QString MainFrame::titleOf(const QString &id) const
{
    const Entry *entry = find(id);
    return entry != nullptr && entry->spec.under.isEmpty() ? entry->spec.title() : QString();
}

void MainFrame::showPage(const QString &id)
{
    turnTo(id, false);
}

/// Moving along the rail keeps the keyboard there; from elsewhere the page takes it, also where what had it went first
/// and Qt gave it to the rail.
void MainFrame::turnTo(const QString &id, bool alongRail)
{
    const Entry *entry = find(id);
    if (!entry)
        return;
    if (const Entry *left = find(m_current); left != nullptr && left != entry) {
        const auto areas = left->page->findChildren<MessageArea *>();
        for (MessageArea *area : areas) // they speak of what is left
            area->withdrawClosable();
    }
    m_current = id;
    m_stack->setCurrentWidget(entry->page);
    m_rail->setCurrent(entry->spec.under.isEmpty() ? id : entry->spec.under);
    fold();
    if (!alongRail)
        entry->page->setFocus(Qt::OtherFocusReason);
    Q_EMIT pageShown(id);
}

/// What is hidden or switched off while it has the keyboard hands it to the next in Qt's chain. Behind the last control
/// of a page that is the rail, where the page's own keys would do nothing: the page keeps it.
void MainFrame::focusMoved(QWidget *from, QWidget *to)
{
    QWidget *shown = page(m_current);
    if (from == nullptr || to == nullptr || shown == nullptr || !shown->isAncestorOf(from) || !isAncestorOf(to) ||
        shown == to || shown->isAncestorOf(to))
        return;
    if (!from->isVisible() || !from->isEnabled())
        shown->setFocus(Qt::OtherFocusReason);
}

void MainFrame::setRailFolded(bool folded)
{
    m_folded = folded;
    fold();
}

void MainFrame::setStaying(bool staying)
{
    for (QWidget *way : std::initializer_list<QWidget *>{m_rail, m_topBar->search(), m_topBar->syncPill()})
        way->setEnabled(!staying);
}

void MainFrame::fold()
{
    // A narrow window, as a laptop at 150 % has it, leaves its width to the page.
    const Entry *entry = find(m_current);
    m_rail->setCollapsed(m_folded || width() < 1000 || (entry && entry->spec.foldRail));
}

void MainFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if ((event->oldSize().width() < 1000) != (width() < 1000))
        fold();
}

void MainFrame::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (const Entry &entry : std::as_const(m_pages)) {
            if (entry.spec.under.isEmpty())
                m_rail->setTitle(entry.spec.id, entry.spec.title());
        }
    }
    QWidget::changeEvent(event);
}

} // namespace markaz::ui
