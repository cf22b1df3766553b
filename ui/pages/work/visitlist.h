// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/visitsmodel.h"

#include <QListView>

namespace markaz::ui {

/// The visits to be made, in a card for each group of days. Arrow keys choose one, Enter or its button starts it.
class VisitList final : public QListView
{
    Q_OBJECT
public:
    explicit VisitList(QWidget *parent = nullptr);
    VisitsModel *visits() { return &m_model; }
    /// Fills the list; the chosen visit stays chosen, or else the first is.
    void setVisits(const QList<AssignmentRow> &visits, const QDate &today);
    /// The chosen visit; nullptr when there is none.
    const AssignmentRow *chosen() const { return m_model.visitAt(currentIndex()); }
    /// Where the button of a visit is painted, in the viewport.
    QRect buttonRect(const QModelIndex &index) const;
    /// Pixels for the building's name; what does not fit is cut.
    int nameWidth(const QModelIndex &index) const;

Q_SIGNALS:
    void startRequested(const QString &assignmentId, const QString &draftId); ///< \p draftId empty: none yet
    void notPossibleRequested();                                              ///< the chosen visit could not be made
    void chosenChanged();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void start(const QModelIndex &index);

    VisitsModel m_model;
    QPersistentModelIndex m_pressed; ///< whose button the mouse went down on
};

} // namespace markaz::ui
