// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/domain/records.h"
#include "core/scoring/score.h"
#include "core/standard/catalogue.h"
#include "core/workflow/changes.h"

namespace markaz {

/// What stands in the way of submitting, with the place to go to.
struct Problem
{
    enum class Severity { MustSolve, Check };
    Severity severity = Severity::MustSolve;
    QString section; ///< code; empty when it is not about an item
    QString item;    ///< code; empty when it is not about an item
    QString kind;    ///< token: missing, incomplete (rows), invalid, reason_missing; to check: not_inspected,
                     ///< not_computed, unsigned_inspector, unsigned_owner, photo_missing, document_missing
    int photos = 0;  ///< photo_missing: how many
};

/// The tier and facts that an inspection is scored with.
struct InspectionContext
{
    Inspection inspection;
    Building building;
    ScoringContext scoring;
};

/// The version of the standard that \p inspection was made with; WrongState with `where` "standard_hash" when it is not
/// known here: it came from a newer program, or the laptop has yet to fetch it.
Result<const Standard *> standardOf(const StandardCatalogue &standards, const Inspection &inspection);

class StartInspection
{
public:
    StartInspection(Workspace &workspace, const StandardCatalogue &standards)
        : m_workspace(workspace)
        , m_standards(standards)
    {
    }
    /// The actor's open draft of this building in which the visit goes on (InspectionRepository::draftFor), else a new
    /// draft, by the newest version of the standard. \p assignmentId may be empty. \p from: what a follow-up takes
    /// over; see followup.h. Two visits to one building are two drafts: each closes its own assignment. A draft that
    /// was begun without one stays beside that of an assignment, and whoever opens the one is told of the other.
    Result<Inspection> run(const Actor &actor, const QString &buildingId, const QString &kind,
                           const QString &assignmentId = {}, const QJsonObject &from = {});
    /// A new draft that carries the returned inspection's answers, by its version of the standard; revision + 1,
    /// `previous` = the returned one.
    Result<Inspection> reopen(const Actor &actor, const QString &returnedId);

private:
    Workspace &m_workspace;
    const StandardCatalogue &m_standards;
};

/// Saves one answer or one note as it is given: record and outbox row in one transaction. A draft takes answers of the
/// version of the standard that it was begun with.
class RecordAnswer
{
public:
    RecordAnswer(Workspace &workspace, const StandardCatalogue &standards)
        : m_workspace(workspace)
        , m_standards(standards)
    {
    }
    /// An absent answer (nullopt) takes the answer back. NotAllowed if it is another's draft, WrongState if it is no
    /// draft or its version of the standard is not known here, InvalidValue or Incomplete from checkDraftAnswer with
    /// `where` = the item's code: rows are kept as far as they are filled in. The same answer again changes nothing. An
    /// answer that was carried over loses its mark when it is given here; one with a mark (undo) must be that of the
    /// earlier visit.
    Result<Inspection> run(const Actor &actor, const QString &inspectionId, const QString &itemCode,
                           const std::optional<Answer> &answer);
    Result<Inspection> note(const Actor &actor, const QString &inspectionId, const QString &itemCode,
                            const QString &text);

private:
    Workspace &m_workspace;
    const StandardCatalogue &m_standards;
};

/// What is told of a visit that could not be made.
struct VisitReport
{
    QString note;    ///< what was found; needed to submit it
    QString met;     ///< who was met; may be empty
    QDate nextVisit; ///< from when a visit may work; invalid = not known
};

/// Keeps what was typed of it in the draft, before it is submitted.
class RecordVisitReport
{
public:
    explicit RecordVisitReport(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// NotAllowed for another's draft, WrongState if it is no draft, InvalidValue with `where` = the field.
    Result<Inspection> run(const Actor &actor, const QString &inspectionId, const VisitReport &report);

private:
    Workspace &m_workspace;
};

/// Takes an own draft off in which nothing was entered: a visit that was begun by mistake.
class DiscardDraft
{
public:
    explicit DiscardDraft(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// NotAllowed for another's; WrongState (`where` "state") if it is no draft, and (`where` "answers") when there is
    /// an answer, a note, a report, a file or a finding in it: the server keeps a visit that others belong to.
    Result<void> run(const Actor &actor, const QString &inspectionId);

private:
    Workspace &m_workspace;
};

/// Scores and submits, by the version of the standard that the inspection was made with.
class SubmitInspection
{
public:
    SubmitInspection(Workspace &workspace, const StandardCatalogue &standards, const Gazetteer &gazetteer,
                     QJsonObject programmeFacts)
        : m_workspace(workspace)
        , m_standards(standards)
        , m_gazetteer(gazetteer)
        , m_programme(std::move(programmeFacts))
    {
    }
    Result<InspectionContext> context(const QString &inspectionId) const;
    /// The live score; also of submitted inspections.
    Result<ScoreResult> scoreOf(const QString &inspectionId) const;
    /// Everything that entry checked, checked again, in the standard's order. Without a MustSolve it may be submitted;
    /// what is to be checked stands in the way of a certificate only, and missing photos and documents not even of that
    /// (askedevidence.h).
    /// 2026-11-28: signatures are asked for and stand in nobody's way: the design lists them and demands none, an owner
    /// may be absent or refuse, and an inspector whose screen takes no ink has given his word on the page all the same.
    Result<QList<Problem>> problems(const QString &inspectionId) const;
    /// \p visitOutcome "done" needs problems() without MustSolve and stores the score; any other outcome needs a
    /// report, no answers, and has no score. Incomplete with `where` = the first problem's item or "visit_note",
    /// InvalidValue for a next visit before today. The inspection's assignment is shown as done.
    /// 2026-11-28: the server takes a report without a note, as laptops that know of none send it.
    /// \p mended: findings that this follow-up verifies, in the same transaction; what MoveFinding refuses of one of
    /// them refuses the submit.
    Result<Inspection> run(const Actor &actor, const QString &inspectionId, const QString &visitOutcome,
                           const VisitReport &report = {}, const QStringList &mended = {});

private:
    Workspace &m_workspace;
    const StandardCatalogue &m_standards;
    const Gazetteer &m_gazetteer;
    QJsonObject m_programme;
};

} // namespace markaz
