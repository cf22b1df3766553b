// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/evidence.h"
#include "ui/services.h"

#include <QAbstractListModel>

namespace markaz::ui {

class Thumbnails;

/// The files of one item of an inspection (or of the visit as a whole), oldest first, or the photos of a building; a
/// marked copy stands behind its original.
class EvidenceModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        HashRole,
        MediaTypeRole,
        TakenRole,    ///< QDateTime, invalid when not known
        ReceivedRole, ///< bool: whole on the server
        HereRole,     ///< bool: its bytes are on this laptop
        SizeRole,     ///< bytes
        FactsRole,    ///< size and where its bytes are, in words
        PlaceRole,    ///< of a photo: when and where it was taken, in words
        AwayRole,     ///< QString: how far from the building, where that is too far; empty otherwise
        MarkedRole,   ///< bool: a marked copy
        KindRole,     ///< photo, document or signature
        WhenRole,     ///< the same in a word: its time, of all visits its day, or the revision that it came with
        EarlierRole,  ///< int: the earlier revision that it was handed in with, and that alone changes; 0 = this one
    };

    EvidenceModel(const Services &services, Thumbnails &thumbnails, QObject *parent = nullptr);

    void show(const QString &inspectionId, const QString &item);
    /// The photos of all visits of the building, the newest first.
    void showBuilding(const QString &buildingId);
    /// The documents of a loan.
    void showLoan(const QString &loanId);
    void reload();
    QString inspectionId() const { return m_inspectionId; }
    QString item() const { return m_item; }
    QString idAt(int row) const { return row >= 0 && row < m_rows.size() ? m_rows[row].id : QString(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the file's name; DecorationRole: its thumbnail (QImage), null until it is made.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void failed(const markaz::Error &error);

private:
    void changed(const QString &sha256);
    QString nameOf(const EvidenceRow &row) const;
    Result<QList<EvidenceRow>> read() const;
    std::optional<Position> siteOf() const;

    Services m_services;
    Thumbnails &m_thumbnails;
    ContentStore m_store;
    QString m_inspectionId;
    QString m_item;
    QString m_buildingId; ///< or of all visits of this one
    QString m_loanId;     ///< or of this loan
    QList<EvidenceRow> m_rows;
    std::optional<Position> m_site; ///< of the building
};

} // namespace markaz::ui
