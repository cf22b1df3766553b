// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/filetable.h"
#include "app/server/store/rules/changerules.h"
#include "core/domain/loan.h"

#include <algorithm>

namespace markaz::server {
namespace {

/// Evidence changes as long as its inspection is a draft: afterwards it is what was submitted.
Objection closedInspection(const Change &change, const StoredRecord &inspection)
{
    if (inspection.text("state") == QLatin1String("draft"))
        return noObjection();
    return objection(rejected(change, protocol::code::kWrongState, QStringLiteral("inspection"),
                              QStringLiteral("its inspection is %1").arg(inspection.text("state"))));
}

/// A record that comes after its file is complete at once, when its author has shown that he has the file.
Objection takeFile(RuleContext &context, Draft &draft)
{
    auto file = FileTable(context.database).heldBy(draft.after.text("sha256"), context.actor.accountId);
    if (!file)
        return file.error();
    QJsonObject &fields = draft.after.record.fields;
    fields.remove(QStringLiteral("received_at")); // of a record that was removed: its file may be gone since
    fields.remove(QStringLiteral("received_rev"));
    if (!file->has_value())
        return noObjection();
    for (const auto &[name, same] : {std::pair{"size", (*file)->size == draft.after.number("size")},
                                     std::pair{"media_type", (*file)->mediaType == draft.after.text("media_type")}}) {
        if (!same)
            return objection(rejected(draft.change, protocol::code::kInvalid, QLatin1String(name),
                                      QStringLiteral("the file with this hash is another")));
    }
    fields.insert(QStringLiteral("received_at"), (*file)->receivedAt);
    fields.insert(QStringLiteral("received_rev"), draft.after.record.rev);
    draft.amended = true;
    return noObjection();
}

/// A marked copy is one of a photo of the same item of the same visit, and never of a copy.
Objection marksAPhotoBeside(RuleContext &context, const Draft &draft)
{
    if (draft.after.text("marks").isEmpty())
        return noObjection();
    auto original = context.records.find(draft.after.text("marks"));
    if (!original)
        return original.error();
    const bool joins = draft.fresh || draft.before->deleted;
    if (joins && original->has_value() && (*original)->deleted)
        return objection(rejected(draft.change, protocol::code::kWrongState, QStringLiteral("marks"),
                                  QStringLiteral("the photo that it marks was removed")));
    const bool beside = original->has_value() && (*original)->text("inspection") == draft.after.text("inspection") &&
                        (*original)->text("item") == draft.after.text("item");
    if (beside && (*original)->text("kind") == QLatin1String("photo") && (*original)->text("marks").isEmpty() &&
        draft.after.text("kind") == QLatin1String("photo"))
        return noObjection();
    return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("marks"),
                              QStringLiteral("it marks no photo of its item")));
}

/// An original stays while a copy marks it.
Objection unmarked(RuleContext &context, const Change &change, const StoredRecord &original)
{
    const auto beside = context.records.children(original.parent, Entity::Evidence);
    if (!beside)
        return beside.error();
    const bool marked = std::any_of(beside->cbegin(), beside->cend(), [&original](const StoredRecord &evidence) {
        return evidence.text("marks") == original.id();
    });
    return marked ? objection(rejected(change, protocol::code::kWrongState, QStringLiteral("marks"),
                                       QStringLiteral("a marked copy is made of it")))
                  : noObjection();
}

/// A loan's documents come as long as it was not declined, and change or go as long as it is open.
Objection checkDocument(RuleContext &context, const Change &change, const QString &loanId, bool joins)
{
    auto loan = context.records.find(loanId);
    if (!loan)
        return loan.error();
    const auto state =
        loan->has_value() ? parse<LoanState>((*loan)->text("state")) : Result<LoanState>(LoanState::Closed);
    if (!state)
        return state.error();
    if (loan::isOpen(*state) || (joins && *state == LoanState::Closed))
        return noObjection();
    return objection(rejected(change, protocol::code::kWrongState, QStringLiteral("loan"),
                              QStringLiteral("the loan is %1").arg(token(*state))));
}

} // namespace

Objection checkEvidence(RuleContext &context, Draft &draft)
{
    const bool joins = draft.fresh || draft.before->deleted;
    if (const QString loan = draft.after.text("loan"); !loan.isEmpty()) {
        if (auto objected = checkDocument(context, draft.change, loan, joins); !objected || objected->has_value())
            return objected;
        return joins ? takeFile(context, draft) : noObjection();
    }
    auto inspection = context.records.find(draft.after.text("inspection"));
    if (!inspection)
        return inspection.error();
    if (auto objected = closedInspection(draft.change, **inspection); !objected || objected->has_value())
        return objected;
    const QString item = draft.after.text("item");
    const auto known =
        item.isEmpty()
            ? Result<bool>(true)
            : context.reference.published->hadItem(context.database, (*inspection)->text("standard_hash"), item);
    if (!known)
        return known.error();
    if (!*known)
        return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("item"),
                                  QStringLiteral("the standard has no such item")));
    if (auto objected = marksAPhotoBeside(context, draft); !objected || objected->has_value())
        return objected;
    return joins ? takeFile(context, draft) : noObjection();
}

Objection checkRemoval(RuleContext &context, const Change &change, const StoredRecord &before)
{
    if (before.entity() == Entity::Inspection && before.text("state") != QLatin1String("draft"))
        return objection(rejected(change, protocol::code::kWrongState, QStringLiteral("state"),
                                  QStringLiteral("only a draft can be discarded")));
    if (before.entity() == Entity::Building) {
        if (!before.text("merged_into").isEmpty())
            return objection(rejected(change, protocol::code::kWrongState, QStringLiteral("merged_into"),
                                      QStringLiteral("it was merged into another building and does not change")));
        return checkNoneMergedInto(context, change, before);
    }
    if (before.entity() == Entity::OccupancyReport)
        return checkTakenBack(context, change, before);
    if (before.entity() == Entity::Owner)
        return checkOwnerIsFree(context, change, before);
    if (before.entity() == Entity::Loan)
        return checkLoanRemoval(change, before);
    if (const QString loan = before.text("loan"); before.entity() == Entity::Evidence && !loan.isEmpty())
        return checkDocument(context, change, loan, false);
    const bool finding = before.entity() == Entity::Finding;
    if (finding && before.text("state") != token(FindingState::Open))
        return objection(rejected(change, protocol::code::kWrongState, QStringLiteral("state"),
                                  QStringLiteral("the finding is %1").arg(before.text("state"))));
    if (before.entity() != Entity::Evidence && !finding)
        return noObjection();
    auto inspection = context.records.find(before.text("inspection"));
    if (!inspection)
        return inspection.error();
    if (inspection->has_value()) {
        if (auto objected = closedInspection(change, **inspection); !objected || objected->has_value())
            return objected;
    }
    return finding ? noObjection() : unmarked(context, change, before);
}

bool editedSince(qint64 base, const StoredRecord &before)
{
    if (before.record.rev == base)
        return false;
    const qint64 received = before.number("received_rev");
    return received != before.record.rev || received != base + 1;
}

} // namespace markaz::server
