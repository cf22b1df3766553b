// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what to which record: every kind of record x every kind of change x every role x where the record lies and
// whose it is x what has become of the account and its laptop, through the push, against a table that was written down
// from domain.md ("Roles", "Separation of duties") and sync-protocol.md (scope_revoked, quarantine). A kind of record,
// of change or of decision without a row fails, a row of none too.
#include "core/security/permissions.h"
#include "tests/app/server/recordcases.h"

namespace markaz::server::test {
namespace {

const QList<Place> kPlaces{Place::Own,        Place::Anothers, Place::OwnBefore, Place::Elsewhere, Place::Moved,
                           Place::ScopeMoved, Place::Revoked,  Place::Closed,    Place::Expired};
const QList<Role> kRoles{Role::Inspector, Role::Officer, Role::Administrator, Role::Auditor};

/// A letter for each role, in the order of kRoles: + let in; n not_allowed and s scope_revoked, kept in quarantine;
/// i invalid. From a revoked laptop everything is device_revoked and kept; the closed and the expired get a 401.
struct Row
{
    const char *change;
    const char *own;
    const char *anothers;
    const char *elsewhere;
    const char *moved;
    const char *scopeMoved;
    const char *ownBefore = nullptr; ///< as another's
};

/// What no client may do to any record of the kind, whoever asks.
constexpr Row nobody(const char *change)
{
    return {change, "nnnn", "nnnn", "nnnn", "nnnn", "nnnn"};
}
/// An inspector's own work in his provinces: "own assignments and inspections".
constexpr Row ownWork(const char *change)
{
    return {change, "+nnn", "nnnn", "snnn", "snnn", "snnn"};
}
/// An officer's in the scope, whoever's it is.
constexpr Row officers(const char *change)
{
    return {change, "n+nn", "n+nn", "nsnn", "nsnn", "nsnn"};
}
/// "Register buildings and owners": both who visit and who decide.
constexpr Row register_(const char *change)
{
    return {change, "++nn", "++nn", "ssnn", "ssnn", "ssnn"};
}
/// "Whoever carried out an inspection may neither review it nor issue its certificate", nor waive what was found in it.
constexpr Row separated(const char *change)
{
    return {change, "nnnn", "n+nn", "nsnn", "nsnn", "nsnn"};
}

/// "Whoever carried out an inspection" is whoever carried out any revision of it.
constexpr Row judged(const char *change)
{
    return {change, "nnnn", "n+nn", "nsnn", "nsnn", "nsnn", "nnnn"};
}

const QList<Row> kTable{
    register_("create owner"),
    register_("patch owner"),
    officers("delete owner"),
    nobody("submit owner"),
    register_("create building"),
    register_("patch building"),
    officers("patch building merge"),
    officers("delete building"),
    nobody("submit building"),
    // An assignment is an inspector's: one that names the officer himself is not well-formed, though he may make it.
    {"create assignment", "ninn", "n+nn", "nsnn", "nsnn", "nsnn"},
    {"patch assignment", "ninn", "n+nn", "nsnn", "nsnn", "nsnn"},
    officers("delete assignment"),
    nobody("submit assignment"),
    ownWork("create inspection"),
    ownWork("patch inspection"),
    ownWork("delete inspection"),
    ownWork("submit inspection"),
    ownWork("create evidence"),
    ownWork("patch evidence"),
    ownWork("delete evidence"),
    nobody("submit evidence"),
    officers("create evidence loan"),
    officers("patch evidence loan"),
    officers("delete evidence loan"),
    judged("create review"),
    nobody("patch review"),
    nobody("delete review"),
    nobody("submit review"),
    judged("create decision issue"),
    officers("create decision suspend"),
    officers("create decision reinstate"),
    officers("create decision revoke"),
    officers("create decision appeal"),
    officers("create decision allow_appeal"),
    officers("create decision dismiss_appeal"),
    judged("create decision renew"),
    nobody("patch decision"),
    nobody("delete decision"),
    nobody("submit decision"),
    nobody("create certificate"),
    nobody("patch certificate"),
    nobody("delete certificate"),
    nobody("submit certificate"),
    {"create policy", "nn+n", "nn+n", "nn+n", "nn+n", "nn+n"}, // nationwide: no province keeps it
    nobody("patch policy"),
    nobody("delete policy"),
    nobody("submit policy"),
    {"create standard", "nn+n", "nn+n", "nn+n", "nn+n", "nn+n"}, // nationwide, too
    nobody("patch standard"),
    nobody("delete standard"),
    nobody("submit standard"),
    nobody("create account"),
    nobody("patch account"),
    nobody("delete account"),
    nobody("submit account"),
    nobody("create conflict"),
    {"patch conflict", "++nn", "n+nn", "ssnn", "ssnn", "ssnn"},
    nobody("delete conflict"),
    nobody("submit conflict"),
    officers("create centre"),
    officers("patch centre"),
    officers("delete centre"),
    nobody("submit centre"),
    officers("create occupancy_report"),
    officers("patch occupancy_report"),
    officers("delete occupancy_report"),
    nobody("submit occupancy_report"),
    officers("create loan"),
    officers("patch loan"),
    officers("delete loan"),
    nobody("submit loan"),
    // Nationwide, and an officer's own.
    {"create scenario", "n+nn", "n+nn", "n+nn", "n+nn", "n+nn"},
    nobody("patch scenario"),
    {"delete scenario", "n+nn", "nnnn", "nnnn", "n+nn", "n+nn"},
    nobody("submit scenario"),
    {"create demand", "nn+n", "nn+n", "nn+n", "nn+n", "nn+n"},
    nobody("patch demand"),
    nobody("delete demand"),
    nobody("submit demand"),
    ownWork("create finding"),
    // The inspector in his own draft; the officer wherever it stands.
    {"patch finding", "++nn", "n+nn", "ssnn", "ssnn", "ssnn"},
    register_("patch finding fix"), // whoever is there sees that it was mended, or not
    register_("patch finding reopen"),
    // An inspector's way is a visit of his own that meets the item, and here he names none. An officer who was an
    // inspector closes nothing that he found himself.
    {"patch finding verify", "nnnn", "n+nn", "ssnn", "ssnn", "ssnn"},
    separated("patch finding waive"),
    separated("patch finding restore"),
    ownWork("delete finding"),
    nobody("submit finding"),
};

/// The rows that there have to be.
QStringList everyChange()
{
    QStringList all;
    for (const Entity entity : allValues<Entity>()) {
        for (const ChangeKind kind : allValues<ChangeKind>()) {
            const QString change = token(kind) + QLatin1Char(' ') + token(entity);
            if (entity == Entity::Decision && kind == ChangeKind::Create) {
                const QStringList kinds = specOf(entity).find(QStringLiteral("kind"))->tokens;
                for (const QString &of : kinds)
                    all.append(change + QLatin1Char(' ') + of);
            } else {
                all.append(change);
            }
            if (entity == Entity::Building && kind == ChangeKind::Patch)
                all.append(change + QLatin1Char(' ') + kMergeStep);
            if (entity == Entity::Evidence && kind != ChangeKind::Submit)
                all.append(change + QLatin1Char(' ') + kLoanStep);
            if (entity == Entity::Finding && kind == ChangeKind::Patch) {
                for (const FindingStep step : allValues<FindingStep>())
                    all.append(change + QLatin1Char(' ') + token(step));
            }
        }
    }
    return all;
}

char expectedOf(const Row &row, Place place, Role role)
{
    const qsizetype at = kRoles.indexOf(role);
    switch (place) {
    case Place::Own:
        return row.own[at];
    case Place::Anothers:
        return row.anothers[at];
    case Place::OwnBefore:
        return (row.ownBefore == nullptr ? row.anothers : row.ownBefore)[at];
    case Place::Elsewhere:
        return row.elsewhere[at];
    case Place::Moved:
        return row.moved[at];
    case Place::ScopeMoved:
        return row.scopeMoved[at];
    case Place::Revoked:
        return 'd';
    case Place::Closed:
    case Place::Expired:
        return 'x';
    }
    return '?';
}

QString codeOf(char letter)
{
    switch (letter) {
    case 'n':
        return protocol::code::kNotAllowed;
    case 's':
        return protocol::code::kScopeRevoked;
    case 'd':
        return protocol::code::kDeviceRevoked;
    case 'i':
        return protocol::code::kInvalid;
    default:
        return {};
    }
}

class RecordMatrix : public RecordCases
{
protected:
    /// What has come of a change, as far as a table of letters tells it.
    void expectCell(const Change &change, const protocol::ChangeResult &result, char letter,
                    const std::optional<StoredRecord> &before, const std::string &cell)
    {
        SCOPED_TRACE(cell + ": " + result.code.toStdString() + ' ' + result.message.toStdString());
        const auto after = server.stored(change.id);
        if (letter != '+') {
            EXPECT_EQ(result.outcome, Outcome::Rejected);
            EXPECT_EQ(result.code, codeOf(letter));
            EXPECT_EQ(after.has_value(), before.has_value());
            if (before && after) {
                EXPECT_EQ(after->record.rev, before->record.rev) << "something was written";
                EXPECT_EQ(after->deleted, before->deleted);
                EXPECT_EQ(after->record.fields, before->record.fields);
            }
            return;
        }
        EXPECT_TRUE(result.outcome == Outcome::Applied || result.outcome == Outcome::Merged);
        ASSERT_TRUE(after);
        EXPECT_GT(after->record.rev, before ? before->record.rev : 0);
        EXPECT_EQ(after->deleted, change.kind == ChangeKind::Delete);
    }
};

TEST_P(RecordMatrix, everyChangeToEveryRecord_isAsTheTableSays)
{
    const QStringList rows = everyChange();
    QHash<QString, Row> table;
    for (const Row &row : kTable) {
        EXPECT_TRUE(rows.contains(QLatin1String(row.change))) << "a row of nothing: " << row.change;
        table.insert(QLatin1String(row.change), row);
    }
    EXPECT_EQ(table.size(), kTable.size()) << "two rows of one change";
    for (const QString &row : rows)
        ASSERT_TRUE(table.contains(row)) << "no row for " << qPrintable(row);

    int cells = 0;
    for (const Place place : kPlaces) {
        for (const Role role : kRoles) {
            Batch batch;
            batch.who = caller(role);
            batch.ownBefore = place == Place::OwnBefore;
            const bool anothers = place == Place::Anothers || place == Place::Elsewhere || batch.ownBefore;
            batch.person = anothers ? another.accountId : batch.who.actor.accountId;
            batch.province = place == Place::Elsewhere ? kThere : kHere;
            batch.moved = place == Place::Moved;
            for (const QString &row : rows)
                add(batch, row);
            putThere(batch);
            become(batch.who, place);
            QList<std::optional<StoredRecord>> before;
            for (const Change &change : std::as_const(batch.changes))
                before.append(server.stored(change.id));
            const int keptBefore = quarantined();
            const QString seq = QStringLiteral("SELECT value FROM counter WHERE name = 'seq'");
            const qint64 seqBefore = server.value(seq).toLongLong();
            if (place == Place::Closed || place == Place::Expired) {
                const ApiResponse refused = server.post(
                    QStringLiteral("/api/v1/changes"),
                    protocol::encode(protocol::PushRequest{server.ids().next(), {}, batch.changes}), batch.who.token);
                EXPECT_EQ(refused.status, 401) << qPrintable(token(role));
                EXPECT_EQ(server.value(seq).toLongLong(), seqBefore) << "something was written";
                EXPECT_EQ(quarantined(), keptBefore);
                cells += static_cast<int>(rows.size());
                continue;
            }
            const Results results = server.push(batch.who, batch.changes);
            ASSERT_EQ(results.size(), rows.size());
            int kept = 0;
            for (qsizetype i = 0; i < rows.size(); ++i) {
                const char letter = expectedOf(table.value(rows.at(i)), place, role);
                kept += QByteArray("nsd").contains(letter) ? 1 : 0;
                expectCell(batch.changes.at(i), results.at(i), letter, before.at(i),
                           (rows.at(i) + QStringLiteral(" as ") + token(role) + QStringLiteral(", place ") +
                            QString::number(static_cast<int>(place)))
                               .toStdString());
                ++cells;
            }
            EXPECT_EQ(quarantined() - keptBefore, kept)
                << "what the policy refuses is kept, as " << qPrintable(token(role)) << ", place "
                << static_cast<int>(place);
        }
    }
    EXPECT_EQ(cells, rows.size() * kRoles.size() * kPlaces.size());
}

TEST_P(RecordMatrix, whoeverMayNeverMakeSuchAChange_isNotToldWhetherItsRecordIsThere)
{
    for (const Role role : {Role::Administrator, Role::Auditor}) {
        const Session who = caller(role);
        for (const Entity entity : allValues<Entity>()) {
            for (const ChangeKind kind : {ChangeKind::Patch, ChangeKind::Delete, ChangeKind::Submit}) {
                const auto result = server.pushOne(
                    who, patch(server.ids(), entity, server.ids().next(), 1, editOf(entity, kind, {}), kind));
                EXPECT_EQ(result.code, protocol::code::kNotAllowed)
                    << qPrintable(token(kind) + QLatin1Char(' ') + token(entity)) << ": " << qPrintable(result.message);
            }
        }
    }
}

MARKAZ_ON_BOTH(RecordMatrix);

} // namespace
} // namespace markaz::server::test
