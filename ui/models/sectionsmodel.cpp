// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sectionsmodel.h"

#include "ui/text/language.h"
#include "ui/widgets/sectionlist.h"

namespace markaz::ui {

SectionsModel::SectionsModel(ChecklistModel &checklist, QObject *parent)
    : QAbstractListModel(parent)
    , m_checklist(checklist)
{
    connect(&m_checklist, &ChecklistModel::standardChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
    connect(&m_checklist, &ChecklistModel::scoreChanged, this,
            [this] { Q_EMIT dataChanged(index(0), index(rowCount() - 1)); });
}

int SectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_checklist.standard().sections().size());
}

QString SectionsModel::codeAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_checklist.standard().sections().at(row).code : QString();
}

QVariant SectionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Section &section = m_checklist.standard().sections().at(index.row());
    const SectionScore *scored = m_checklist.score().section(section.code);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return section.title.in(isUrdu());
    case SectionLetterRole:
        return section.code;
    case SectionAnsweredRole:
        return scored == nullptr ? 0 : scored->answered;
    case SectionTotalRole:
        return scored == nullptr ? 0 : scored->total;
    case SectionProblemsRole:
        return scored == nullptr ? 0 : scored->failing;
    case SectionMissingRole:
        return scored == nullptr ? 0 : scored->total - scored->answered + m_checklist.lackingIn(section.code);
    default:
        return {};
    }
}

} // namespace markaz::ui
