// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records.h"
#include "core/storage/database.h"

#include <optional>

namespace markaz {

/// One row of a list of inspections, joined with its building and inspector.
struct InspectionRow
{
    QString id;
    QString buildingId;
    QString buildingCode;
    QString buildingName;
    int cityId = 0;
    QString city; ///< its Latin name
    int tier = 3;
    QString kind;
    QString state;
    int revision = 1;
    QString inspectorId;
    QString inspectorName;
    QDateTime startedAt;
    QDateTime finishedAt;
    int answered = 0;
    int totalBp = -1; ///< from the score summary; -1 = none yet
    QString verdict;
    QString standardHash;
    bool owed = false; ///< a change of it has not been taken by the server yet
};

struct AssignmentRow
{
    QString id;
    QString buildingId;
    QString buildingCode;
    QString buildingName;
    QString address;
    int cityId = 0;
    QString city; ///< its Latin name
    int tier = 3;
    QString kind;
    QDate due;
    QString instructions;
    QString inspectorId;
    QString inspectorName; ///< empty where this account may not see who it is
    QString draftId;       ///< the open draft for it, if there is one
};

class InspectionRepository
{
public:
    explicit InspectionRepository(Database &database)
        : m_database(database)
    {
    }

    /// \p states: tokens; empty = all. Newest first. \p inspectorId empty = everybody's.
    Result<QList<InspectionRow>> list(const QStringList &states, const QString &inspectorId, int limit = 1000) const;
    /// The returned ones of which no next revision was begun, here or elsewhere. Newest first.
    Result<QList<InspectionRow>> toTakeUpAgain(const QString &inspectorId, int limit) const;
    /// Of the building and of those that were merged into it.
    Result<QList<InspectionRow>> ofBuilding(const QString &buildingId) const;
    /// Drafts of \p inspectorId on the building, the newest first.
    Result<QStringList> openDrafts(const QString &buildingId, const QString &inspectorId) const;
    /// The draft in which a visit goes on: of an assignment that which names it, without one the newest of this kind,
    /// best one that names none either. 2026-11-29: never one without an assignment for one: a visit keeps the
    /// assignment that it began with, and what it names none of its submit would not close.
    Result<std::optional<QString>> draftFor(const QString &buildingId, const QString &inspectorId, const QString &kind,
                                            const QString &assignmentId) const;
    /// The visits of the building that \p inspectorId has handed in and that took place, the newest first.
    Result<QStringList> handedIn(const QString &buildingId, const QString &inspectorId) const;
    /// The revision that was made of a returned inspection, if there is one.
    Result<std::optional<QString>> nextRevisionOf(const QString &returnedId) const;
    /// Open assignments of \p inspectorId, by due date.
    Result<QList<AssignmentRow>> openAssignments(const QString &inspectorId) const;
    /// The same of the building and of those that were merged into it, whoever is to go.
    Result<QList<AssignmentRow>> openAssignmentsOn(const QString &buildingId) const;
    /// Whose answers are shown with \p inspectionId as those of "last time": of the visit that it follows up or is a
    /// revision of, else of the newest accepted inspection of the building before it.
    Result<std::optional<QString>> previousOf(const QString &inspectionId) const;
    /// What \p inspectionId is judged beside: the visit that it follows up or is a revision of, else the newest of the
    /// building before it that took place and was decided, be it rejected. What a rejected visit said stands nowhere,
    /// but whoever decides about the next one has to see what has become of it.
    Result<std::optional<QString>> judgedBeside(const QString &inspectionId) const;
    /// Reviews of one inspection that the server has not rejected, oldest first (ids).
    Result<QStringList> reviewsOf(const QString &inspectionId) const;

private:
    Database &m_database;
};

struct CertificateRow
{
    QString id;
    QString number;
    QString buildingId;
    QString buildingCode;
    QString buildingName;
    QString city;
    QString grade;
    int seats = 0;
    QDate validFrom;
    QDate validUntil;
    QString state; ///< "expired" when the validity has passed at the asked day
};

class CertificateRepository
{
public:
    explicit CertificateRepository(Database &database)
        : m_database(database)
    {
    }
    Result<QList<CertificateRow>> list(const QDate &onDay, int limit = 10'000) const;
    /// All of the building and of those that were merged into it, the newest first.
    Result<QList<CertificateRow>> ofBuilding(const QString &buildingId, const QDate &onDay) const;
    Result<std::optional<QString>> ofInspection(const QString &inspectionId) const;
    /// Whether a decision to issue one for this inspection was made, here or elsewhere.
    Result<bool> issueAsked(const QString &inspectionId) const;
    /// The building's newest certificate that no other has superseded, whatever its state; where it never had one, that
    /// of a building that was merged into it.
    Result<std::optional<QString>> currentOf(const QString &buildingId) const;
    /// Whether one of the building itself is valid on that day, be it suspended.
    Result<bool> inForceOf(const QString &buildingId, const QDate &onDay) const;
    Result<std::optional<QString>> byNumber(const QString &number) const;
    /// The decision to issue a certificate of \p inspectionId, if one was made.
    Result<std::optional<QString>> issueDecisionOf(const QString &inspectionId) const;
    /// A decision on \p certificateId that the server has not seen yet.
    Result<std::optional<QString>> waitingDecisionOn(const QString &certificateId) const;

private:
    Database &m_database;
};

} // namespace markaz
