// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/findingsmodel.h"
#include "ui/widgets/listpage.h"

class QStackedWidget;

namespace markaz::ui {

class EmptyPage;
class FilterBar;
class FilterChip;
class FindingDetail;
class TableView;

/// What is to be mended in the buildings of the scope, the overdue first, and the chosen finding beside the list.
class FindingsPage final : public ListPage
{
    Q_OBJECT
public:
    explicit FindingsPage(const Services &services, QWidget *parent = nullptr);
    /// Selects the finding; takes the filter away when it hides it.
    void showFinding(const QString &id);
    /// What is typed and not saved (`typed`, see FindingDetail), and the finding that is shown, if it is one of those
    /// (`shown`); resume() takes it up again, and shows that finding when the page is shown.
    QJsonObject unfinished() const;
    void resume(const QJsonObject &unfinished);

Q_SIGNALS:
    void inspectionRequested(const QString &inspectionId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildFilters();
    void reloaded();
    void currentChanged();
    void closeDetail();

    Services m_services;
    FindingsModel m_model;
    QString m_selected;
    FilterBar *m_filter;
    FilterChip *m_state;
    FilterChip *m_severity;
    TableView *m_table;
    QStackedWidget *m_stack;
    EmptyPage *m_empty;
    FindingDetail *m_detail;
};

} // namespace markaz::ui
