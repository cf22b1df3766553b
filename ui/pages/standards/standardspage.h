// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/xlsx/standardfile.h"
#include "ui/models/differencemodel.h"
#include "ui/models/faultsmodel.h"
#include "ui/services.h"
#include "ui/widgets/listpage.h"

#include <QThreadPool>

class QPushButton;
class QStackedWidget;

namespace markaz::ui {

class AskTwice;
class SegmentedControl;
class StandardPreview;
class TableView;

/// For administrators: the standard that is in force, and a workbook or JSON file of a new version, which is checked as
/// a whole: every fault with its sheet, row and reason, or the standard as its inspectors will see it, and what it
/// changes. What is sound and newer can be published: asked twice, for nothing takes it back.
class StandardsPage final : public ListPage
{
    Q_OBJECT
public:
    explicit StandardsPage(const Services &services, QWidget *parent = nullptr);
    /// Waits for what is being read.
    ~StandardsPage() override;
    /// Reads \p path in another thread, and then shows what became of it.
    void checkFile(const QString &path);

protected:
    /// One file that is dropped anywhere on the page is checked as one that was chosen.
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

Q_SIGNALS:
    void checked(); ///< what became of the file is shown

private:
    void build();
    void choosePath();
    void showInUse();
    void take(const QString &path, const Result<StandardReading> &reading);
    void showView(const QString &id);
    QString offerPublishing();
    void publish();
    void sayWaiting();
    QString whyNot(const Error &error) const;
    QString describe(const Standard &standard) const;

    Services m_services;
    QString m_path;
    QString m_against; ///< hash of the version in force that the page goes by
    StandardReading m_reading;
    FaultsModel m_faults;
    FaultsModel m_notes;
    DifferenceModel m_changes;
    bool m_reads = false;
    QPushButton *m_check;
    QPushButton *m_inUse;
    SegmentedControl *m_views;
    TableView *m_faultsTable;
    int m_sent = 0; ///< the version that was published here and has not been said to be there yet; 0: none
    TableView *m_notesTable;
    TableView *m_changesTable;
    AskTwice *m_publish;
    StandardPreview *m_preview;
    QStackedWidget *m_stack;
    QThreadPool m_pool;
};

} // namespace markaz::ui
