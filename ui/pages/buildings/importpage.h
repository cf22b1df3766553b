// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/csvpreviewmodel.h"
#include "ui/models/rowfaultsmodel.h"
#include "ui/pages/buildings/importjob.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace markaz::ui {

class DateField;
class EmptyPage;
class JobProgress;
class MessageArea;
class PageHeader;
class TableView;

/// Makes records of the rows of a CSV file, of buildings, of centres' months or of registered freelancers: choose or
/// drop it, say what its columns mean, have every row checked, and then all good ones or none.
class ImportPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ImportPage(const Services &services, QWidget *parent = nullptr); ///< of buildings
    ImportPage(const Services &services, const ImportMatter &matter, QWidget *parent = nullptr);
    /// From the beginning; what goes on is stopped.
    void openNew();
    void takeFile(const QString &path);
    /// While records are made the database takes no other change: where one has to be written,
    /// stopRegistering() comes first.
    bool isRegistering() const { return m_registering; }
    /// Ends with how many were made: none, or all where it came too late.
    qint64 stopRegistering();

Q_SIGNALS:
    void backRequested();
    void imported(qint64 count);
    void registeringChanged(bool registering);
    void settled(); ///< what was asked for is done, refused or cancelled, and shown

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build(); // importpagebuild.cpp, with the next five
    QWidget *buildColumns();
    QWidget *buildAbout();
    QWidget *buildResult();
    QWidget *buildFooter();
    void fillColumns();
    void choosePath();
    void chooseWhereToSave();
    void showPreview(const ImportPreview &preview);
    void showCheck(const ImportCheck &check);
    void fail(const Error &error, const QString &written);
    void formChosen();
    void fieldsChosen();
    void next(); ///< the primary button
    void working(const QString &words);
    void idle();
    void setRegistering(bool registering);
    void refresh();
    ImportFile file() const;
    QString missing() const; ///< what the columns still lack, in words; empty: nothing
    void remember();
    QHash<QString, QString> remembered() const;

    Services m_services;
    ImportMatter m_matter;
    QString m_path;
    ImportPreview m_preview;
    ImportCheck m_check;
    QString m_working;
    bool m_registering = false;
    qint64 m_registered = 0; ///< by what was asked for last
    ImportJob m_job;
    CsvPreviewModel m_rows;
    RowFaultsModel m_faults;
    PageHeader *m_header;
    MessageArea *m_messages;
    JobProgress *m_progress;
    QStackedWidget *m_stack;
    EmptyPage *m_choose;
    QWidget *m_columnsView;
    DateField *m_asOf = nullptr; ///< these two where the matter asks for them
    QLineEdit *m_source = nullptr;
    QComboBox *m_encoding;
    QComboBox *m_separator;
    QGridLayout *m_grid;
    QList<QComboBox *> m_fields; ///< one a column of the file
    TableView *m_rowsTable;
    QWidget *m_resultView;
    QLabel *m_figures;
    QCheckBox *m_alsoAlike;
    QPushButton *m_saveFaults;
    TableView *m_faultsTable;
    QWidget *m_footer;
    QLabel *m_footWords;
    QPushButton *m_other;
    QPushButton *m_next;
};

} // namespace markaz::ui
