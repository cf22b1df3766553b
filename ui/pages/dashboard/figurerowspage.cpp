// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dashboard/figurerowspage.h"

#include "ui/pages/dashboard/figurerowsexport.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/text/loanwords.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/jobprogress.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/savedialog.h"
#include "ui/widgets/tableview.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

using figurecolumns::Column;

const QString kExport = QStringLiteral("export");

int widthOf(Column column)
{
    switch (column) {
    case Column::Building:
    case Column::Centre:
        return 0; // takes what is left
    case Column::Code:
        return 96;
    case Column::Number:
        return 136;
    case Column::Answer:
    case Column::City:
    case Column::Province:
        return 128;
    case Column::Verdict:
    case Column::State:
    case Column::LoanState:
        return isUrdu() ? 112 : 124;
    case Column::Tier:
    case Column::Score:
    case Column::Seats:
    case Column::Taken:
    case Column::Markup:
        return 84;
    default:
        return 108;
    }
}

} // namespace

FigureRowsPage::FigureRowsPage(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_model(services)
    , m_export(new FigureRowsExport(services, this))
{
    setObjectName(QStringLiteral("figureRowsPage"));
    build();
    connect(&m_model, &FigureRowsModel::reloaded, this, &FigureRowsPage::reloaded);
    connect(&m_model, &FigureRowsModel::failed, this,
            [this](const Error &error) { m_messages->post(QStringLiteral("load"), Message::of(error)); });
}

void FigureRowsPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(PageHeader::Kind::Docked, this);
    connect(m_header, &PageHeader::backRequested, this, &FigureRowsPage::backRequested);
    column->addWidget(m_header);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(16, 12, 16, 16);
    body->setSpacing(12);
    column->addLayout(body, 1);
    m_messages = new MessageArea(this);
    body->addWidget(m_messages);
    m_progress = new JobProgress(this);
    body->addWidget(m_progress);
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("figureRowsTable"));
    m_table->setModel(&m_model);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) { openRow(index.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            m_current = m_model.ids().value(now.row());
    });
    m_empty = new EmptyPage(this);
    m_empty->setContent(QStringLiteral("view-statistics"), tr("The figure counts nothing with these filters."),
                        tr("Back to the dashboard"));
    connect(m_empty, &EmptyPage::activated, this, &FigureRowsPage::backRequested);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    body->addWidget(m_stack, 1);
    setFocusProxy(m_table);
    buildExport();
}

void FigureRowsPage::buildExport()
{
    m_exportButton = new QPushButton(tr("Export"), this);
    m_exportButton->setObjectName(QStringLiteral("exportFigureRows"));
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
    m_header->addAction(m_exportButton);
    const auto over = [this] {
        m_progress->hide();
        m_exportButton->menu()->setEnabled(true);
    };
    connect(m_export, &FigureRowsExport::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setProgress(tr("Writing %1 of %2 rows").arg(format::number(done), format::number(total)), done,
                                total);
        m_progress->show();
        m_exportButton->menu()->setEnabled(false); // the button keeps the keyboard
    });
    connect(m_export, &FigureRowsExport::written, this, [this, over](qint64 rows) {
        over();
        const QString name = format::code(QFileInfo(m_export->path()).fileName());
        m_messages->post(kExport, {Status::Ok,
                                   {tr("Rows written to %1: %2.").arg(name, format::number(rows)),
                                    {},
                                    tr("The file is not sealed: keep it where only those who may read it can.")},
                                   {},
                                   {},
                                   true});
    });
    connect(m_export, &FigureRowsExport::failed, this, [this, over](const Error &error) {
        over();
        m_messages->post(kExport, Message::ofWriting(error, m_export->path()));
    });
    connect(m_progress, &JobProgress::cancelled, this, [this, over] {
        m_export->cancel();
        over();
        m_messages->post(
            kExport, {Status::Info, {tr("The export was cancelled."), tr("No file was written."), {}}, {}, {}, true});
    });
}

void FigureRowsPage::open(const FigureAsked &asked, const QString &title, const QStringList &filter)
{
    m_title = title;
    m_filter = filter;
    m_current.clear();
    m_messages->withdraw(kExport);
    m_header->setTitle(title);
    m_table->setAccessibleName(title);
    m_model.setAsked(asked);
    QList<int> widths;
    for (const Column column : m_model.columns())
        widths.append(widthOf(column));
    m_table->setWidths(widths);
    if (m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, 0));
}

QString FigureRowsPage::counted() const
{
    const QString count = format::number(m_model.rowCount());
    switch (m_model.asked().entity()) {
    case Entity::Inspection:
        return m_model.rowCount() == 1 ? tr("1 inspection") : tr("%1 inspections").arg(count);
    case Entity::Certificate:
        return m_model.rowCount() == 1 ? tr("1 certificate") : tr("%1 certificates").arg(count);
    case Entity::OccupancyReport:
        return m_model.rowCount() == 1 ? tr("1 centre") : tr("%1 centres").arg(count);
    case Entity::Loan:
        return loanwords::loansCounted(m_model.rowCount());
    default:
        return m_model.rowCount() == 1 ? tr("1 building") : tr("%1 buildings").arg(count);
    }
}

void FigureRowsPage::reloaded()
{
    m_messages->withdraw(QStringLiteral("load"));
    m_header->setSub(QStringList{counted()} + m_filter);
    m_stack->setCurrentWidget(m_model.rowCount() == 0 ? static_cast<QWidget *>(m_empty) : m_table);
    m_exportButton->setEnabled(m_model.rowCount() > 0);
    if (const auto row = m_model.ids().indexOf(m_current); row >= 0)
        m_table->setCurrentIndex(m_model.index(static_cast<int>(row), 0));
}

void FigureRowsPage::openRow(int row)
{
    const auto found = m_model.rowAt(row);
    if (!found)
        return;
    switch (m_model.asked().entity()) {
    case Entity::Inspection:
        Q_EMIT inspectionRequested(found->id);
        break;
    case Entity::Certificate:
        Q_EMIT certificateRequested(found->id);
        break;
    case Entity::OccupancyReport:
        Q_EMIT centreRequested(found->centreId);
        break;
    case Entity::Loan:
        Q_EMIT loanRequested(found->id);
        break;
    default:
        Q_EMIT buildingRequested(found->id);
        break;
    }
}

void FigureRowsPage::askWhereToExport(TableFormat format)
{
    QString filter = tr("CSV (*.csv)");
    if (format == TableFormat::Xlsx)
        filter = tr("Excel workbook (*.xlsx)");
    if (format == TableFormat::GeoJson)
        filter = tr("GeoJSON (*.geojson)");
    askWhereToSave(this, tr("Export the rows"), filter, QStringLiteral("markaz-rows.") + token(format),
                   [this, format](const QString &path) {
                       if (m_export->isRunning())
                           return;
                       m_messages->withdraw(kExport);
                       m_export->start(format, path, m_model.asked(), m_model.ids(), tr("Rows"));
                   })
        ->setObjectName(QStringLiteral("exportRowsDialog"));
}

void FigureRowsPage::showEvent(QShowEvent *event)
{
    m_model.setActive(true);
    QWidget::showEvent(event);
}

void FigureRowsPage::hideEvent(QHideEvent *event)
{
    m_model.setActive(false);
    QWidget::hideEvent(event);
}

} // namespace markaz::ui
