// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/appeals.h"
#include "ui/models/freshness.h"
#include "ui/services.h"

#include <QAbstractTableModel>

namespace markaz::ui {

/// Who is to decide an appeal, as the filter asks for it.
enum class AppealTurn { Yours, AnotherOfficers, Waits };

/// Open appeals of the scope, the oldest first. There are few: all rows are held.
class AppealsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, Building, Against, Reason, Recorded, Turn, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1 }; ///< of the certificate

    explicit AppealsModel(const Services &services, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// \p against: states of the certificate; \p turns: none asks for all.
    void setFilter(const QString &text, const QList<CertificateState> &against, const QList<AppealTurn> &turns);
    int rowOf(const QString &certificateId) const;               ///< -1 when it is not there
    int total() const { return static_cast<int>(m_all.size()); } ///< without the filter
    void reload();
    /// While the table is not on screen, changes only mark it stale; it reloads when it is shown again.
    void setActive(bool active) { m_freshness.setActive(active); }
    static AppealTurn turnOf(const OpenAppeal &appeal);

Q_SIGNALS:
    void failed(const markaz::Error &error);
    void reloaded();

private:
    void choose(); ///< of all of them, those that match

    Services m_services;
    QString m_text;
    QList<int> m_cities; ///< ids of those that are called so in Urdu
    QList<CertificateState> m_against;
    QList<AppealTurn> m_turns;
    QList<OpenAppeal> m_all;
    QList<OpenAppeal> m_rows;
    Freshness m_freshness{[this] { reload(); }};
};

} // namespace markaz::ui
