// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspection/versionpane.h"

#include "core/domain/finding.h"
#include "ui/text/differencewords.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/widgets/evidence/evidencepane.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kBesideHeight = 220;
constexpr int kMostRows = 5;      ///< of the table that are shown at once
constexpr int kLeastHeight = 112; ///< of the table: its head and two rows

} // namespace

VersionPane::VersionPane(const Services &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
{
    setObjectName(QStringLiteral("versionPane"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 12);
    column->setSpacing(8);
    m_title = plainLabel(this);
    m_title->setFont(currentTheme().font(Type::SectionTitle));
    m_words = plainLabel(this);
    m_words->setWordWrap(true);
    m_move = new QPushButton(tr("Move this draft"), this);
    m_move->setObjectName(QStringLiteral("moveDraft"));
    m_move->setProperty("role", QStringLiteral("primary"));
    m_close = new QPushButton(tr("Close"), this);
    m_close->setObjectName(QStringLiteral("closeVersionPane"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    head->addWidget(m_move);
    column->addLayout(head);
    column->addWidget(m_words);
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("versionTable"));
    m_table->setModel(&m_model);
    m_table->setWidths({130, 80, 340, 0});
    column->addWidget(m_table);
    m_wording = plainLabel(this);
    m_wording->setObjectName(QStringLiteral("versionWording"));
    m_wording->setWordWrap(true);
    column->addWidget(m_wording);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        m_wording->setText(row.data(DifferenceModel::WholeRole).toString());
        QMetaObject::invokeMethod( // more words leave the table less room
            m_table, [this] { m_table->scrollTo(m_table->currentIndex()); }, Qt::QueuedConnection);
    });
    auto *besides = new QWidget(this);
    m_beside = new QVBoxLayout(besides);
    m_beside->setContentsMargins(0, 0, 8, 0);
    m_beside->setSpacing(4);
    m_besideArea = scrolling(besides, this);
    m_besideArea->setMaximumHeight(kBesideHeight);
    column->addWidget(m_besideArea);
    connect(m_move, &QPushButton::clicked, this, &VersionPane::moveRequested);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void VersionPane::open(const QString &title, const QString &words, const QList<DifferenceRow> &rows, bool kept)
{
    m_title->setText(title);
    m_words->setText(words);
    m_table->setAccessibleName(title);
    m_model.setRows(rows, kept);
    m_table->setVisible(!rows.isEmpty());
    m_wording->setVisible(!rows.isEmpty());
    m_table->setCurrentIndex(m_model.index(0, 0));
    // As high as its rows; where there are more, or the window is low, it scrolls rather than the page.
    const int whole = m_table->horizontalHeader()->sizeHint().height() +
                      static_cast<int>(std::min<qsizetype>(rows.size(), kMostRows)) *
                          m_table->verticalHeader()->defaultSectionSize() +
                      2 * m_table->frameWidth();
    m_table->setMaximumHeight(whole);
    m_table->setMinimumHeight(std::min(whole, kLeastHeight));
    clear(m_beside);
    m_besideArea->hide();
    m_move->setVisible(!kept);
    show();
    // Nothing takes a move back: an Enter too many only looks through the rows.
    QWidget *harmless = kept || rows.isEmpty() ? static_cast<QWidget *>(m_close) : m_table;
    harmless->setFocus(Qt::OtherFocusReason);
}

void VersionPane::showMove(const DraftMove &move)
{
    open(tr("From version %1 to version %2: %3")
             .arg(format::number(move.from->version()), format::number(move.to->version()),
                  differencewords::counts(move.difference)),
         tr("Moving keeps every answer that is still asked for. Others stay with the draft and are not scored. A draft "
            "cannot be moved back."),
         differenceRows(*move.from, *move.to, &move), false);
}

void VersionPane::showKept(const Inspection &inspection, const QList<KeptBeside> &beside)
{
    open(tr("Kept from before the move"),
         tr("It was entered before the inspection moved to its version, and is not scored."),
         keptRows(inspection, m_services.standards, beside), true);
    for (const KeptBeside &kept : beside) {
        if (kept.files > 0 || !kept.findings.isEmpty())
            addBeside(inspection, kept);
    }
    m_besideArea->setVisible(m_beside->count() > 0);
}

void VersionPane::addBeside(const Inspection &inspection, const KeptBeside &beside)
{
    const Item *item = itemOfAny(m_services.standards, beside.item);
    auto *head = plainLabel(
        QStringLiteral("%1  %2").arg(format::code(beside.item), item == nullptr ? QString() : item->text.in(isUrdu())));
    head->setFont(currentTheme().font(Type::CaptionStrong));
    m_beside->addWidget(head);
    for (const QString &id : beside.findings) {
        const auto finding = m_services.workspace.records.requireAs<Finding>(id);
        if (!finding) {
            Q_EMIT failed(finding.error());
            continue;
        }
        const QString words = tr("Finding: %1").arg(format::words(finding->description()));
        auto *said = plainLabel(words); // as long as it was written: a button does not wrap
        said->setWordWrap(true);
        m_beside->addWidget(said);
        auto *link = new QPushButton(tr("Open the finding"));
        link->setAccessibleDescription(words);
        link->setObjectName(QStringLiteral("keptFinding"));
        link->setProperty("role", QStringLiteral("link"));
        connect(link, &QPushButton::clicked, this, [this, id] { Q_EMIT findingRequested(id); });
        m_beside->addWidget(link, 0, Qt::AlignLeading);
    }
    if (beside.files == 0)
        return;
    auto *files = new EvidencePane(m_services);
    files->showItem(inspection.id(), beside.item, false);
    connect(files, &EvidencePane::failed, this, &VersionPane::failed);
    m_beside->addWidget(files);
}

} // namespace markaz::ui
