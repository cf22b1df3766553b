// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/policies.h"
#include "ui/models/freshness.h"
#include "ui/models/policyrowsmodel.h"
#include "ui/services.h"
#include "ui/widgets/listpage.h"

class QLabel;
class QPushButton;

namespace markaz::ui {

class Card;
class EntryList;
class PolicySheet;
class SegmentedControl;
class TableView;

/// The programme's policy: the version in force with every figure and where it was decided, the versions before and
/// after it, and what each changed. An administrator makes the next one here.
class PolicyPage final : public ListPage
{
    Q_OBJECT
public:
    explicit PolicyPage(const Services &services, QWidget *parent = nullptr);
    /// Opens the form again with what PolicySheet::unfinishedIn() kept.
    void resume(const QJsonObject &unfinished);

Q_SIGNALS:
    void pageRequested(const QString &id); ///< another of the programme's pages

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void refresh();
    void showVersion();
    PolicySheet *openForm();

    Services m_services;
    QList<PolicyVersion> m_versions; ///< the newest first
    int m_inForce = 0;
    int m_sent = 0; ///< the version that was published here and is not said to be there yet; 0: none
    PolicyRowsModel m_rows;
    Freshness m_freshness{[this] { refresh(); }};
    QPushButton *m_new;
    EntryList *m_list;
    Card *m_card;
    SegmentedControl *m_views;
    TableView *m_table;
    QLabel *m_none;
};

} // namespace markaz::ui
