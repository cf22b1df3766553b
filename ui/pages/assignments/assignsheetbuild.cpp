// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet's widgets and their connections; what they do stands in assignsheet.cpp.
#include "ui/pages/assignments/assignsheet.h"
#include "ui/text/labels.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kInspectorRows = 4;
constexpr int kRefusedRows = 3;
constexpr int kInstructionsHeight = 56;
constexpr int kMostInstructions = 2000; // as the record's instructions have it
constexpr int kFigure = 92;

int heightOf(int rows)
{
    return 38 + rows * currentTheme().tableRowHeight(); // with the head and the frame
}

} // namespace

void AssignSheet::build()
{
    m_table = new TableView(this);
    m_table->setObjectName(QStringLiteral("assignInspectors"));
    m_table->setModel(&m_inspectors);
    m_table->setAccessibleName(tr("Inspectors and what waits for them"));
    m_table->setWidths({0, kFigure, kFigure, kFigure + 16});
    m_table->setFixedHeight(heightOf(kInspectorRows));
    body()->addWidget(m_table);
    m_none = plainLabel(tr("No inspector works in every province of these buildings. Choose buildings of one province, "
                           "or ask your administrator for an inspector there."),
                        this);
    m_none->setWordWrap(true);
    body()->addWidget(m_none);
    body()->addWidget(buildEntry());
    m_refusals = buildRefusals();
    body()->addWidget(m_refusals);

    m_cancel = new AskTwice(QStringLiteral("cancelAssign"), QStringLiteral("keepAssigning"), this);
    m_cancel->setStaying(tr("Go on typing"));
    m_save = new QPushButton(m_assignment ? tr("Save") : tr("Assign"), this);
    m_save->setObjectName(QStringLiteral("saveAssign"));
    m_save->setProperty("role", QStringLiteral("primary"));
    foot()->addStretch();
    foot()->addWidget(m_cancel);
    foot()->addWidget(m_save);
    connect(m_cancel, &AskTwice::confirmed, this, &QWidget::close);
    connect(m_save, &QPushButton::clicked, this, &AssignSheet::save);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AssignSheet::refresh);
    connect(m_due->line(), &QLineEdit::textChanged, this, &AssignSheet::refresh);
    connect(m_instructions, &QPlainTextEdit::textChanged, this, &AssignSheet::refreshCancel);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AssignSheet::refresh);
}

QWidget *AssignSheet::buildEntry()
{
    auto *entry = new QWidget(this);
    auto *column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_kind = new QComboBox(entry);
    m_kind->setObjectName(QStringLiteral("assignKind"));
    for (const QString &kind : specOf(Entity::Assignment).find(QStringLiteral("kind"))->tokens)
        m_kind->addItem(labels::visitKind(kind), kind);
    m_kind->setCurrentIndex(m_kind->findData(m_shown.kind));
    m_due = new DateField(entry);
    m_due->setObjectName(QStringLiteral("assignDue"));
    m_due->setDate(m_shown.due);
    m_instructions = new QPlainTextEdit(entry);
    m_instructions->setObjectName(QStringLiteral("assignInstructions"));
    m_instructions->setTabChangesFocus(true);
    m_instructions->setFixedHeight(kInstructionsHeight);
    m_instructions->setPlaceholderText(
        tr("What the inspector needs to know: whom to ask for the key, what to look at"));
    m_instructions->setPlainText(m_shown.instructions);
    limitText(m_instructions, kMostInstructions);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(labelled(tr("Due date"), m_due, true), 1);
    auto *kind = labelled(tr("Kind"), m_kind, true);
    kind->setVisible(!m_assignment); // it stays what it is
    line->addWidget(kind, 1);
    column->addLayout(line);
    column->addWidget(labelled(tr("Instructions"), m_instructions));
    return entry;
}

QWidget *AssignSheet::buildRefusals()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    m_refusedTitle = plainLabel(box);
    m_refusedTitle->setObjectName(QStringLiteral("assignRefusedTitle"));
    m_refusedTitle->setWordWrap(true);
    m_refusedTitle->setFont(currentTheme().font(Type::CaptionStrong));
    line->addWidget(m_refusedTitle, 1);
    auto *out = new QPushButton(tr("Leave out"), box);
    out->setObjectName(QStringLiteral("leaveOut"));
    line->addWidget(out);
    column->addLayout(line);
    m_refused.setColumnCount(2);
    m_refused.setHorizontalHeaderLabels({tr("Code"), tr("Why not")});
    auto *table = new TableView(box);
    table->setObjectName(QStringLiteral("assignRefused"));
    table->setModel(&m_refused);
    table->setAccessibleName(tr("Buildings that cannot be assigned"));
    table->setWidths({112, 0});
    table->setFixedHeight(heightOf(kRefusedRows));
    column->addWidget(table);
    connect(out, &QPushButton::clicked, this, &AssignSheet::leaveOut);
    return box;
}

} // namespace markaz::ui
