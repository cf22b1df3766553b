// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/searchmodel.h"

#include "ui/models/buildingsmodel.h"
#include "ui/text/citylabels.h"
#include "ui/text/format.h"
#include "ui/text/labels.h"
#include "ui/text/loanwords.h"

namespace markaz::ui {
namespace {

QString headOf(Entity entity)
{
    switch (entity) {
    case Entity::Building:
        return SearchModel::tr("Buildings");
    case Entity::Owner:
        return SearchModel::tr("Owners");
    case Entity::Inspection:
        return SearchModel::tr("Inspections");
    case Entity::Finding:
        return SearchModel::tr("Findings");
    case Entity::Certificate:
        return SearchModel::tr("Certificates");
    case Entity::Centre:
        return SearchModel::tr("Centres");
    case Entity::Loan:
        return SearchModel::tr("Loans");
    default:
        return labels::of(entity);
    }
}

QString iconOf(Entity entity)
{
    switch (entity) {
    case Entity::Owner:
        return QStringLiteral("person");
    case Entity::Inspection:
        return QStringLiteral("document-edit-verify");
    case Entity::Finding:
        return QStringLiteral("triangle");
    case Entity::Certificate:
        return QStringLiteral("ribbon");
    case Entity::Centre:
        return QStringLiteral("computer-laptop");
    case Entity::Loan:
        return QStringLiteral("office-chart-line-forecast");
    default:
        return QStringLiteral("building");
    }
}

} // namespace

SearchModel::SearchModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags SearchModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !m_rows.at(index.row()).head.isEmpty())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == HeadRole)
        return !row.head.isEmpty();
    if (!row.head.isEmpty())
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(row.head) : QVariant();
    if (const SearchHit *hit = hitAt(index))
        return hitData(*hit, role);
    const SearchCommand &command = m_commands.at(row.command);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return command.words;
    case IconRole:
        return command.icon;
    default:
        return {};
    }
}

QVariant SearchModel::hitData(const SearchHit &hit, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return hit.name;
    case CodeRole:
        return hit.code;
    case IconRole:
        return iconOf(hit.entity);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2, %3").arg(hit.code, hit.name, hitData(hit, DetailRole).toString());
    case DetailRole:
        switch (hit.entity) {
        case Entity::Owner:
            return format::list({labels::ownerKind(hit.kind), labels::province(hit.place)});
        case Entity::Inspection:
            return format::list(
                {labels::visitKind(hit.kind), format::date(hit.day), chips::inspectionState(hit.state, hit.owed).word});
        case Entity::Finding: {
            // A newer program's token is shown in its own letters.
            const auto severity = parse<Severity>(hit.kind);
            const auto state = parse<FindingState>(hit.state);
            return format::list(
                {hit.place, severity ? labels::of(*severity) : hit.kind, state ? labels::of(*state) : hit.state});
        }
        case Entity::Certificate:
            return format::list({hit.place, labels::grade(hit.kind)});
        case Entity::Building:
            return hit.state.isEmpty() ? format::list({hit.place, labels::cityName(hit.cityId, hit.city)})
                                       : BuildingsModel::mergedInto(format::code(hit.state));
        case Entity::Centre:
            return format::list(
                {labels::cityName(hit.cityId, hit.city), hit.state.isEmpty() ? QString() : SearchModel::tr("Closed")});
        case Entity::Loan: {
            const auto state = parse<LoanState>(hit.state);
            return format::list({hit.place, state ? loanwords::state(*state) : hit.state});
        }
        default:
            return hit.place;
        }
    default:
        return {};
    }
}

void SearchModel::setFound(const QList<SearchHit> &hits, const QList<SearchCommand> &commands)
{
    beginResetModel();
    m_rows.clear();
    m_hits = hits;
    m_commands = commands;
    for (int i = 0; i < m_hits.size(); ++i) {
        if (i == 0 || m_hits.at(i).entity != m_hits.at(i - 1).entity)
            m_rows.append({headOf(m_hits.at(i).entity), -1, -1});
        m_rows.append({{}, i, -1});
    }
    for (int i = 0; i < m_commands.size(); ++i) {
        if (i == 0)
            m_rows.append({tr("Commands"), -1, -1});
        m_rows.append({{}, -1, i});
    }
    endResetModel();
}

const SearchHit *SearchModel::hitAt(const QModelIndex &index) const
{
    const int hit = index.isValid() ? m_rows.at(index.row()).hit : -1;
    return hit < 0 ? nullptr : &m_hits.at(hit);
}

const SearchCommand *SearchModel::commandAt(const QModelIndex &index) const
{
    const int command = index.isValid() ? m_rows.at(index.row()).command : -1;
    return command < 0 ? nullptr : &m_commands.at(command);
}

QModelIndex SearchModel::firstEntry() const
{
    return m_rows.isEmpty() ? QModelIndex() : index(1); // behind its head
}

} // namespace markaz::ui
