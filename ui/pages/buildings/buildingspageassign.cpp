// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// From the buildings that are chosen on the page to an inspector who goes there.
#include "ui/pages/assignments/assignsheet.h"
#include "ui/pages/buildings/buildingspage.h"
#include "ui/text/assignmentwords.h"
#include "ui/text/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/tableview.h"

#include <QJsonArray>
#include <QPushButton>

#include <utility>

namespace markaz::ui {
namespace {

const QString kAssign = QStringLiteral("assign");
const QString kMap = QStringLiteral("map");

} // namespace

void BuildingsPage::addAssign()
{
    auto *assign = new QPushButton(tr("Assign…"), this);
    assign->setObjectName(QStringLiteral("assignBuildings"));
    assign->setIcon(icon(QStringLiteral("person")));
    assign->setToolTip(tr("Sends an inspector to the rows that are selected; from the map, to every building that its "
                          "filter leaves, also those without a position"));
    header()->addAction(assign);
    connect(assign, &QPushButton::clicked, this, &BuildingsPage::assign);
    // The list is made anew with every pull: what was selected stays so.
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (m_chosen.isEmpty()) // of two that come at once, the second finds the first one's work undone
            m_chosen = selectedBuildings();
    });
    connect(&m_model, &BuildingsModel::reloaded, this, &BuildingsPage::chooseAgain, Qt::QueuedConnection);
}

void BuildingsPage::chooseAgain()
{
    const QStringList chosen = std::exchange(m_chosen, {});
    QItemSelection rows;
    for (const QString &id : chosen) {
        if (const int row = m_model.rowOf(id); row >= 0)
            rows.select(m_model.index(row, 0), m_model.index(row, 0));
    }
    // No more and no less than these: the row that the detail shows may be one that was taken out with Ctrl.
    if (!rows.isEmpty())
        m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

/// One more than can be assigned at once is enough to say that they are too many.
QStringList BuildingsPage::rowsBetween(int first, int last, QStringList ids) const
{
    for (int row = first; row <= last && ids.size() <= AssignBuildings::kMost; ++row)
        ids.append(m_model.idAt(row));
    return ids;
}

QStringList BuildingsPage::selectedBuildings() const
{
    QStringList ids;
    const QItemSelection chosen = m_table->selectionModel()->selection();
    for (const QItemSelectionRange &range : chosen)
        ids = rowsBetween(range.top(), range.bottom(), ids);
    ids.removeAll(QString());
    ids.removeDuplicates();
    if (ids.isEmpty() && !m_selected.isEmpty()) // shown beside a table that has no row of it selected
        ids.append(m_selected);
    return ids;
}

void BuildingsPage::assign()
{
    messages()->withdraw(kAssign);
    const QStringList ids =
        m_view->current() == kMap ? rowsBetween(0, m_model.rowCount() - 1, {}) : selectedBuildings();
    if (ids.isEmpty()) {
        messages()->post(kAssign, {Status::Info,
                                   {tr("No building is chosen."),
                                    {},
                                    tr("Select rows in the table, several with Ctrl or Shift, or narrow the filter on "
                                       "the map, and press Assign.")},
                                   {},
                                   {},
                                   true});
        return;
    }
    if (ids.size() > AssignBuildings::kMost) {
        messages()->post(kAssign,
                         Message::of(makeError(ErrorCode::InvalidValue, QString(), QStringLiteral("assign.many"))));
        return;
    }
    openAssign(ids);
}

Result<void> BuildingsPage::resumeAssign(const QJsonObject &unfinished)
{
    if (m_services.actor.role != Role::Officer)
        return makeError(ErrorCode::NotAllowed, QStringLiteral("only an officer assigns"));
    QStringList ids;
    const QJsonArray buildings = unfinished.value(QStringLiteral("buildings")).toArray();
    for (const auto &id : buildings)
        ids.append(id.toString());
    if (ids.isEmpty())
        return makeError(ErrorCode::Malformed, QStringLiteral("no buildings"));
    openAssign(ids)->resume(unfinished);
    return {};
}

AssignSheet *BuildingsPage::openAssign(const QStringList &ids)
{
    auto *sheet = new AssignSheet(m_services, ids, this);
    connect(sheet, &AssignSheet::done, this, [this](const AssignmentEntry &entry, const QString &name, int buildings) {
        messages()->post(kAssign, {Status::Ok,
                                   {tr("%1 assigned to %2, due %3.")
                                        .arg(buildingsCounted(buildings), format::words(name), format::date(entry.due)),
                                    tr("It waits on this laptop until the server has it."),
                                    {}},
                                   {},
                                   {},
                                   true});
        m_services.sync.syncNow();
    });
    return sheet;
}

} // namespace markaz::ui
