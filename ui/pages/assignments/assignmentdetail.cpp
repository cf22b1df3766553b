// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assignments/assignmentdetail.h"

#include "core/storage/assignmentrepository.h"
#include "core/support/programmeday.h"
#include "core/workflow/changeassignment.h"
#include "ui/pages/assignments/assignsheet.h"
#include "ui/text/assignmentwords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/sentences.h"
#include "ui/widgets/factrow.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/statuschip.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace markaz::ui {

AssignmentDetail::AssignmentDetail(const Services &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
{
    setProperty("card", true);
    setObjectName(QStringLiteral("assignmentDetail"));
    build();
}

void AssignmentDetail::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_code = plainLabel(this);
    m_code->setFont(currentTheme().font(Type::Code));
    m_state = new StatusChip(this);
    auto *close = iconButton(QStringLiteral("cross"), tr("Close the detail"), this);
    close->setObjectName(QStringLiteral("closeAssignment"));
    connect(close, &QToolButton::clicked, this, &AssignmentDetail::closed);
    head->addWidget(m_code);
    head->addWidget(m_state);
    head->addStretch();
    head->addWidget(close);
    column->addLayout(head);
    m_building = plainLabel(this);
    m_building->setFont(currentTheme().font(Type::CardTitle));
    m_building->setWordWrap(true);
    column->addWidget(m_building);
    m_words = new QWidget(this);
    m_rows = new QVBoxLayout(m_words);
    m_rows->setContentsMargins(0, 4, 8, 8);
    m_rows->setSpacing(0);
    column->addWidget(scrolling(m_words, this), 1);
    column->addWidget(buildActions());
}

QWidget *AssignmentDetail::buildActions()
{
    auto *actions = new QWidget(this);
    auto *column = new QVBoxLayout(actions);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    const auto button = [actions](const char *name, const QString &text) {
        auto *made = new QPushButton(text, actions);
        made->setObjectName(QLatin1String(name));
        return made;
    };
    m_change = button("changeAssignment", tr("Change…"));
    m_cancel = button("cancelAssignment", tr("Cancel the visit…"));
    m_open = button("openAssignedBuilding", tr("Show the building"));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_change);
    line->addWidget(m_cancel);
    line->addStretch();
    column->addLayout(line);
    column->addWidget(buildReason());
    column->addWidget(m_open, 0, Qt::AlignLeading);
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (const auto opened = openChange(); !opened)
            Q_EMIT failed(opened.error());
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_reasonBox->show();
        m_cancel->hide();
        m_reason->setFocus(Qt::OtherFocusReason);
    });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT buildingRequested(m_buildingId); });
    return actions;
}

QWidget *AssignmentDetail::buildReason()
{
    m_reasonBox = new QWidget(this);
    auto *column = new QVBoxLayout(m_reasonBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_reason = new QLineEdit(m_reasonBox);
    m_reason->setObjectName(QStringLiteral("cancelReason"));
    m_reason->setMaxLength(1000); // as the record's state_reason has it
    column->addWidget(labelled(tr("Why does nobody have to go there?"), m_reason, true));
    auto *answer = new QHBoxLayout;
    answer->setSpacing(8);
    auto *keep = new QPushButton(tr("Keep the visit"), m_reasonBox);
    keep->setObjectName(QStringLiteral("keepAssignment"));
    auto *now = new QPushButton(tr("Cancel the visit"), m_reasonBox);
    now->setObjectName(QStringLiteral("cancelNow"));
    now->setProperty("role", QStringLiteral("danger"));
    now->setEnabled(false);
    answer->addStretch();
    answer->addWidget(keep);
    answer->addWidget(now);
    column->addLayout(answer);
    connect(m_reason, &QLineEdit::textChanged, now,
            [now](const QString &text) { now->setEnabled(!text.trimmed().isEmpty()); });
    connect(keep, &QPushButton::clicked, this, [this] {
        m_reasonBox->hide();
        m_reason->clear();
        m_cancel->show();
    });
    connect(now, &QPushButton::clicked, this, &AssignmentDetail::cancel);
    m_reasonBox->hide();
    return m_reasonBox;
}

void AssignmentDetail::showAssignment(const QString &id)
{
    if (id != m_id) {
        m_reasonBox->hide();
        m_reason->clear(); // it was another's
    }
    m_id = id;
    const auto assignment = m_services.workspace.records.requireAs<Assignment>(id);
    clear(m_rows);
    for (QWidget *part : {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_words)})
        part->setVisible(assignment.ok());
    if (!assignment) { // gone since the list was read
        m_code->clear();
        m_building->setText(sentences::of(assignment.error()).plain());
        for (QWidget *part : {static_cast<QWidget *>(m_change), static_cast<QWidget *>(m_cancel),
                              static_cast<QWidget *>(m_open), m_reasonBox})
            part->hide();
        return;
    }
    fill(*assignment);
}

