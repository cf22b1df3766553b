// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace markaz::ui {

/// A main part and, while it is shown, another one at its trailing side. Where a window has no room for both, as on a
/// laptop at 200 %, the other one lies over the main part, which then is hidden: neither is cut, and the page needs no
/// more width than the wider of them.
class SidePane final : public QWidget
{
    Q_OBJECT
public:
    /// \p leastMain: px that the main part has beside the other one at least; \p sideWidth: px of that.
    SidePane(QWidget *main, int leastMain, QWidget *side, int sideWidth, QWidget *parent = nullptr);
    void setSideShown(bool shown);
    bool isSideShown() const { return m_shown; }
    bool isMainCovered() const { return m_shown && width() < m_leastMain + m_sideWidth; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void arranged(); ///< the parts have their places

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    QWidget *m_main;
    QWidget *m_side;
    int m_leastMain;
    int m_sideWidth;
    bool m_shown = false;
};

} // namespace markaz::ui
