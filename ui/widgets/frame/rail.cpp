// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frame/rail.h"

#include "ui/widgets/frame/raildelegate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"

#include <QEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kWide = 200;
constexpr int kNarrow = 64;

/// A letter does not leave the page for the entry that begins with it: letters are keys of the pages.
class PagesView final : public QListView
{
public:
    using QListView::QListView;
    void keyboardSearch(const QString &) override {}
};

/// "Collapse" at the foot, in the rail's own colours.
class FoldButton final : public QToolButton
{
public:
    using QToolButton::QToolButton;
    bool folded = false;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = currentTheme();
        QPainter painter(this);
        const QRect r = rect();
        if (underMouse() || isDown())
            stylepaint::box(painter, r, theme.colour(Colour::RailSelected), {}, 6);
        const auto visual = [&](const QRect &rect) { return QStyle::visualRect(layoutDirection(), r, rect); };
        const QRect image = folded ? r : visual(QRect(13, 0, 22, r.height()));
        paintIcon(painter, image,
                  folded ? QStringLiteral("sidebar-expand-left") : QStringLiteral("sidebar-collapse-left"),
                  theme.colour(Colour::RailText), 22);
        if (!folded) {
            painter.setFont(theme.font(Type::Body));
            painter.setPen(theme.colour(Colour::RailText));
            drawWords(painter, visual(QRect(47, 0, r.width() - 47, r.height())),
                      static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                      text());
        }
        if (hasFocus())
            stylepaint::box(painter, QRectF(r).adjusted(1, 1, -1, -1), {}, theme.colour(Colour::RailEdge), 6, 2);
    }
};

} // namespace

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_model(new QStandardItemModel(this))
    , m_view(new PagesView(this))
    , m_toggle(new FoldButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 68, 0, 8);
    layout->setSpacing(0);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RailDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->setProperty("noFocusRing", true);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setAutoFillBackground(false);
    m_toggle->setProperty("noFocusRing", true);
    m_toggle->setFixedHeight(40);
    m_toggle->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    layout->addWidget(m_view, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(8, 0, 8, 0);
    foot->addWidget(m_toggle);
    layout->addLayout(foot);
    connect(m_toggle, &QToolButton::clicked, this, [this] {
        setCollapsed(!m_collapsed);
        Q_EMIT collapsedChanged(m_collapsed);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_silent)
            Q_EMIT chosen(index.data(RailIdRole).toString());
    });
    setFixedWidth(kWide);
    retranslate();
}

void Rail::addEntry(const QString &id, const QString &title, const QString &iconName)
{
    auto *item = new QStandardItem(title);
    item->setData(id, RailIdRole);
    item->setData(iconName, RailIconRole);
    item->setData(0, RailCounterRole);
    item->setData(title, Qt::AccessibleTextRole);
    item->setEditable(false);
    m_model->appendRow(item);
}

int Rail::rowOf(const QString &id) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row)->data(RailIdRole).toString() == id)
            return row;
    }
    return -1;
}

void Rail::setTitle(const QString &id, const QString &title)
{
    if (const int row = rowOf(id); row >= 0) {
        m_model->item(row)->setText(title);
        setCounter(id, m_model->item(row)->data(RailCounterRole).toInt());
    }
}

void Rail::setEntryVisible(const QString &id, bool visible)
{
    if (const int row = rowOf(id); row >= 0)
        m_view->setRowHidden(row, !visible);
}

void Rail::setCounter(const QString &id, int count)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    QStandardItem *item = m_model->item(row);
    item->setData(count, RailCounterRole);
    item->setData(count > 0 ? QStringLiteral("%1, %2").arg(item->text()).arg(count) : item->text(),
                  Qt::AccessibleTextRole);
    item->setToolTip(m_collapsed ? item->data(Qt::AccessibleTextRole).toString() : QString());
}

void Rail::setCurrent(const QString &id)
{
    const int row = rowOf(id);
    m_silent = true;
    if (row < 0)
        m_view->selectionModel()->clear();
    else
        m_view->setCurrentIndex(m_model->index(row, 0));
    m_silent = false;
}

QString Rail::current() const
{
    return m_view->currentIndex().data(RailIdRole).toString();
}

void Rail::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    static_cast<FoldButton *>(m_toggle)->folded = collapsed;
    setFixedWidth(collapsed ? kNarrow : kWide);
    retranslate();
    m_view->doItemsLayout();
    update();
}

void Rail::retranslate()
{
    m_toggle->setText(tr("Collapse"));
    m_toggle->setAccessibleName(m_collapsed ? tr("Show the names of the pages") : tr("Collapse to icons"));
    m_toggle->setToolTip(m_toggle->accessibleName());
    m_view->setAccessibleName(tr("Pages"));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QStandardItem *item = m_model->item(row);
        setCounter(item->data(RailIdRole).toString(), item->data(RailCounterRole).toInt());
    }
    update();
}

void Rail::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::Rail));
    const auto visual = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const QRect tile = visual(QRect(16, 16, 32, 32));
    stylepaint::box(painter, tile, Qt::white, {}, 6);
    paintIcon(painter, tile, QStringLiteral("logo"),
              Theme(ColourScheme::Light, Language::English).colour(Colour::Accent), 28);
    if (m_collapsed)
        return;
    QFont font = theme.font(Type::CardTitle);
    font.setPixelSize(theme.urdu() ? 20 : 18);
    painter.setFont(font);
    painter.setPen(theme.colour(Colour::RailText));
    drawWords(painter, visual(QRect(60, 16, 132, 32)),
              static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
              tr("Markaz"));
}

void Rail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace markaz::ui
