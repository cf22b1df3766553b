// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/buildingsmodel.h"
#include "ui/services.h"
#include "ui/widgets/listpage.h"

class QStackedWidget;

namespace markaz::ui {

class BuildingDetail;
class EmptyPage;
class FilterBar;
class FilterChip;
class TableView;

/// The buildings of the scope: filters, table, and the chosen one's detail beside it.
class BuildingsPage final : public ListPage
{
    Q_OBJECT
public:
    explicit BuildingsPage(const Services &services, QWidget *parent = nullptr);
    /// Selects the building and shows its detail; takes the filter away when it hides it.
    void showBuilding(const QString &id);
    void setSearch(const QString &text);
    /// Shows the buildings that another page asks for: text, province, tier, city and stage as in the chips.
    void setFilter(const BuildingFilter &filter);

Q_SIGNALS:
    void newBuildingRequested();
    void editRequested(const QString &id);
    void inspectRequested(const QString &buildingId);
    void followUpRequested(const QString &buildingId);
    void inspectionRequested(const QString &inspectionId);
    void certificateRequested(const QString &certificateId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildFilters();
    void offerCities(const QList<int> &asked); ///< the largest ones, and those asked for
    void applyFilter();
    void reloaded();
    void currentChanged();

    Services m_services;
    BuildingsModel m_model;
    QString m_selected;
    FilterBar *m_filter;
    FilterChip *m_province;
    FilterChip *m_tier;
    FilterChip *m_city;
    FilterChip *m_stage;
    TableView *m_table;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
    BuildingDetail *m_detail;
};

} // namespace markaz::ui
