// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/outboxmodel.h"

#include "core/domain/records.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/widgets/status.h"

#include <algorithm>

namespace markaz::ui {
namespace {

ChipContent chipOf(const OutboxRow &row)
{
    switch (row.state) {
    case OutboxState::Waiting:
        return {Status::Info, QStringLiteral("clock"), OutboxModel::tr("Waits")};
    case OutboxState::Sent:
        return {Status::Info, QStringLiteral("up"), OutboxModel::tr("On its way")};
    case OutboxState::Held:
        return {Status::Warn, QStringLiteral("half-disc"), OutboxModel::tr("Held")};
    case OutboxState::Dead:
        return {Status::Bad, QStringLiteral("octagon-cross"), OutboxModel::tr("Rejected")};
    case OutboxState::Acknowledged:
        return {Status::Ok, QStringLiteral("check-disc"), labels::of(row.outcome)};
    }
    return {};
}

} // namespace

OutboxModel::OutboxModel(Workspace &workspace, Show show, QObject *parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
    , m_show(show)
{
    reload();
}

void OutboxModel::reload()
{
    QList<OutboxRow> rows;
    const auto take = [&](OutboxState state) -> bool {
        auto part = m_workspace.outbox.list(state, 500);
        if (!part) {
            Q_EMIT failed(part.error());
            return false;
        }
        rows.append(std::move(part).value());
        return true;
    };
    const bool read = m_show == Show::Waiting
                          ? take(OutboxState::Waiting) && take(OutboxState::Sent) && take(OutboxState::Held)
                          : take(m_show == Show::Rejected ? OutboxState::Dead : OutboxState::Acknowledged);
    if (!read)
        return; // what was shown stays
    std::sort(rows.begin(), rows.end(), [this](const OutboxRow &a, const OutboxRow &b) {
        return m_show == Show::History ? a.position > b.position : a.position < b.position;
    });
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT reloaded();
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OutboxModel::recordName(const OutboxRow &row) const
{
    const auto record = m_workspace.records.find(row.change.entity, row.change.id);
    if (!record || !record->has_value())
        return {};
    QString id = (*record)->id;
    Entity entity = (*record)->entity;
    QJsonObject fields = (*record)->fields;
    // An inspection, a review and a decision are known by their building.
    for (const char *link : {"inspection", "building"}) {
        const QString target = fields.value(QLatin1String(link)).toString();
        if (target.isEmpty())
            continue;
        const auto next = m_workspace.records.find(
            QLatin1String(link) == QLatin1String("building") ? Entity::Building : Entity::Inspection, target);
        if (!next || !next->has_value())
            break;
        fields = (*next)->fields;
        entity = (*next)->entity;
    }
    if (entity == Entity::Building)
        return QStringLiteral("%1  %2").arg(fields.value(QStringLiteral("code")).toString(),
                                            fields.value(QStringLiteral("name")).toString());
    return fields.value(QStringLiteral("name")).toString();
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const OutboxRow &row = m_rows.at(index.row());
    if (role == ChipRole)
        return index.column() == StateColumn ? QVariant::fromValue(chipOf(row)) : QVariant();
    if (role == Qt::ToolTipRole && index.column() == ReasonColumn)
        return row.message;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Made:
        return format::dateTime(row.change.madeAt);
    case Record:
        return QStringLiteral("%1  %2").arg(labels::of(row.change.entity), recordName(row));
    case What: {
        if (row.change.kind == ChangeKind::Create)
            return tr("New");
        if (row.change.kind == ChangeKind::Submit)
            return tr("Submitted");
        QStringList words;
        for (auto it = row.change.fields.begin(); it != row.change.fields.end() && words.size() < 3; ++it)
            words.append(labels::field(it.key()));
        if (row.change.fields.size() > words.size())
            words.append(tr("and %1 more").arg(row.change.fields.size() - words.size()));
        return words.join(QStringLiteral(", "));
    }
    case StateColumn:
        return chipOf(row).word;
    case ReasonColumn:
        if (row.code.isEmpty())
            return QString();
        return row.field.isEmpty() ? row.code : QStringLiteral("%1: %2").arg(labels::field(row.field), row.code);
    default:
        return {};
    }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Made:
        return tr("Made");
    case Record:
        return tr("Record");
    case What:
        return tr("Change");
    case StateColumn:
        return tr("State");
    case ReasonColumn:
        return tr("Reason");
    default:
        return {};
    }
}

} // namespace markaz::ui
