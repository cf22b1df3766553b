// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/checklistmodel.h"

#include <QAbstractListModel>

namespace markaz::ui {

/// The sections of one inspection for the SectionList, from the checklist's live score.
class SectionsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit SectionsModel(ChecklistModel &checklist, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QString codeAt(int row) const;

private:
    ChecklistModel &m_checklist;
};

} // namespace markaz::ui
