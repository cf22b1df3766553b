// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/auditmodel.h"
#include "ui/pages/audit/auditexport.h"
#include "ui/widgets/listpage.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace markaz::ui {

class DateField;
class EmptyPage;
class FilterChip;
class TableView;

/// Who did what, from the server: for auditors and administrators. Needs a connection and says so; keeps nothing.
class AuditPage final : public ListPage
{
    Q_OBJECT
public:
    /// \p services must have an administration.
    explicit AuditPage(const Services &services, QWidget *parent = nullptr);
    /// Writes everything that fits the filters to \p path.
    void exportTo(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildFilters();
    void connectAll();
    AuditQuery wanted() const; ///< what the filters ask for
    void askAnew();
    void refresh();
    QString datesTrouble() const;
    void refreshChain();
    void noteFailure(const Error &error);
    void noteExport(const Error &error);
    void chooseExportPath();

    Services m_services;
    AuditModel m_model;
    AuditExport m_exporter;
    std::optional<Error> m_failure;
    bool m_asked = false;
    QLineEdit *m_who;
    FilterChip *m_what;
    FilterChip *m_kind;
    QLineEdit *m_record;
    DateField *m_from;
    DateField *m_to;
    QPushButton *m_export;
    QPushButton *m_reload;
    QLabel *m_dates;
    QLabel *m_chain;
    TableView *m_table;
    EmptyPage *m_empty;
    QStackedWidget *m_stack;
};

} // namespace markaz::ui
