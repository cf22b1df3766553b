// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buildings/mappanel.h"

#include "ui/text/assignmentwords.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/map/mapsymbols.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/stylepaint.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QIdentityProxyModel>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kPadding = 16;
constexpr qsizetype kNamed = 3; // cities that are called by name

int rowHeight()
{
    return currentTheme().urdu() ? 64 : 52;
}

QString cell(const QModelIndex &index, int column)
{
    return index.siblingAtColumn(column).data().toString();
}

ChipContent stageOf(const QModelIndex &index)
{
    return index.siblingAtColumn(BuildingsModel::StageColumn).data(ChipRole).value<ChipContent>();
}

/// The rows as a screen reader says them: a list has one cell for all that a table has in several.
class SpokenRows final : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;
    int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 1; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::AccessibleTextRole)
            return QIdentityProxyModel::data(index, role);
        return format::list({format::code(cell(index, BuildingsModel::Code)), cell(index, BuildingsModel::Name),
                             cell(index, BuildingsModel::Address), stageOf(index).word});
    }
};

/// Code and name, the address below them, and the chip of the stage.
class BuildingDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {200, rowHeight()}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = currentTheme();
        const QRect r = option.rect;
        const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, r, rect); };
        const int leading =
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(r, theme.colour(Colour::Tint));
            painter->fillRect(visual(QRect(r.left(), r.top(), 3, r.height() - 1)), theme.colour(Colour::Accent));
        }
        painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), theme.colour(Colour::Line));

        const ChipContent chip = stageOf(index);
        const int chipWidth = std::min(chipSize(chip).width(), r.width() / 2);
        paintChip(*painter, visual(QRect(r.right() - kPadding - chipWidth + 1, r.top(), chipWidth, r.height() - 1)),
                  chip, option.direction);
        int x = r.left() + kPadding;
        const int end = r.right() - kPadding - chipWidth - 8;
        const int line = rowHeight() / 2 - 6;
        const QString code = cell(index, BuildingsModel::Code);
        painter->setPen(theme.colour(Colour::Text));
        painter->setFont(theme.font(Type::Code));
        const int codeWidth = painter->fontMetrics().horizontalAdvance(code) + 8;
        drawWords(*painter, visual(QRect(x, r.top() + 6, codeWidth, line)), leading, format::code(code));
        QFont name = theme.font(Type::Body);
        name.setWeight(QFont::DemiBold);
        painter->setFont(name);
        drawWords(*painter, visual(QRect(x + codeWidth, r.top() + 6, std::max(end - x - codeWidth, 0), line)), leading,
                  elided(cell(index, BuildingsModel::Name), name, std::max(end - x - codeWidth, 0)));
        painter->setPen(theme.colour(Colour::Text2));
        painter->setFont(theme.font(Type::Chip));
        drawWords(*painter, visual(QRect(x, r.top() + 6 + line, end - x, line)), leading,
                  elided(cell(index, BuildingsModel::Address), painter->font(), end - x));
        if (option.state & QStyle::State_HasFocus)
            stylepaint::ring(*painter, QRectF(r).adjusted(1, 1, -1, -2), 4);
        painter->restore();
    }
};

class BuildingList final : public QListView
{
public:
    using QListView::QListView;
    /// Letters look for nothing: that would read the records of all of them.
    void keyboardSearch(const QString &) override {}

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override
    {
        const QModelIndex under = indexAt(event->position().toPoint());
        if (event->button() == Qt::LeftButton && under.isValid())
            Q_EMIT activated(under);
    }
};

} // namespace

