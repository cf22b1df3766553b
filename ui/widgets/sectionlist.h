// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace markaz::ui {

/// Data roles of a section row; the title is Qt::DisplayRole.
enum SectionRole {
    SectionLetterRole = Qt::UserRole + 70, ///< "C"
    SectionAnsweredRole,                   ///< int
    SectionTotalRole,                      ///< int
    SectionProblemsRole,                   ///< int, shown as a bad badge when not 0
    SectionMissingRole, ///< int, of answers and files, shown as a neutral badge when there is no problem
};

class SectionDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The sections of an inspection, 232 px: letter box, title, progress, badge. Any list model with the roles above.
class SectionList : public QListView
{
    Q_OBJECT
public:
    explicit SectionList(QWidget *parent = nullptr);
    QSize sizeHint() const override { return {232, 400}; }

Q_SIGNALS:
    void chosen(const QModelIndex &index);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;
};

} // namespace markaz::ui
