// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableview.h"

#include "ui/widgets/statusdelegate.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>

namespace markaz::ui {

TableView::TableView(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new StatusDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    setProperty("noFocusRing", true);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setFixedHeight(32);
    connect(this, &QTableView::doubleClicked, this, &TableView::opened);
    measure();
}

void TableView::setWidths(const QList<int> &widths)
{
    horizontalHeader()->setStretchLastSection(false);
    for (int i = 0; i < widths.size(); ++i) {
        const bool rest = widths.at(i) == 0;
        horizontalHeader()->setSectionResizeMode(i, rest ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (!rest)
            setColumnWidth(i, widths.at(i));
    }
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange)
        measure();
    QTableView::changeEvent(event);
}

void TableView::measure()
{
    const int height = currentTheme().tableRowHeight();
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

} // namespace markaz::ui
