// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/score.h"
#include "core/workflow/askedevidence.h"
#include "core/workflow/findings.h"
#include "ui/services.h"

#include <QAbstractListModel>
#include <QSet>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace markaz::ui {

/// All items of one inspection in the standard's order, one row each. setData(AnswerRole or NoteRole) saves at once,
/// through the undo stack; the row repaints and the score follows. A refused answer changes nothing and is said by
/// refused().
class ChecklistModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        CodeRole = Qt::UserRole + 1,
        SectionRole,
        AnswerRole, ///< QJsonObject of the Answer; empty: no answer
        NoteRole,
        StatusRole,   ///< int of ItemScore::Status
        CreditRole,   ///< basis points
        ComputedRole, ///< text of a calculated item's value; empty: not there yet
        VisibleRole,  ///< false while a rule hides the item
        CarriedRole,  ///< QDate of the visit that gave the answer, when it was carried over; invalid: given here
        LastRole,     ///< QJsonObject of the last visit's answer; empty: none is known here
        ChangedRole,  ///< true where this revision says something else than the returned one, or has a file of its own
        FiledRole,    ///< true where this revision has a file that the returned one did not have
        AskedRole,    ///< what the reviewer wrote of the item as he returned it
    };

    ChecklistModel(const Services &services, const QString &inspectionId, QObject *parent = nullptr);
    ~ChecklistModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Reads the inspection again; false with loadError() when it cannot be read.
    bool reload();
    const Error &loadError() const { return m_loadError; }
    /// The version of the standard that the inspection was made with; the newest until it could be read.
    const Standard &standard() const { return *m_standard; }
    const Item &item(int row) const { return m_standard->items().at(row); }
    int rowOf(const QString &code) const;
    /// A follow-up of a visit, whose other answers it took over.
    bool isFollowUp() const;
    /// A follow-up that took over no answers, because there are none on this laptop that it could take over: it asks
    /// for every item, and first for those with an unsettled finding of an earlier visit.
    bool asksForEverything() const;
    /// A revision of a visit that was returned.
    bool isRevision() const;
    /// What the reviewer wrote of the whole as he returned it, of a revision.
    const QString &returnReason() const { return m_returnReason; }
    /// The other one of a returned visit and its revision, where this laptop has it.
    const std::optional<QString> &otherRevision() const { return m_other; }
    /// Whether the follow-up asks for this item, or asks for it first: nobody carried its answer over, and it is one to
    /// answer.
    bool isToDo(int row) const;
    /// The visit before this one, as far as this laptop has it.
    const std::optional<Inspection> &lastVisit() const { return m_last; }
    /// Raises a finding, changes one of this visit (see EditFinding), or takes one back: through the undo stack.
    Result<void> raise(const QString &item, const FindingEntry &entry);
    Result<void> changeFinding(const Finding &finding, const FindingEntry &entry, const FindingEntry &seen);
    Result<void> takeBack(const Finding &finding);
    /// What the standard asks to be shown of the item and is not attached.
    AskedEvidence lacking(const QString &code) const { return m_lacking.value(code); }
    /// How many items of a section, or of all with an empty one, lack a file.
    int lackingIn(const QString &section) const;
    const ScoreResult &score() const { return m_score; }
    const std::optional<InspectionContext> &context() const { return m_context; }
    bool editable() const;
    /// The rejected change for which no edit of this inspection can ever reach the server.
    const std::optional<OutboxRow> &lost() const { return m_lost; }
    QUndoStack *undoStack() { return &m_undo; }
    QDateTime savedAt() const { return m_savedAt; } ///< last answer that reached the disk; invalid: none yet

Q_SIGNALS:
    void scoreChanged();
    void saved();
    /// The draft goes by another version now: its items are others, and what could be undone is gone.
    void standardChanged();
    void refused(const markaz::Error &error);

private:
    bool save(const QString &code, const std::optional<Answer> &answer);
    bool saveNote(const QString &code, const QString &note);
    void goBy(const Standard &standard);
    bool stored(const QString &code, Result<Inspection> recorded);
    void take(Inspection inspection);
    Result<void> readLastVisit();
    Result<void> readFiles();
    Result<void> readUnsettled(); // checklistfindings.cpp, as what follows
    std::shared_ptr<QString> findingNow(const QString &id);
    Result<void> pushFinding(const QString &item, std::function<Result<void>()> former,
                             std::function<Result<void>()> value);
    Result<void> raiseNow(const QString &item, const FindingEntry &entry, QString &id);
    void rescore();
    void tellScored();
    Result<void> readLacking();

    Services m_services;
    QString m_inspectionId;
    const Standard *m_standard;
    SubmitInspection m_submit;
    RecordAnswer m_record;
    std::optional<InspectionContext> m_context;
    ScoreResult m_score;
    QHash<QString, AskedEvidence> m_lacking;
    QList<std::shared_ptr<QString>> m_findings; ///< the ids of those that were raised, changed or taken back here
    QUndoStack m_undo;
    QDateTime m_savedAt;
    Error m_loadError;
    std::optional<OutboxRow> m_lost;
    std::optional<Inspection> m_last;
    std::optional<QString> m_other;
    QString m_returnReason;
    QSet<QString> m_filed;     ///< items with files of this revision
    QSet<QString> m_unsettled; ///< items with findings of earlier visits, of a follow-up that asks for everything
    QJsonObject m_asked;       ///< item code -> the reviewer's words, of a revision
    bool m_saving = false;
    bool m_lastStored = false;
};

} // namespace markaz::ui
