// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assignments/assignsheet.h"

#include "core/support/programmeday.h"
#include "core/workflow/changeassignment.h"
#include "ui/text/assignmentwords.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace markaz::ui {
namespace {

constexpr int kProposedDays = 14;
constexpr int kNamed = 3; ///< codes in the head; of more their number
const QString kError = QStringLiteral("error");

QJsonObject toJson(const AssignmentEntry &entry)
{
    return {{QStringLiteral("inspector"), entry.inspectorId},
            {QStringLiteral("kind"), entry.kind},
            {QStringLiteral("due"), entry.due.toString(Qt::ISODate)},
            {QStringLiteral("instructions"), entry.instructions}};
}

AssignmentEntry entryIn(const QJsonObject &kept)
{
    const auto said = [&kept](const char *key) { return kept.value(QLatin1String(key)).toString(); };
    return {said("inspector"), said("kind"), QDate::fromString(said("due"), Qt::ISODate), said("instructions")};
}

/// What was entered comes back with what it was entered over. What nobody touched is as it is now.
template <class T>
void bringBack(T &now, T &shown, const T &entered, const T &over)
{
    if (entered == over)
        return;
    now = entered;
    shown = over;
}

} // namespace

AssignSheet::AssignSheet(const Services &services, const QStringList &buildingIds, QWidget *page)
    : AssignSheet(services, buildingIds, std::nullopt, page)
{
}

AssignSheet::AssignSheet(const Services &services, const Assignment &assignment, QWidget *page)
    : AssignSheet(services, {assignment.buildingId()}, assignment, page)
{
}

AssignSheet::AssignSheet(const Services &services, const QStringList &buildingIds, std::optional<Assignment> assignment,
                         QWidget *page)
    : Sheet(Room::Middle, page)
    , m_services(services)
    , m_buildings(buildingIds)
    , m_assignment(std::move(assignment))
{
    setObjectName(QStringLiteral("assignSheet"));
    if (m_assignment)
        m_shown = entryOf(*m_assignment);
    else
        m_shown.due = programmeDay(m_services.workspace.clock.now()).addDays(kProposedDays);
    build();
    sayBuildings();
    readInspectors();
    refresh();
    present(m_table->isVisibleTo(this) ? static_cast<QWidget *>(m_table) : m_due);
}

QString AssignSheet::codeOf(const QString &buildingId) const
{
    const auto building = m_services.workspace.records.requireAs<Building>(buildingId);
    return building ? format::code(building->code().toString()) : tr("A building that is gone");
}

void AssignSheet::sayBuildings()
{
    QStringList codes;
    for (const QString &id : m_buildings.mid(0, kNamed))
        codes.append(codeOf(id));
    QString words = codes.join(QStringLiteral(", "));
    if (m_buildings.size() > kNamed)
        words = tr("%1 and %2 more").arg(words, format::number(m_buildings.size() - kNamed));
    if (m_assignment) {
        setTitle(tr("Change the assignment of %1").arg(words));
        card()->setNote(labels::visitKind(m_assignment->kind()));
        return;
    }
    setTitle(tr("Assign %1").arg(buildingsCounted(m_buildings.size())));
    card()->setNote(words);
}

void AssignSheet::readInspectors()
{
    const auto loads = AssignBuildings(m_services.workspace).inspectorsFor(m_buildings);
    if (!loads)
        messages()->post(kError, Message::of(loads.error()));
    const QString before = chosen().data(WorkloadModel::IdRole).toString();
    m_inspectors.setLoads(loads ? *loads : QList<InspectorLoad>());
    const int row = m_inspectors.rowOf(before.isEmpty() ? m_shown.inspectorId : before);
    if (row >= 0)
        m_table->setCurrentIndex(m_inspectors.index(row, 0));
    m_table->setVisible(m_inspectors.rowCount() > 0);
    m_none->setVisible(m_inspectors.rowCount() == 0);
}

/// The selected row, not the current one: that is the first as soon as the table has the keyboard.
QModelIndex AssignSheet::chosen() const
{
    return m_table->selectionModel()->selectedRows(WorkloadModel::Name).value(0);
}

AssignmentEntry AssignSheet::entry() const
{
    AssignmentEntry entry = m_shown;
    entry.inspectorId = chosen().data(WorkloadModel::IdRole).toString();
    if (!m_assignment)
        entry.kind = m_kind->currentData().toString();
    entry.due = m_due->date();
    entry.instructions = m_instructions->toPlainText();
    return entry;
}

QString AssignSheet::inspectorName() const
{
    return chosen().data().toString();
}