void AssignmentDetail::fill(const Assignment &assignment)
{
    const QDate today = programmeDay(m_services.workspace.clock.now());
    const bool open = assignment.state() == QLatin1String("open");
    m_state->setContent(assignmentChip(assignment.state(), open && assignment.due() < today));
    m_buildingId = assignment.buildingId();
    const auto building = m_services.workspace.records.requireAs<Building>(m_buildingId);
    m_code->setText(building ? format::code(building->code().toString()) : QString());
    alignLeading(m_building);
    m_building->setText(building ? building->name() : sentences::of(building.error()).plain());
    m_open->setVisible(building.ok());
    const auto account = m_services.workspace.records.find(Entity::Account, assignment.inspectorId());
    const QString name =
        account && *account ? (*account)->fields.value(QStringLiteral("display_name")).toString() : QString();
    m_rows->addWidget(factRow(tr("Inspector"), name.isEmpty() ? tr("Not known on this laptop") : name));
    m_rows->addWidget(factRow(tr("Kind"), labels::visitKind(assignment.kind())));
    m_rows->addWidget(factRow(tr("Due date"), format::date(assignment.due())));
    if (building)
        m_rows->addWidget(factRow(tr("Address"), building->address()));
    if (open) {
        const auto begun = AssignmentRepository(m_services.workspace.database).isBegun(assignment.id());
        if (!begun)
            Q_EMIT failed(begun.error());
        m_rows->addWidget(factRow(tr("Visit"), begun && *begun ? tr("Begun")
                                                               : tr("Not begun, as far as the server "
                                                                    "knows")));
    }
    m_rows->addWidget(factRow(tr("Instructions"), assignment.instructions()));
    const QString reason = assignment.fields().value(QStringLiteral("state_reason")).toString();
    if (!reason.isEmpty())
        m_rows->addWidget(factRow(tr("Reason"), reason));
    m_rows->addStretch();
    const bool may = ChangeAssignment(m_services.workspace).allowed(m_services.actor, assignment).ok();
    if (!may)
        m_reasonBox->hide();
    m_change->setVisible(may);
    m_cancel->setVisible(may && m_reasonBox->isHidden());
}

Result<void> AssignmentDetail::resumeChange(const QJsonObject &unfinished)
{
    const auto sheet = openChange();
    if (!sheet)
        return sheet.error();
    (*sheet)->resume(unfinished);
    return {};
}

Result<AssignSheet *> AssignmentDetail::openChange()
{
    const auto assignment = m_services.workspace.records.requireAs<Assignment>(m_id);
    if (!assignment)
        return assignment.error();
    auto *sheet = new AssignSheet(m_services, *assignment, this);
    connect(sheet, &AssignSheet::done, this, &AssignmentDetail::saved);
    return sheet;
}

void AssignmentDetail::cancel()
{
    const auto cancelled = ChangeAssignment(m_services.workspace).cancel(m_services.actor, m_id, m_reason->text());
    if (!cancelled) {
        Q_EMIT failed(cancelled.error());
        return;
    }
    m_reasonBox->hide();
    m_reason->clear();
    showAssignment(m_id);
    Q_EMIT saved();
}

} // namespace markaz::ui
