// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tablecolumns.h"

#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QMenu>

namespace markaz::ui {

TableColumns::TableColumns(TableView *table, const QStringList &keys)
    : QObject(table)
    , m_table(table)
    , m_keys(keys)
    , m_menu(new QMenu(table))
{
    m_menu->setObjectName(QStringLiteral("columnsMenu"));
    show(keys);
    connect(m_menu, &QMenu::aboutToShow, this, &TableColumns::fillMenu);
    QHeaderView *head = table->horizontalHeader();
    head->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(head, &QHeaderView::customContextMenuRequested, this,
            [this, head](const QPoint &at) { m_menu->popup(head->viewport()->mapToGlobal(at)); });
    fillMenu();
}

void TableColumns::fillMenu()
{
    m_menu->clear();
    for (int i = 0; i < m_keys.size(); ++i) {
        auto *action = m_menu->addAction(m_table->model()->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setObjectName(QStringLiteral("column.") + m_keys.at(i));
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(i));
        action->setEnabled(i > 0);
        connect(action, &QAction::triggered, this, [this, i](bool on) {
            QStringList keys = shown();
            if (on)
                keys.append(m_keys.at(i));
            else
                keys.removeAll(m_keys.at(i));
            show(keys);
            Q_EMIT chosen(shown());
        });
    }
    m_menu->addSeparator();
    auto *all = m_menu->addAction(tr("All columns"));
    all->setObjectName(QStringLiteral("allColumns"));
    connect(all, &QAction::triggered, this, [this] {
        show(m_keys);
        Q_EMIT chosen(shown());
    });
}

QStringList TableColumns::shown() const
{
    QStringList keys;
    for (int i = 0; i < m_keys.size(); ++i) {
        if (!m_table->isColumnHidden(i))
            keys.append(m_keys.at(i));
    }
    return keys;
}

void TableColumns::setShown(const QStringList &keys)
{
    bool any = false;
    for (const QString &key : keys)
        any = any || m_keys.contains(key);
    show(any ? keys : m_keys);
}

void TableColumns::show(const QStringList &keys)
{
    QHeaderView *head = m_table->horizontalHeader();
    bool stretches = false;
    for (int i = 0; i < m_keys.size(); ++i) {
        const bool hidden = i > 0 && !keys.contains(m_keys.at(i));
        m_table->setColumnHidden(i, hidden);
        stretches = stretches || (!hidden && head->sectionResizeMode(i) == QHeaderView::Stretch);
    }
    head->setStretchLastSection(!stretches); // the column that takes what is left may be hidden
}

} // namespace markaz::ui