/// Says at once what stands in the way of what is chosen so far.
void AssignSheet::refresh()
{
    messages()->withdraw(kError);
    const AssignmentEntry entry = this->entry();
    m_refused.setRowCount(0);
    m_inTheWay.clear();
    bool fits = !entry.inspectorId.isEmpty() && entry.due.isValid();
    if (fits && !m_assignment) {
        const auto refusals = AssignBuildings(m_services.workspace).check(m_services.actor, m_buildings, entry);
        if (!refusals)
            messages()->post(kError, Message::of(refusals.error()));
        fits = refusals && refusals->isEmpty();
        for (const BuildingRefusal &refusal : refusals ? *refusals : QList<BuildingRefusal>()) {
            m_inTheWay.append(refusal.buildingId);
            m_refused.appendRow(
                {new QStandardItem(codeOf(refusal.buildingId)), new QStandardItem(whyNotAssigned(refusal.error))});
        }
        m_refusedTitle->setText(m_inTheWay.size() == 1
                                    ? tr("1 building cannot be assigned so. Nothing is assigned until it is left out.")
                                    : tr("%1 cannot be assigned so. Nothing is assigned until they are left out.")
                                          .arg(buildingsCounted(m_inTheWay.size())));
    }
    m_refusals->setVisible(!m_inTheWay.isEmpty());
    m_save->setEnabled(fits);
    refreshCancel();
}

/// With each key of the instructions: those stand in nobody's way, so the cache is not asked about them.
void AssignSheet::refreshCancel()
{
    const bool typed = m_instructions->toPlainText().trimmed() != m_shown.instructions.trimmed();
    if (typed)
        m_cancel->setWords(tr("Cancel"), tr("Throw the words away"), tr("What you have written is not saved."));
    else
        m_cancel->setWords(tr("Cancel"));
}

QJsonObject AssignSheet::unfinishedIn(const QWidget &window)
{
    const auto *sheet = window.findChild<const AssignSheet *>();
    if (sheet == nullptr || !sheet->isVisible())
        return {};
    QJsonObject all = toJson(sheet->entry());
    all.insert(QStringLiteral("buildings"), QJsonArray::fromStringList(sheet->m_buildings));
    if (sheet->m_assignment) {
        all.insert(QStringLiteral("assignment"), sheet->m_assignment->id());
        all.insert(QStringLiteral("shown"), toJson(sheet->m_shown));
    }
    return all;
}

void AssignSheet::resume(const QJsonObject &unfinished)
{
    AssignmentEntry entry = entryIn(unfinished);
    if (m_assignment) { // a colleague may have changed it since it was put on show
        const AssignmentEntry entered = entry;
        const QJsonValue kept = unfinished.value(QStringLiteral("shown")); // not by a program of before
        const AssignmentEntry over = kept.isObject() ? entryIn(kept.toObject()) : m_shown;
        entry = m_shown;
        if (m_inspectors.rowOf(entered.inspectorId) >= 0)
            bringBack(entry.inspectorId, m_shown.inspectorId, entered.inspectorId, over.inspectorId);
        if (entered.due.isValid())
            bringBack(entry.due, m_shown.due, entered.due, over.due);
        if (entered.instructions.trimmed() != over.instructions.trimmed()) // as the record has them
            bringBack(entry.instructions, m_shown.instructions, entered.instructions, over.instructions);
    }
    if (const int row = m_inspectors.rowOf(entry.inspectorId); row >= 0)
        m_table->setCurrentIndex(m_inspectors.index(row, 0));
    if (const int kind = m_kind->findData(entry.kind); kind >= 0)
        m_kind->setCurrentIndex(kind);
    if (entry.due.isValid())
        m_due->setDate(entry.due);
    m_instructions->setPlainText(entry.instructions);
    refresh();
}

void AssignSheet::leaveOut()
{
    const qsizetype left = m_buildings.size() - m_inTheWay.size();
    if (left == 0) {
        close();
        return;
    }
    m_buildings.removeIf([this](const QString &id) { return m_inTheWay.contains(id); });
    sayBuildings();
    readInspectors();
    refresh();
    m_save->setFocus(Qt::OtherFocusReason);
}

void AssignSheet::leave()
{
    m_cancel->press();
}

void AssignSheet::save()
{
    const AssignmentEntry entry = this->entry();
    const auto saved = [&]() -> Result<void> {
        if (m_assignment) {
            const auto changed =
                ChangeAssignment(m_services.workspace).run(m_services.actor, m_assignment->id(), entry, m_shown);
            return changed ? Result<void>() : Result<void>(changed.error());
        }
        const auto made = AssignBuildings(m_services.workspace).run(m_services.actor, m_buildings, entry);
        return made ? Result<void>() : Result<void>(made.error());
    }();
    if (!saved) {
        refresh(); // a building may stand in the way since
        messages()->post(kError, Message::of(saved.error()));
        return;
    }
    Q_EMIT done(entry, inspectorName(), static_cast<int>(m_buildings.size()));
    close();
}

} // namespace markaz::ui
