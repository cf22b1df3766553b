// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/administration.h"
#include "ui/services.h"

#include <QAbstractTableModel>
#include <QHash>

namespace markaz::ui {

/// What the server says of the chain as a whole.
struct AuditChain
{
    qint64 entries = 0;
    qint64 contradictions = 0; ///< kept checkpoints that it does not bear out
    qint64 signedAt = 0;       ///< the entry that was signed last; 0 = none
    QString signedTime;        ///< ISO
};

/// The server's audit, newest first, a page at a time as the table asks for more. Nothing of it is kept on the laptop.
class AuditModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Who, What, Record, Number, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1 };
    static constexpr int kPage = 100;

    /// \p services must have an administration.
    explicit AuditModel(const Services &services, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Forgets what there is and asks anew.
    void ask(const AuditQuery &query);
    const AuditQuery &query() const { return m_query; }
    bool isAsking() const { return m_asking; }
    bool isWhole() const { return !m_more; } ///< the oldest entry that fits is here
    const AuditChain &chain() const { return m_chain; }
    /// An account's name as it is shown; its id where neither this laptop nor the server knows it.
    QString nameOf(const QString &accountId) const;

Q_SIGNALS:
    void changed(); ///< a page came, or one is asked for
    void failed(const markaz::Error &error);

private:
    struct Line
    {
        qint64 n = 0;
        QJsonObject event;
    };
    QString aboutOf(const QJsonObject &event) const; ///< what the entry is about
    /// Its name under that account, with the end of its id.
    QString laptop(const QString &id, const QString &account) const;
    void askNext();
    void heard(const Result<QJsonObject> &reply);

    Services m_services;
    AuditQuery m_query;
    QList<Line> m_lines;
    mutable QHash<QString, QString> m_names;
    QHash<QString, QString> m_accounts; ///< as the server calls them
    QHash<QString, QString> m_laptops;
    AuditChain m_chain;
    qint64 m_next = 0;
    bool m_more = false;
    bool m_asking = false;
    int m_generation = 0; ///< an answer to an older question is let go
};

} // namespace markaz::ui
