// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's columns, and the buildings that go out of it as a file or come in from one.
#include "core/workflow/preferences.h"
#include "ui/pages/buildings/buildingsexport.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/text/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/jobprogress.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/savedialog.h"
#include "ui/widgets/tablecolumns.h"
#include "ui/widgets/tableview.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QJsonArray>
#include <QMenu>
#include <QPushButton>

namespace markaz::ui {
namespace {

const QString kExport = QStringLiteral("export");
const QString kColumns = QStringLiteral("buildings.columns");

} // namespace

void BuildingsPage::addFileButtons()
{
    m_columnsButton = new QPushButton(tr("Columns"), this);
    m_columnsButton->setObjectName(QStringLiteral("chooseColumns"));
    m_columnsButton->setIcon(icon(QStringLiteral("view-list-details")));
    header()->addAction(m_columnsButton);
    if (m_services.actor.role == Role::Inspector || m_services.actor.role == Role::Officer) {
        auto *import = new QPushButton(tr("Import…"), this);
        import->setObjectName(QStringLiteral("importBuildings"));
        import->setIcon(icon(QStringLiteral("document-import")));
        header()->addAction(import);
        connect(import, &QPushButton::clicked, this, &BuildingsPage::importRequested);
    }
    m_exportButton = new QPushButton(tr("Export"), this);
    m_exportButton->setObjectName(QStringLiteral("exportBuildings"));
    m_exportButton->setIcon(icon(QStringLiteral("document-export")));
    auto *menu = new QMenu(m_exportButton);
    for (const auto &[format, words] : {std::pair{TableFormat::Csv, tr("CSV, for any spreadsheet…")},
                                        std::pair{TableFormat::Xlsx, tr("Excel workbook…")},
                                        std::pair{TableFormat::GeoJson, tr("GeoJSON, for maps…")}}) {
        auto *action = menu->addAction(words);
        action->setObjectName(QStringLiteral("export.") + token(format));
        connect(action, &QAction::triggered, this, [this, f = format] { askWhereToExport(f); });
    }
    m_exportButton->setMenu(menu);
    header()->addAction(m_exportButton);

    m_export = new BuildingsExport(m_services.workspace, m_services.actor.role, this);
    m_progress = new JobProgress(this);
    const auto over = [this] {
        m_progress->hide();
        m_exportButton->menu()->setEnabled(true);
    };
    connect(m_export, &BuildingsExport::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setProgress(tr("Writing %1 of %2 buildings").arg(format::number(done), format::number(total)), done,
                                total);
        m_progress->show();
        m_exportButton->menu()->setEnabled(false); // the button keeps the keyboard
    });
    connect(m_export, &BuildingsExport::written, this, [this, over](qint64 rows) {
        over();
        const QString name = format::code(QFileInfo(m_export->path()).fileName());
        messages()->post(kExport, {Status::Ok,
                                   {tr("Buildings written to %1: %2.").arg(name, format::number(rows)),
                                    tr("They are the rows and columns that the table shows."),
                                    tr("The file is not sealed: keep it where only those who may read it can.")},
                                   {},
                                   {},
                                   true});
    });
    connect(m_export, &BuildingsExport::failed, this, [this, over](const Error &error) {
        over();
        messages()->post(kExport, Message::ofWriting(error, m_export->path()));
    });
    connect(m_progress, &JobProgress::cancelled, this, [this, over] {
        m_export->cancel();
        over();
        messages()->post(
            kExport, {Status::Info, {tr("The export was cancelled."), tr("No file was written."), {}}, {}, {}, true});
    });
}

void BuildingsPage::addColumns()
{
    QStringList keys;
    for (int i = 0; i < BuildingsModel::ColumnCount; ++i)
        keys.append(BuildingsModel::keyOf(i));
    m_columns = new TableColumns(m_table, keys);
    m_columnsButton->setMenu(m_columns->menu());
    QStringList first;
    if (const auto kept = Preferences(m_services.workspace).value(kColumns)) { // what cannot be read was never chosen
        const QJsonArray all = kept->toArray();
        for (const auto &key : all)
            first.append(key.toString());
    }
    if (first.isEmpty()) { // what fits the screen
        first = keys;
        first.removeAll(BuildingsModel::keyOf(BuildingsModel::Address));
        first.removeAll(BuildingsModel::keyOf(BuildingsModel::ProvinceName));
    }
    m_columns->setShown(first);
    connect(m_columns, &TableColumns::chosen, this, [this](const QStringList &shown) {
        if (auto set = Preferences(m_services.workspace).set(kColumns, QJsonArray::fromStringList(shown)); !set)
            messages()->post(kColumns, Message::of(set.error()));
    });
}

QList<int> BuildingsPage::shownColumns() const
{
    QList<int> shown;
    const QHeaderView *head = m_table->horizontalHeader();
    for (int place = 0; place < head->count(); ++place) {
        const int column = head->logicalIndex(place);
        if (!m_table->isColumnHidden(column))
            shown.append(column);
    }
    return shown;
}

void BuildingsPage::askWhereToExport(TableFormat format)
{
    QString filter = tr("CSV (*.csv)");
    if (format == TableFormat::Xlsx)
        filter = tr("Excel workbook (*.xlsx)");
    if (format == TableFormat::GeoJson)
        filter = tr("GeoJSON (*.geojson)");
    askWhereToSave(this, tr("Export the buildings"), filter, QStringLiteral("markaz-buildings.") + token(format),
                   [this, format](const QString &path) { exportTo(format, path); });
}

void BuildingsPage::exportTo(TableFormat format, const QString &path)
{
    if (m_export->isRunning())
        return;
    messages()->withdraw(kExport);
    m_export->start(format, path, m_model.keys(), shownColumns());
}

} // namespace markaz::ui
