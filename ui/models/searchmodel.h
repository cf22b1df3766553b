// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/searchrepository.h"
#include "ui/widgets/status.h"

#include <QAbstractListModel>

#include <functional>

namespace markaz::ui {

/// Something that can be done by its name.
struct SearchCommand
{
    QString words; ///< "Sync now"
    QString icon;
    std::function<void()> run;
    /// Shown for every search, and not only where its words hold what is typed.
    bool always = false;
};

/// What a search found, in groups: each a head and below it its records, and last the commands.
class SearchModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        HeadRole = Qt::UserRole + 1, ///< bool: a head
        CodeRole,
        DetailRole, ///< place of a building, kind and day of an inspection
        IconRole,
    };

    explicit SearchModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setFound(const QList<SearchHit> &hits, const QList<SearchCommand> &commands);
    const SearchHit *hitAt(const QModelIndex &index) const;         ///< nullptr for anything else
    const SearchCommand *commandAt(const QModelIndex &index) const; ///< nullptr for anything else
    QModelIndex firstEntry() const;                                 ///< invalid when nothing was found

private:
    struct Row
    {
        QString head; ///< of a head; else one of the others is meant
        int hit = -1;
        int command = -1;
    };
    QVariant hitData(const SearchHit &hit, int role) const;

    QList<Row> m_rows;
    QList<SearchHit> m_hits;
    QList<SearchCommand> m_commands;
};

} // namespace markaz::ui
