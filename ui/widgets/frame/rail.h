// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;
class QStandardItemModel;
class QToolButton;

namespace markaz::ui {

/// The pages down the leading side: 200 px, or 64 px with icons alone. Arrow keys and Home, End move; moving opens the
/// page.
class Rail : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);
    void addEntry(const QString &id, const QString &title, const QString &iconName);
    void setTitle(const QString &id, const QString &title);
    void setEntryVisible(const QString &id, bool visible); ///< only what the role may see
    void setCounter(const QString &id, int count);         ///< 0 shows none
    void setCurrent(const QString &id);                    ///< emits nothing
    QString current() const;
    bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);
    QListView *view() const { return m_view; }

Q_SIGNALS:
    void chosen(const QString &id);
    void collapsedChanged(bool collapsed); ///< by the person, not by setCollapsed

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    int rowOf(const QString &id) const;
    QStandardItemModel *m_model;
    QListView *m_view;
    QToolButton *m_toggle;
    bool m_collapsed = false;
    bool m_silent = false; ///< while setCurrent moves the view itself
};

} // namespace markaz::ui
