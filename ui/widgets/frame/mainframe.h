// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/focuswatch.h"
#include "ui/widgets/messagebar.h"

#include <QWidget>

#include <functional>

class QStackedWidget;

namespace markaz::ui {

class Rail;
class TopBar;

struct PageSpec
{
    QString id;                     ///< "buildings"
    std::function<QString()> title; ///< asked again when the language changes
    QString icon;
    /// Pages with three panes have the rail folded while they show.
    bool foldRail = false;
    /// A page that is opened from another has no entry of its own: the id of the entry that stays marked.
    QString under;
};

/// Rail, top bar, messages and the pages. Hosts; knows nothing of what the pages show.
class MainFrame : public QWidget
{
    Q_OBJECT
public:
    explicit MainFrame(QWidget *parent = nullptr);
    void addPage(const PageSpec &spec, QWidget *page); ///< takes the page
    QWidget *page(const QString &id) const;            ///< nullptr when there is none
    QString current() const { return m_current; }
    QStringList entries() const;              ///< ids of the pages on the rail, in its order
    QString titleOf(const QString &id) const; ///< of an entry on the rail; empty for any other page
    Rail *rail() const { return m_rail; }
    TopBar *topBar() const { return m_topBar; }
    MessageArea *messages() const { return m_messages; }
    /// Whether the rail is folded on pages that leave the choice to the person; remembered by the caller.
    void setRailFolded(bool folded);
    bool railFolded() const { return m_folded; }
    /// While something goes on that no other page may disturb, the ways to the others are shut.
    void setStaying(bool staying);

public Q_SLOTS:
    /// Shows the page and gives it the keyboard; an unknown id changes nothing.
    void showPage(const QString &id);
    void focusPage(); ///< gives the page that shows the keyboard

Q_SIGNALS:
    void pageShown(const QString &id);
    void railFoldedChanged(bool folded);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Entry
    {
        PageSpec spec;
        QWidget *page = nullptr;
    };
    const Entry *find(const QString &id) const;
    void turnTo(const QString &id, bool alongRail);
    void focusMoved(QWidget *from, QWidget *to);
    void fold();
    Rail *m_rail;
    TopBar *m_topBar;
    MessageArea *m_messages;
    QStackedWidget *m_stack;
    QList<Entry> m_pages;
    QString m_current;
    bool m_folded = false;
    FocusWatch m_focusWatch; // last, see there
};

} // namespace markaz::ui
