// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/outboxmodel.h"

#include "core/workflow/conflicts.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"

#include <algorithm>

namespace markaz::ui {
namespace {

bool has(const QList<OutboxRow> &rows, OutboxState state)
{
    return std::any_of(rows.begin(), rows.end(), [state](const OutboxRow &row) { return row.state == state; });
}

} // namespace

OutboxModel::OutboxModel(const Services &services, Show show, QObject *parent)
    : QAbstractTableModel(parent)
    , m_services(services)
    , m_words(m_services)
    , m_show(show)
{
    reload();
}

Result<QList<OutboxModel::Line>> OutboxModel::waiting() const
{
    auto owed = m_services.workspace.outbox.owed();
    if (!owed)
        return owed.error();
    const auto blockers = m_services.workspace.outbox.blockers();
    if (!blockers)
        return blockers.error();
    QList<Line> lines;
    QHash<QString, qsizetype> lineOf; // by record
    QHash<qint64, OutboxRow> stopped;
    for (const OutboxRow &row : *owed) {
        const QString record = token(row.change.entity) + row.change.id;
        if (row.state == OutboxState::Dead || row.state == OutboxState::Held)
            stopped.insert(row.position, row);
        if (row.state == OutboxState::Dead)
            continue; // has a list of its own
        const auto found = lineOf.constFind(record);
        if (found != lineOf.constEnd()) {
            lines[*found].rows.append(row);
            continue;
        }
        lineOf.insert(record, lines.size());
        lines.append({{row}, {}});
    }
    for (Line &line : lines) {
        for (const OutboxRow &row : std::as_const(line.rows)) {
            const auto first = stopped.constFind(blockers->value(row.position, -1));
            if (first != stopped.constEnd() && !line.blocker)
                line.blocker = *first;
        }
    }
    return lines;
}

Result<QList<OutboxModel::Line>> OutboxModel::history() const
{
    auto rows = m_services.workspace.outbox.list(OutboxState::Acknowledged);
    if (!rows)
        return rows.error();
    std::stable_sort(rows->begin(), rows->end(),
                     [](const OutboxRow &a, const OutboxRow &b) { return a.settledAt > b.settledAt; });
    QList<Line> lines;
    for (const OutboxRow &row : std::as_const(*rows))
        lines.append({{row}, {}});
    return lines;
}

void OutboxModel::reload()
{
    auto lines = m_show == Show::Waiting ? waiting() : history();
    if (!lines) {
        Q_EMIT failed(lines.error());
        return; // what was shown stays
    }
    if (m_show == Show::History) {
        auto settled = ResolveConflict(m_services.workspace).settledOps();
        if (!settled) {
            Q_EMIT failed(settled.error());
            return;
        }
        m_settled = std::move(settled).value();
        m_registered.clear();
        for (const Line &line : std::as_const(*lines)) {
            if (const Change &change = line.rows.first().change; change.kind == ChangeKind::Create)
                m_registered.insert(change.id, change);
        }
    }
    beginResetModel();
    m_lines = std::move(lines).value();
    m_changes = 0;
    for (const Line &line : std::as_const(m_lines))
        m_changes += static_cast<int>(line.rows.size());
    endResetModel();
    Q_EMIT reloaded();
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int OutboxModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

ChipContent OutboxModel::chipOf(const Line &line) const
{
    const OutboxRow &row = line.rows.first();
    if (m_show == Show::History) {
        switch (row.fate) {
        case Fate::GivenUp:
            return {Status::Neutral, QStringLiteral("cross"), tr("Given up")};
        case Fate::Replaced:
            return {Status::Neutral, QStringLiteral("edit-undo"), tr("Replaced")};
        case Fate::None:
            break;
        }
        if (row.outcome == Outcome::Conflict && m_settled.contains(row.change.opId))
            return {Status::Ok, QStringLiteral("check-disc"), tr("Conflict settled")};
        if (row.outcome == Outcome::Conflict)
            return {Status::Bad, QStringLiteral("conflict"), labels::of(row.outcome)};
        return {Status::Ok, QStringLiteral("check-disc"), labels::of(row.outcome)};
    }
    if (line.blocker && line.blocker->state == OutboxState::Dead)
        return {Status::Bad, QStringLiteral("octagon-cross"), tr("Stands still")};
    if (line.blocker || has(line.rows, OutboxState::Held))
        return {Status::Warn, QStringLiteral("half-disc"), tr("Held")};
    // "Sent" is what was tried once; it is on its way while the engine sends.
    const SyncSnapshot s = m_services.sync.snapshot();
    if (has(line.rows, OutboxState::Sent) && s.phase == SyncSnapshot::Phase::Sending)
        return {Status::Info, QStringLiteral("up"), tr("On its way")};
    return {Status::Info, QStringLiteral("clock"), tr("Waits")};
}

/// Two laptops may have given one code without a network; the server then gives the next one.
QString OutboxModel::renumbered(const Change &change) const
{
    const QString asked = change.fields.value(QStringLiteral("code")).after.toString();
    if (change.entity != Entity::Building || change.kind != ChangeKind::Create || asked.isEmpty())
        return {};
    const QString code = m_words.code(Entity::Building, change.id);
    return code.isEmpty() || code == format::code(asked)
               ? QString()
               : tr("%1 was taken by another laptop: the code is %2 now.").arg(format::code(asked), code);
}

QString OutboxModel::reasonOf(const Line &line) const
{
    if (m_show == Show::History) {
        const OutboxRow &row = line.rows.first();
        if (row.fate != Fate::None)
            return m_words.reason(row);
        return renumbered(row.change);
    }
    if (line.blocker && line.blocker->state == OutboxState::Dead)
        return tr("Waits behind a rejected change. Open “Rejected” to mend it.");
    for (const OutboxRow &row : line.rows) {
        if (row.state == OutboxState::Held)
            return m_words.reason(row);
    }
    return line.blocker ? m_words.reason(*line.blocker) : QString();
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const Line &line = m_lines.at(index.row());
    const OutboxRow &first = line.rows.first();
    if (role == ChipRole)
        return index.column() == StateColumn ? QVariant::fromValue(chipOf(line)) : QVariant();
    if (role == Qt::ToolTipRole)
        return format::plainToolTip(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Made:
        return format::dateTime(first.change.madeAt);
    case Record: {
        // A record that was given up is gone; what registered it says whose it was.
        const Change &known = m_registered.value(first.change.id, first.change);
        const QStringList words{labels::of(first.change.entity), m_words.code(known),
                                format::words(m_words.name(known))};
        return QStringList(words).join(QStringLiteral("  ")).simplified();
    }
    case What: {
        QList<Change> changes;
        for (const OutboxRow &row : line.rows)
            changes.append(row.change);
        const QString what = m_words.what(changes);
        return changes.size() == 1 ? what : tr("%1 changes: %2").arg(changes.size()).arg(what);
    }
    case StateColumn:
        return chipOf(line).word;
    case ReasonColumn:
        return reasonOf(line);
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
        return m_show == Show::Waiting ? tr("Since") : tr("Made");
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