MapPanel::MapPanel(const Services &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_model(services.workspace, services.actor.role)
{
    setObjectName(QStringLiteral("mapPanel"));
    build();
    // Whoever holds the panel says when something changed: its keys would be old until then.
    connect(&m_model, &BuildingsModel::failed, this, &MapPanel::failed);
}

void MapPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 8, 1, 12);
    column->setSpacing(8);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(kPadding, 0, kPadding - 8, 0);
    top->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_title = plainLabel(this);
    m_title->setObjectName(QStringLiteral("mapPanelTitle"));
    m_title->setFont(currentTheme().font(Type::CardTitle));
    m_count = plainLabel(this);
    m_count->setObjectName(QStringLiteral("mapPanelCount"));
    m_count->setProperty("tone", QStringLiteral("muted"));
    auto *close = iconButton(QStringLiteral("cross"), tr("Close the list"), this);
    close->setObjectName(QStringLiteral("closeMapPanel"));
    close->setToolTip(QStringLiteral("%1 (%2)").arg(tr("Close the list"), format::code(QStringLiteral("Esc"))));
    connect(close, &QToolButton::clicked, this, &MapPanel::closed);
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(close);
    top->addLayout(head);
    m_cities = plainLabel(this);
    m_cities->setObjectName(QStringLiteral("mapPanelCities"));
    m_cities->setProperty("tone", QStringLiteral("muted"));
    m_cities->setWordWrap(true);
    top->addWidget(m_cities);
    m_stages = new QWidget(this);
    m_stages->setObjectName(QStringLiteral("mapPanelStages"));
    auto *flow = new FlowLayout(m_stages, 6, 6);
    flow->setContentsMargins(0, 0, 8, 0);
    top->addWidget(m_stages);
    column->addLayout(top);

    m_list = new BuildingList(this);
    m_list->setObjectName(QStringLiteral("mapPanelList"));
    m_list->setItemDelegate(new BuildingDelegate(m_list));
    auto *rows = new SpokenRows(m_list);
    rows->setSourceModel(&m_model);
    m_list->setModel(rows);
    m_list->setFrameShape(NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setProperty("noFocusRing", true);
    m_list->setMinimumHeight(2 * rowHeight());
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &row) { Q_EMIT buildingRequested(m_model.idAt(row.row())); });
    column->addWidget(m_list, 1);
    setFocusProxy(m_list);

    auto *below = new QHBoxLayout;
    below->setContentsMargins(kPadding, 0, kPadding, 0);
    m_inTable = new QPushButton(this);
    m_inTable->setObjectName(QStringLiteral("circleInTable"));
    connect(m_inTable, &QPushButton::clicked, this, [this] { Q_EMIT tableRequested(m_model.keys(), m_title->text()); });
    below->addWidget(m_inTable);
    column->addLayout(below);
}

void MapPanel::setCircle(const BuildingFilter &filter, const Circle &circle, bool another)
{
    const QModelIndex before = m_list->currentIndex();
    const QString chosen = another ? QString() : m_model.idAt(before.row());
    const int at = m_list->verticalScrollBar()->value();
    BuildingFilter these = filter;
    these.keys = circle.keys;
    m_model.setFilter(these);
    sayPlaces(circle);
    sayStages(circle);
    if (another) {
        m_list->scrollToTop();
        return;
    }
    m_list->verticalScrollBar()->setValue(at);
    if (!before.isValid() || m_model.rowCount() == 0)
        return;
    // The list was made anew: the choice follows the building, or goes to what stands in its place.
    const int row = m_model.rowOf(chosen);
    m_list->setCurrentIndex(m_list->model()->index(row >= 0 ? row : std::min(before.row(), m_model.rowCount() - 1), 0));
}

void MapPanel::sayPlaces(const Circle &circle)
{
    const auto cities = BuildingRepository(m_services.workspace.database).citiesAt(circle.keys);
    if (!cities)
        Q_EMIT failed(cities.error());
    QStringList names;
    for (const auto &[id, count] : cities ? *cities : QList<std::pair<int, int>>()) {
        if (const City *city = m_services.gazetteer.city(id))
            names.append(labels::cityName(*city));
    }
    const qsizetype several = cities ? cities->size() : 0;
    if (names.isEmpty()) // only a newer program knows it
        names.append(circle.place);
    m_title->setText(several > 1 ? tr("%1 cities").arg(format::number(several)) : names.first());
    m_count->setText(buildingsCounted(circle.keys.size()));
    const QString called = format::list(names.mid(0, kNamed));
    m_cities->setText(several > kNamed ? tr("%1 and %2 more").arg(called, format::number(several - kNamed)) : called);
    m_cities->setVisible(several > 1);
    m_list->setAccessibleName(format::list({m_title->text(), m_count->text()}));
    m_inTable->setText(circle.keys.size() == 1
                           ? tr("Show it in the table")
                           : tr("Show all %1 in the table").arg(format::number(circle.keys.size())));
}

void MapPanel::sayStages(const Circle &circle)
{
    clear(m_stages->layout());
    QStringList words;
    for (const Stage stage : mapsymbols::stages()) {
        const int count = circle.stages[static_cast<size_t>(stage)];
        if (count == 0)
            continue;
        ChipContent chip = chips::stage(labels::stageSeenBy(m_services.actor.role, token(stage)));
        chip.word = tr("%1 %2").arg(chip.word, format::number(count));
        words.append(chip.word);
        auto *shown = new StatusChip(chip, m_stages);
        m_stages->layout()->addWidget(shown);
        shown->show();
    }
    m_list->setAccessibleDescription(format::list(words));
}

void MapPanel::takeKeyboard()
{
    if (!m_list->currentIndex().isValid()) // before it has the keyboard, with which it would mark one and choose none
        m_list->setCurrentIndex(m_list->model()->index(0, 0));
    m_list->setFocus(Qt::OtherFocusReason);
}

std::optional<qint64> MapPanel::currentKey() const
{
    const int row = std::max(m_list->currentIndex().row(), 0);
    return row < m_model.keys().size() ? std::optional(m_model.keys().at(row)) : std::nullopt;
}

void MapPanel::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(Colour::Base));
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 1, height())),
                     theme.colour(Colour::Line));
}

} // namespace markaz::ui
