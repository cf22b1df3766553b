// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace markaz::ui {

enum RailRole { RailIdRole = Qt::UserRole + 80, RailIconRole, RailCounterRole };

/// An entry of the rail: icon, title, counter, the edge of the chosen one. Folded when its view is narrow.
class RailDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace markaz::ui
