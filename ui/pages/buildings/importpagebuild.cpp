// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page's widgets and their connections; what they do stands in importpage.cpp.
#include "ui/pages/buildings/importpage.h"

#include "ui/text/format.h"
#include "ui/text/importwords.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/jobprogress.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wheelguard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace markaz::ui {
namespace {

constexpr int kColumnsWidth = 480;
constexpr int kCellWidth = 132;
constexpr int kSampleWidth = 180;

} // namespace

void ImportPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(PageHeader::Kind::Docked, this);
    m_header->setTitle(m_matter.title);
    connect(m_header, &PageHeader::backRequested, this, [this] {
        openNew(); // stops what goes on
        Q_EMIT backRequested();
    });
    column->addWidget(m_header);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(16, 12, 16, 12);
    body->setSpacing(0);
    m_messages = new MessageArea(this);
    m_messages->setContentsMargins(0, 0, 0, 12);
    body->addWidget(m_messages);
    m_progress = new JobProgress(this);
    connect(m_progress, &JobProgress::cancelled, this, [this] { m_job.cancel(); });
    body->addWidget(m_progress);

    m_choose = new EmptyPage(this);
    m_choose->setContent(QStringLiteral("document-import"), m_matter.choose, tr("Choose a file…"));
    m_choose->button()->setObjectName(QStringLiteral("chooseImport"));
    connect(m_choose, &EmptyPage::activated, this, &ImportPage::choosePath);
    m_columnsView = buildColumns();
    m_resultView = buildResult();
    m_stack = new QStackedWidget(this);
    for (QWidget *view : {static_cast<QWidget *>(m_choose), m_columnsView, m_resultView})
        m_stack->addWidget(view);
    body->addWidget(m_stack, 1);
    column->addLayout(body, 1);
    m_footer = buildFooter();
    column->addWidget(m_footer);
}

QWidget *ImportPage::buildColumns()
{
    auto *view = new QWidget(this);
    auto *panes = new QHBoxLayout(view);
    panes->setContentsMargins(0, 0, 0, 0);
    panes->setSpacing(16);

    auto *meaning = new Card(view);
    meaning->setTitle(tr("What the columns hold"));
    meaning->setFixedWidth(kColumnsWidth);
    m_encoding = new QComboBox(meaning);
    m_encoding->setObjectName(QStringLiteral("importEncoding"));
    for (const CsvEncoding encoding : {CsvEncoding::Utf8, CsvEncoding::Windows1252, CsvEncoding::Windows1256,
                                       CsvEncoding::Utf16Le, CsvEncoding::Utf16Be})
        m_encoding->addItem(importwords::encoding(encoding), static_cast<int>(encoding));
    m_separator = new QComboBox(meaning);
    m_separator->setObjectName(QStringLiteral("importSeparator"));
    for (const char separator : {',', ';', '\t', '|'})
        m_separator->addItem(importwords::separator(QLatin1Char(separator)), QChar(QLatin1Char(separator)));
    for (QComboBox *combo : {m_encoding, m_separator}) {
        WheelGuard::protect(combo);
        connect(combo, &QComboBox::activated, this, &ImportPage::formChosen);
    }
    auto *form = new QHBoxLayout;
    form->setSpacing(16);
    form->addWidget(labelled(tr("Encoding"), m_encoding), 1);
    form->addWidget(labelled(tr("Separator"), m_separator), 1);
    meaning->body()->addLayout(form);
    meaning->body()->addSpacing(8);
    if (m_matter.asksAbout) {
        meaning->body()->addWidget(buildAbout());
        meaning->body()->addSpacing(8);
    }
    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 4, 8, 4); // room for the ring of what has the keyboard
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(0, 1);
    rows->addLayout(m_grid);
    rows->addStretch();
    auto *scroll = new QScrollArea(meaning);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    inside->setAutoFillBackground(false); // the card's ground shows through
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    meaning->body()->addWidget(scroll, 1);
    panes->addWidget(meaning);

    auto *preview = new Card(view);
    preview->setTitle(tr("The first rows"));
    m_rowsTable = new TableView(preview);
    m_rowsTable->setObjectName(QStringLiteral("importRows"));
    m_rowsTable->setAccessibleName(tr("The first rows of the file"));
    m_rowsTable->setModel(&m_rows);
    m_rowsTable->horizontalHeader()->setStretchLastSection(false);
    m_rowsTable->horizontalHeader()->setDefaultSectionSize(kCellWidth);
    preview->body()->addWidget(m_rowsTable, 1);
    panes->addWidget(preview, 1);
    return view;
}

/// What no row of the file says.
QWidget *ImportPage::buildAbout()
{
    auto *about = new QWidget(this);
    auto *row = new QHBoxLayout(about);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    m_asOf = new DateField(about);
    m_asOf->setObjectName(QStringLiteral("importAsOf"));
    m_source = new QLineEdit(about);
    m_source->setObjectName(QStringLiteral("importSource"));
    m_source->setMaxLength(400);
    row->addWidget(labelled(tr("Figures of which day"), m_asOf, true), 1);
    row->addWidget(labelled(tr("Source: who counted"), m_source, true), 1);
    connect(m_asOf->line(), &QLineEdit::textChanged, this, &ImportPage::fieldsChosen);
    connect(m_asOf, &DateField::edited, this, &ImportPage::fieldsChosen);
    connect(m_source, &QLineEdit::textChanged, this, &ImportPage::fieldsChosen);
    return about;
}

