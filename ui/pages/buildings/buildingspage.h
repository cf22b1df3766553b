// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporting/tablefile.h"
#include "ui/models/buildingsmodel.h"
#include "ui/services.h"
#include "ui/widgets/listpage.h"

class QPushButton;
class QStackedWidget;

namespace markaz::ui {

class AssignSheet;
class BuildingDetail;
class BuildingsExport;
class BuildingsMap;
class EmptyPage;
class FilterBar;
class FilterChip;
class JobProgress;
class SegmentedControl;
class TableColumns;
class TableView;

/// The buildings of the scope: filters, table or map of what they leave, and the chosen one's detail beside it.
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
    void showMap(bool map); ///< or the table
    /// An officer sends an inspector to the buildings that are chosen: the rows selected in the table, or all that the
    /// map's filter shows. Says how to choose some where none are.
    void assign(); // buildingspageassign.cpp
    /// Opens the sheet again that was not finished (AssignSheet::unfinishedIn). NotAllowed: no officer any more.
    Result<void> resumeAssign(const QJsonObject &unfinished);

Q_SIGNALS:
    void newBuildingRequested();
    void importRequested();
    void editRequested(const QString &id);
    void inspectRequested(const QString &buildingId);
    void followUpRequested(const QString &buildingId);
    void findingRequested(const QString &findingId);
    void inspectionRequested(const QString &inspectionId);
    void certificateRequested(const QString &certificateId);
    void centreRequested(const QString &centreId);
    void loanRequested(const QString &loanId);
    void newLoanRequested(const QString &buildingId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void addFileButtons(); // buildingspagefiles.cpp
    void addColumns();
    void askWhereToExport(TableFormat format);
    void exportTo(TableFormat format, const QString &path);
    QList<int> shownColumns() const; ///< from the leading side on, as they were moved
    void addAssign();                // buildingspageassign.cpp
    AssignSheet *openAssign(const QStringList &ids);
    void chooseAgain();
    QStringList rowsBetween(int first, int last, QStringList ids) const;
    QStringList selectedBuildings() const;
    void buildFilters();
    void buildViewSwitch();
    void buildMap();
    bool registers() const;
    void showView(); ///< table or map, or the empty page when nothing matches
    void filterByProvince(const QString &code);
    void listCircle(const QList<qint64> &keys, const QString &words); ///< of the map
    void addCircleTo(BuildingFilter &filter);
    void offerCities(const QList<int> &asked); ///< the largest ones, and those asked for
    void applyFilter();
    void reloaded();
    void currentChanged();

    Services m_services;
    BuildingsModel m_model;
    QString m_selected;
    QStringList m_chosen; ///< while the list is made anew: the rows that an officer selected
    FilterBar *m_filter;
    FilterChip *m_province;
    FilterChip *m_tier;
    FilterChip *m_city;
    FilterChip *m_stage;
    FilterChip *m_circle; ///< of the map; seen while one is chosen
    QList<qint64> m_circleKeys;
    TableView *m_table;
    BuildingsMap *m_map;
    SegmentedControl *m_view;
    TableColumns *m_columns;
    BuildingsExport *m_export;
    JobProgress *m_progress;
    QPushButton *m_exportButton;
    QPushButton *m_columnsButton;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
    BuildingDetail *m_detail;
};

} // namespace markaz::ui
