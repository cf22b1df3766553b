// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/checklistmodel.h"
#include "ui/widgets/status.h"

#include <QAbstractTableModel>

#include <memory>

namespace markaz::ui {

/// The items of a submitted inspection beside the same items of the one that it revises or follows up, else of the
/// building's previous one that was decided, be it rejected: for the officer's table. Read only.
class ReviewModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { CodeColumn, ItemColumn, PreviousColumn, ThisColumn, ChangeColumn, CommentColumn, ColumnCount };
    enum Role { CodeRole = Qt::UserRole + 1 };
    enum class Show { Failing, Differences, All };

    ReviewModel(const Services &services, const QString &inspectionId, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setShow(Show show);
    int countOf(Show show) const;
    /// How many items are better (\p better) or worse than the last time.
    int changed(bool better) const;
    void setComments(const QJsonObject &comments); ///< item code -> words; marks the rows
    int rowOf(const QString &code) const { return static_cast<int>(m_codes.indexOf(code)); }
    QString codeAt(int row) const { return m_codes.value(row); }

    const std::optional<InspectionContext> &context() const { return m_this->context(); }
    const Standard &standard() const { return m_this->standard(); } ///< this inspection's version
    const ScoreResult &score() const { return m_this->score(); }
    bool hasPrevious() const { return m_previous != nullptr; }
    const ScoreResult &previousScore() const { return m_previous->score(); }
    const std::optional<InspectionContext> &previousContext() const { return m_previous->context(); }
    QString answerOf(const QString &code) const;
    QString previousAnswerOf(const QString &code) const;
    QString noteOf(const QString &code) const;
    QString previousNoteOf(const QString &code) const;
    bool hasNewFile(const QString &code) const; ///< of a revision, which the returned one did not have
    AskedEvidence lacking(const QString &code) const { return m_this->lacking(code); }
    int lacking() const { return m_this->lackingIn({}); } ///< items
    const Error &loadError() const { return m_this->loadError(); }

private:
    bool wanted(const QString &code, Show show) const;
    /// Credit in basis points more than the last time; 0 also where one of both has none to compare.
    int stepOf(const QString &code) const;
    void refill();
    ChipContent chipOf(const ChecklistModel &model, const QString &code) const;

    Services m_services;
    std::unique_ptr<ChecklistModel> m_this;
    std::unique_ptr<ChecklistModel> m_previous;
    Show m_show = Show::Failing;
    QStringList m_codes;
    QJsonObject m_comments;
};

} // namespace markaz::ui