/// A line a column of the file: its name, its first value, and the field that it holds.
void ImportPage::fillColumns()
{
    clear(m_grid);
    m_fields.clear();
    const QStringList guessed = m_matter.guess(m_preview.names, remembered());
    const QStringList &needed = m_matter.needed;
    for (int i = 0; i < m_preview.names.size(); ++i) {
        const QString name = m_preview.names.at(i).simplified();
        const QString value = m_preview.rows.isEmpty() ? QString() : m_preview.rows.first().value(i).simplified();
        QWidget *parent = m_columnsView;
        auto *label = plainLabel(parent);
        label->setTextFormat(Qt::PlainText);
        const QFont strong = currentTheme().font(Type::Button);
        label->setFont(strong);
        label->setText(elided(name.isEmpty() ? tr("Column %1").arg(i + 1) : name, strong, kSampleWidth));
        auto *sample = plainLabel(parent);
        sample->setTextFormat(Qt::PlainText);
        sample->setProperty("tone", QStringLiteral("muted"));
        sample->setText(elided(value, sample->font(), kSampleWidth));
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(label);
        words->addWidget(sample);
        auto *combo = new QComboBox(parent);
        combo->setObjectName(QStringLiteral("importField.%1").arg(i));
        combo->setAccessibleName(tr("What the column “%1” holds").arg(name));
        combo->addItem(tr("Leave it out"), QString());
        for (const QString &field : std::as_const(m_matter.fields))
            combo->addItem(importwords::field(field) + (needed.contains(field) ? QStringLiteral(" *") : QString()),
                           field);
        combo->setCurrentIndex(std::max(0, combo->findData(guessed.at(i))));
        WheelGuard::protect(combo);
        connect(combo, &QComboBox::currentIndexChanged, this, &ImportPage::fieldsChosen);
        m_grid->addLayout(words, i, 0);
        m_grid->addWidget(combo, i, 1);
        m_fields.append(combo);
    }
}

QWidget *ImportPage::buildResult()
{
    auto *view = new Card(this);
    view->setTitle(tr("The rows were checked"));
    m_figures = plainLabel(view);
    m_figures->setObjectName(QStringLiteral("importFigures"));
    m_figures->setWordWrap(true);
    view->body()->addWidget(m_figures);
    auto *choices = new QHBoxLayout;
    m_alsoAlike = new QCheckBox(tr("Also register the rows that may be there already"), view);
    m_alsoAlike->setObjectName(QStringLiteral("alsoAlike"));
    m_saveFaults = new QPushButton(tr("Save these rows…"), view);
    m_saveFaults->setObjectName(QStringLiteral("saveFaults"));
    m_saveFaults->setIcon(icon(QStringLiteral("document-save")));
    choices->addWidget(m_alsoAlike);
    choices->addStretch();
    choices->addWidget(m_saveFaults);
    view->body()->addLayout(choices);
    m_faultsTable = new TableView(view);
    m_faultsTable->setObjectName(QStringLiteral("importFaults"));
    m_faultsTable->setAccessibleName(tr("The rows that are not good"));
    m_faultsTable->setModel(&m_faults);
    m_faultsTable->setWidths({80, 220, 0});
    view->body()->addWidget(m_faultsTable, 1);
    view->body()->addStretch();
    connect(m_alsoAlike, &QCheckBox::toggled, this, &ImportPage::refresh);
    connect(m_saveFaults, &QPushButton::clicked, this, &ImportPage::chooseWhereToSave);
    return view;
}

QWidget *ImportPage::buildFooter()
{
    auto *footer = new QFrame(this);
    footer->setProperty("bar", QStringLiteral("bottom"));
    footer->setMinimumHeight(64);
    auto *foot = new QHBoxLayout(footer);
    foot->setContentsMargins(16, 0, 16, 0);
    m_footWords = plainLabel(footer);
    m_footWords->setWordWrap(true);
    m_other = new QPushButton(footer);
    m_other->setObjectName(QStringLiteral("importBack"));
    m_next = new QPushButton(footer);
    m_next->setObjectName(QStringLiteral("importNext"));
    m_next->setProperty("role", QStringLiteral("primary"));
    foot->addWidget(m_footWords, 1);
    foot->addWidget(m_other);
    foot->addWidget(m_next);
    connect(m_other, &QPushButton::clicked, this, [this] {
        if (m_stack->currentWidget() != m_resultView)
            return choosePath();
        m_stack->setCurrentWidget(m_columnsView);
        refresh();
    });
    connect(m_next, &QPushButton::clicked, this, &ImportPage::next);
    return footer;
}

} // namespace markaz::ui
