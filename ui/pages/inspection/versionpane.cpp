// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/inspection/versionpane.h"

#include "ui/text/differencewords.h"
#include "ui/text/format.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace markaz::ui {

VersionPane::VersionPane(QWidget *parent)
    : QFrame(parent)
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
    m_table->setWidths({130, 80, 420, 0});
    m_table->setFixedHeight(220);
    column->addWidget(m_table);
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
    m_move->setVisible(!kept);
    show();
    (kept ? m_close : m_move)->setFocus(Qt::OtherFocusReason);
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

void VersionPane::showKept(const Inspection &inspection, const StandardCatalogue &standards)
{
    open(tr("Kept answers"), tr("They were given before the inspection moved to its version, and are not scored."),
         keptRows(inspection, standards), true);
}

} // namespace markaz::ui
