// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/figurerowsmodel.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace markaz::ui {

class EmptyPage;
class FigureRowsExport;
class JobProgress;
class MessageArea;
class PageHeader;
class TableView;

/// The records that a figure of the dashboard counts, to open one by one and to take along as a file.
class FigureRowsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit FigureRowsPage(const Services &services, QWidget *parent = nullptr);
    /// \p title: what they are ("Certified in Punjab"); \p filter: by what they were chosen.
    void open(const FigureAsked &asked, const QString &title, const QStringList &filter);

Q_SIGNALS:
    void backRequested();
    void buildingRequested(const QString &id);
    void inspectionRequested(const QString &id);
    void certificateRequested(const QString &id);
    void centreRequested(const QString &id);
    void loanRequested(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildExport();
    void reloaded();
    void openRow(int row);
    void askWhereToExport(TableFormat format);
    QString counted() const; ///< "96 certificates, 6,180 seats"-like

    FigureRowsModel m_model;
    QString m_title;
    QStringList m_filter;
    QString m_current; ///< id of the row that is chosen: it stays so when the rows are read anew
    PageHeader *m_header;
    MessageArea *m_messages;
    JobProgress *m_progress;
    QPushButton *m_exportButton;
    FigureRowsExport *m_export;
    QStackedWidget *m_stack;
    TableView *m_table;
    EmptyPage *m_empty;
};

} // namespace markaz::ui
