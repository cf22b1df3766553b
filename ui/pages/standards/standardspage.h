// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/xlsx/standardfile.h"
#include "ui/models/faultsmodel.h"
#include "ui/services.h"
#include "ui/widgets/listpage.h"

#include <QThreadPool>

class QPushButton;
class QStackedWidget;

namespace markaz::ui {

class SegmentedControl;
class StandardPreview;
class TableView;

/// For administrators: the standard that is in use, and a workbook or JSON file of a new one, which is checked as a
/// whole: every fault with its sheet, row and reason, or the standard as its inspectors will see it. Nothing is
/// published here. 2026-11-28: publishing needs a record that travels to the laptops; until there is one,
/// "markaz-server standard check" and this page say whether a file would be taken.
class StandardsPage final : public ListPage
{
    Q_OBJECT
public:
    explicit StandardsPage(const Services &services, QWidget *parent = nullptr);
    /// Waits for what is being read.
    ~StandardsPage() override;
    /// Reads \p path in another thread, and then shows what became of it.
    void checkFile(const QString &path);

Q_SIGNALS:
    void checked(); ///< what became of the file is shown

private:
    void build();
    void choosePath();
    void showInUse();
    void take(const QString &path, const Result<StandardReading> &reading);
    void showView(const QString &id);
    QString describe(const Standard &standard) const;

    Services m_services;
    QString m_path;
    StandardReading m_reading;
    FaultsModel m_faults;
    FaultsModel m_notes;
    bool m_reads = false;
    QPushButton *m_check;
    QPushButton *m_inUse;
    SegmentedControl *m_views;
    TableView *m_faultsTable;
    TableView *m_notesTable;
    StandardPreview *m_preview;
    QStackedWidget *m_stack;
    QThreadPool m_pool;
};

} // namespace markaz::ui
