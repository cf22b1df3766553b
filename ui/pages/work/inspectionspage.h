// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/inspectionsmodel.h"
#include "ui/services.h"
#include "ui/widgets/listpage.h"

class QLabel;
class QStackedWidget;

namespace markaz::ui {

class EmptyPage;
class SegmentedControl;
class TableView;

/// All inspections that the account may see, by state. An inspector sees the own ones.
class InspectionsPage final : public ListPage
{
    Q_OBJECT
public:
    explicit InspectionsPage(const Services &services, QWidget *parent = nullptr);
    /// Shows the state's list: "submitted" for the review queue's overview.
    void showState(const QString &state);

Q_SIGNALS:
    void inspectionRequested(const QString &inspectionId);
    void reviewRequested(const QString &inspectionId);
    void buildingsRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void open(const QModelIndex &index);

    Services m_services;
    InspectionsModel m_model;
    SegmentedControl *m_states;
    TableView *m_table;
    EmptyPage *m_empty;
    QStackedWidget *m_stack;
    QLabel *m_count;
};

} // namespace markaz::ui
