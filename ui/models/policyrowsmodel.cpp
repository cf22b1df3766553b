// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/policyrowsmodel.h"

#include "ui/text/format.h"
#include "ui/text/policywords.h"

namespace markaz::ui {

QList<PolicyRow> policyRows(const PolicyBody &body, const Gazetteer &gazetteer)
{
    QList<PolicyRow> rows;
    const QList<PolicyFigure> figures = figuresOf(body);
    rows.reserve(figures.size() + 3);
    for (const PolicyFigure &figure : figures)
        rows.append({policywords::label(figure.key, gazetteer),
                     {},
                     policywords::value(figure.key, figure.value),
                     format::words(body.figures.sources.value(figure.section))});
    const auto open = [&rows](const QString &label, const QString &value) {
        rows.append({label, {}, value, PolicyRowsModel::tr("The policy says nothing of it yet.")});
    };
    if (body.budgets.isEmpty())
        open(PolicyRowsModel::tr("Budgets by fiscal year"), policywords::undecided());
    if (body.cityTiers.isEmpty())
        open(PolicyRowsModel::tr("Tiers of cities"), PolicyRowsModel::tr("As in the list of cities"));
    if (!body.eEmployment)
        open(PolicyRowsModel::tr("When a centre is an e-employment centre"), policywords::undecided());
    return rows;
}

QList<PolicyRow> policyRows(const PolicyBody &before, const PolicyBody &after, const Gazetteer &gazetteer)
{
    QList<PolicyRow> rows;
    const QList<PolicyChange> changes = changesBetween(before, after);
    rows.reserve(changes.size());
    for (const PolicyChange &change : changes) {
        const PolicyBody &says = change.after.isUndefined() ? before : after;
        rows.append({policywords::label(change.key, gazetteer), policywords::value(change.key, change.before),
                     policywords::value(change.key, change.after),
                     format::words(says.figures.sources.value(change.section))});
    }
    return rows;
}

int PolicyRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PolicyRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PolicyRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const PolicyRow &row = m_rows.at(index.row());
    const QString text = index.column() == Figure   ? row.label
                         : index.column() == Before ? row.before
                         : index.column() == Value  ? row.value
                                                    : row.source;
    if (role == Qt::ToolTipRole)
        return format::plainToolTip(text);
    return role == Qt::DisplayRole ? text : QVariant();
}

QVariant PolicyRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Figure:
        return tr("Figure");
    case Before:
        return tr("Before");
    case Value:
        return tr("Value");
    case Source:
        return tr("Where it was decided");
    default:
        return {};
    }
}

void PolicyRowsModel::setRows(const QList<PolicyRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

} // namespace markaz::ui
