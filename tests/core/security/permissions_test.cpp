// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/permissions.h"

#include <gtest/gtest.h>

#include <QHash>
#include <QSet>

namespace markaz {
namespace {

const QString kSelf = QStringLiteral("self");
const QString kOther = QStringLiteral("other");
const QString kHome = QStringLiteral("PK-PB");
const QString kNeighbour = QStringLiteral("PK-IS");
const QString kForeign = QStringLiteral("PK-SD");

Actor actorOf(Role role)
{
    return Actor{kSelf, QStringLiteral("name"), QStringLiteral("Name"), role, {kHome, kNeighbour}};
}

/// Where a subject lies, seen from the actor's provinces.
enum class Place { Home, Both, Foreign, HalfForeign, Nowhere };

QStringList provincesOf(Place place)
{
    switch (place) {
    case Place::Home:
        return {kHome};
    case Place::Both:
        return {kHome, kNeighbour};
    case Place::Foreign:
        return {kForeign};
    case Place::HalfForeign:
        return {kHome, kForeign};
    case Place::Nowhere:
        return {};
    }
    return {};
}

const QList<Place> kPlaces{Place::Home, Place::Both, Place::Foreign, Place::HalfForeign, Place::Nowhere};
const QStringList kPeople{QString(), kSelf, kOther}; // unknown, the actor, somebody else

/// The table of roles as the domain notes have it, written down a second time and in another way than the code: one
/// letter for each role in the order inspector, officer, administrator, auditor.
///   -  never          s  when all provinces are the actor's   p  when one of them is   n  wherever
///   i  s, and the actor carried out the inspection            a  s, and the assignment is the actor's
///   d  i, and the assignment, if there is one, is the actor's m  s, and the change is the actor's
///   j  i, and no other is named as author
///   o  s, and the inspector is known and another, as are those of the revisions before
///   x  o, and no other is named as author
///   y  s, and no other is named as author
///   v  wherever, and no other is named as author              w  wherever, and the change is the actor's
const QHash<QString, QString> kTable{
    {QStringLiteral("see_reference"), QStringLiteral("nnnn")},
    {QStringLiteral("see_building"), QStringLiteral("ss-s")},
    {QStringLiteral("see_owner"), QStringLiteral("ss-s")},
    {QStringLiteral("see_assignment"), QStringLiteral("as-s")},
    {QStringLiteral("see_inspection"), QStringLiteral("is-s")},
    {QStringLiteral("see_evidence"), QStringLiteral("is-s")},
    {QStringLiteral("see_review"), QStringLiteral("is-s")},
    {QStringLiteral("see_decision"), QStringLiteral("-s-s")},
    {QStringLiteral("see_certificate"), QStringLiteral("ss-s")},
    {QStringLiteral("see_conflict"), QStringLiteral("ms-s")},
    {QStringLiteral("see_finding"), QStringLiteral("ss-s")},
    {QStringLiteral("raise_finding"), QStringLiteral("j---")},
    {QStringLiteral("edit_finding"), QStringLiteral("is--")},
    {QStringLiteral("remove_finding"), QStringLiteral("i---")},
    {QStringLiteral("fix_finding"), QStringLiteral("ss--")},
    {QStringLiteral("verify_finding"), QStringLiteral("io--")},
    {QStringLiteral("waive_finding"), QStringLiteral("-o--")},
    {QStringLiteral("see_account"), QStringLiteral("pppp")},
    {QStringLiteral("see_dashboard"), QStringLiteral("-s-s")},
    {QStringLiteral("register_building"), QStringLiteral("ss--")},
    {QStringLiteral("edit_building"), QStringLiteral("ss--")},
    {QStringLiteral("remove_building"), QStringLiteral("-s--")},
    {QStringLiteral("merge_building"), QStringLiteral("-s--")},
    {QStringLiteral("register_owner"), QStringLiteral("ss--")},
    {QStringLiteral("edit_owner"), QStringLiteral("ss--")},
    {QStringLiteral("remove_owner"), QStringLiteral("-s--")},
    {QStringLiteral("assign"), QStringLiteral("-s--")},
    {QStringLiteral("draft_inspection"), QStringLiteral("d---")},
    {QStringLiteral("discard_draft"), QStringLiteral("i---")},
    {QStringLiteral("submit_inspection"), QStringLiteral("d---")},
    {QStringLiteral("attach_evidence"), QStringLiteral("i---")},
    {QStringLiteral("remove_evidence"), QStringLiteral("i---")},
    {QStringLiteral("review_inspection"), QStringLiteral("-x--")},
    {QStringLiteral("issue_certificate"), QStringLiteral("-x--")},
    {QStringLiteral("renew_certificate"), QStringLiteral("-x--")},
    {QStringLiteral("suspend_certificate"), QStringLiteral("-y--")},
    {QStringLiteral("reinstate_certificate"), QStringLiteral("-y--")},
    {QStringLiteral("revoke_certificate"), QStringLiteral("-y--")},
    {QStringLiteral("record_appeal"), QStringLiteral("-y--")},
    {QStringLiteral("decide_appeal"), QStringLiteral("-y--")},
    {QStringLiteral("resolve_conflict"), QStringLiteral("ms--")},
    {QStringLiteral("manage_accounts"), QStringLiteral("--s-")},
    {QStringLiteral("manage_devices"), QStringLiteral("--s-")},
    {QStringLiteral("manage_standards"), QStringLiteral("--n-")},
    {QStringLiteral("edit_reference"), QStringLiteral("--v-")},
    {QStringLiteral("edit_policy"), QStringLiteral("--n-")},
    {QStringLiteral("read_audit"), QStringLiteral("--nn")},
    {QStringLiteral("see_centre"), QStringLiteral("ss-s")},
    {QStringLiteral("see_occupancy_report"), QStringLiteral("-s-s")},
    {QStringLiteral("open_centre"), QStringLiteral("-s--")},
    {QStringLiteral("edit_centre"), QStringLiteral("-s--")},
    {QStringLiteral("remove_centre"), QStringLiteral("-s--")},
    {QStringLiteral("record_occupancy"), QStringLiteral("-y--")},
    {QStringLiteral("see_loan"), QStringLiteral("-s-s")},
    {QStringLiteral("record_loan"), QStringLiteral("-y--")},
    {QStringLiteral("remove_loan"), QStringLiteral("-s--")},
    {QStringLiteral("see_scenario"), QStringLiteral("-n-n")},
    {QStringLiteral("edit_scenario"), QStringLiteral("-w--")},
};

bool expected(char rule, Place place, const QString &inspector, const QString &earlier, const QString &assignee,
              const QString &author)
{
    const bool within = place == Place::Home || place == Place::Both;
    switch (rule) {
    case 'n':
        return true;
    case 'p':
        return within || place == Place::HalfForeign;
    case 's':
        return within;
    case 'i':
        return within && inspector == kSelf;
    case 'a':
        return within && assignee == kSelf;
    case 'd':
        return within && inspector == kSelf && assignee != kOther;
    case 'j':
        return within && inspector == kSelf && author != kOther;
    case 'm':
        return within && author == kSelf;
    case 'o':
        return within && inspector == kOther && earlier != kSelf;
    case 'x':
        return within && inspector == kOther && earlier != kSelf && author != kOther;
    case 'y':
        return within && author != kOther;
    case 'v':
        return author != kOther;
    case 'w':
        return author == kSelf;
    default:
        return false;
    }
}

char ruleOf(Role role, Action action)
{
    return kTable.value(token(action)).at(static_cast<int>(role)).toLatin1();
}

TEST(Permissions, everyActionHasItsRowInTheTable)
{
    QSet<QString> tokens;
    for (Action action : allActions()) {
        EXPECT_TRUE(kTable.contains(token(action))) << token(action).toStdString();
        tokens.insert(token(action));
    }
    EXPECT_EQ(tokens.size(), kTable.size());
    EXPECT_EQ(tokens.size(), allActions().size());
    // The list is complete: the enumerators count from 0 to the last one.
    for (qsizetype i = 0; i < allActions().size(); ++i)
        EXPECT_TRUE(allActions().contains(static_cast<Action>(i))) << i;
    EXPECT_EQ(static_cast<int>(Action::EditScenario) + 1, allActions().size());
}

TEST(Permissions, roleByActionByScopeByPeople_followsTheTable)
{
    int cells = 0;
    int granted = 0;
    for (Role role : allValues<Role>()) {
        for (Action action : allActions()) {
            for (Place place : kPlaces) {
                for (const QString &inspector : kPeople) {
                    for (const QString &assignee : kPeople) {
                        for (const QString &author : kPeople) {
                            for (const QString &earlier : kPeople) {
                                const Subject subject =
                                    Subject{provincesOf(place), inspector, assignee, author, {}}.inspectedBefore(
                                        earlier.isEmpty() ? QStringList() : QStringList{kOther, earlier});
                                const auto answer = may(actorOf(role), action, subject);
                                const bool want =
                                    expected(ruleOf(role, action), place, inspector, earlier, assignee, author);
                                ++cells;
                                granted += answer.ok() ? 1 : 0;
                                ASSERT_EQ(answer.ok(), want)
                                    << token(role).toStdString() << " " << token(action).toStdString() << " place "
                                    << static_cast<int>(place) << " inspector '" << inspector.toStdString()
                                    << "' before '" << earlier.toStdString() << "' assignee '" << assignee.toStdString()
                                    << "' author '" << author.toStdString() << "'";
                                if (!answer) {
                                    ASSERT_EQ(answer.error().code, ErrorCode::NotAllowed);
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    EXPECT_EQ(cells, 4 * 58 * 5 * 81);
    EXPECT_GT(granted, 0);
}

TEST(Permissions, roleGrants_isTheTablesNonEmptyCell)
{
    for (Role role : allValues<Role>()) {
        for (Action action : allActions())
            EXPECT_EQ(roleGrants(role, action), ruleOf(role, action) != '-') << token(action).toStdString();
    }
}

TEST(Permissions, inspector_neitherReviewsNorCertifiesHisOwnInspectionAfterBecomingAnOfficer)
{
    const Subject own = Subject::in(kHome).inspectedBy(kSelf);
    for (Action action : {Action::ReviewInspection, Action::IssueCertificate, Action::RenewCertificate}) {
        const auto answer = may(actorOf(Role::Officer), action, own);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().where, QStringLiteral("separation"));
        EXPECT_TRUE(may(actorOf(Role::Officer), action, Subject::in(kHome).inspectedBy(kOther)));
    }
}

TEST(Permissions, inspectorOfAnEarlierRevision_neitherReviewsNorCertifiesTheNext)
{
    const Subject next = Subject::in(kHome).inspectedBy(kOther).inspectedBefore({kOther, kSelf});
    for (Action action : {Action::ReviewInspection, Action::IssueCertificate, Action::RenewCertificate}) {
        const auto answer = may(actorOf(Role::Officer), action, next);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().where, QStringLiteral("separation"));
        EXPECT_TRUE(may(actorOf(Role::Officer), action, next.inspectedBefore({kOther})));
    }
    EXPECT_TRUE(may(actorOf(Role::Officer), Action::SuspendCertificate, next)) << "which certifies nothing";
}

TEST(Permissions, separation_unknownInspectorRefuses)
{
    const auto answer = may(actorOf(Role::Officer), Action::ReviewInspection, Subject::in(kHome));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().where, QStringLiteral("separation"));
}

TEST(Permissions, refusal_namesTheRule)
{
    EXPECT_EQ(may(actorOf(Role::Auditor), Action::EditBuilding, Subject::in(kHome)).error().where,
              QStringLiteral("role"));
    EXPECT_EQ(may(actorOf(Role::Officer), Action::EditBuilding, Subject::in(kForeign)).error().where,
              QStringLiteral("scope"));
    EXPECT_EQ(
        may(actorOf(Role::Inspector), Action::SubmitInspection, Subject::in(kHome).inspectedBy(kOther)).error().where,
        QStringLiteral("own"));
}

TEST(Permissions, nobodySignedIn_mayNothing)
{
    for (Role role : allValues<Role>()) {
        Actor nobody = actorOf(role);
        nobody.accountId.clear();
        for (Action action : allActions())
            EXPECT_FALSE(may(nobody, action, Subject{{kHome}, kOther, {}, {}, {}})) << token(action).toStdString();
    }
}

TEST(Permissions, anAccountWithoutProvinces_touchesNoRecord)
{
    Actor officer = actorOf(Role::Officer);
    officer.provinces.clear();
    EXPECT_FALSE(may(officer, Action::SeeBuilding, Subject::in(kHome)));
    EXPECT_FALSE(may(officer, Action::SeeBuilding, Subject::nationwide()));
}

TEST(Permissions, auditor_isGrantedNothingThatChanges)
{
    for (Action action : allActions()) {
        const QString name = token(action);
        const bool reads = name.startsWith(QLatin1String("see_")) || name == QLatin1String("read_audit");
        EXPECT_EQ(roleGrants(Role::Auditor, action), reads) << name.toStdString();
    }
}

TEST(ActionFor, everyEntityAndKind_isNamedOrRefused)
{
    const auto want = [](Entity entity, ChangeKind kind) -> QString {
        const bool create = kind == ChangeKind::Create;
        const bool patch = kind == ChangeKind::Patch;
        const bool remove = kind == ChangeKind::Delete;
        switch (entity) {
        case Entity::Owner:
        case Entity::Building:
            return create   ? QStringLiteral("register_%1").arg(token(entity))
                   : patch  ? QStringLiteral("edit_%1").arg(token(entity))
                   : remove ? QStringLiteral("remove_%1").arg(token(entity))
                            : QString();
        case Entity::Assignment:
            return kind == ChangeKind::Submit ? QString() : QStringLiteral("assign");
        case Entity::Inspection:
            return create || patch ? QStringLiteral("draft_inspection")
                   : remove        ? QStringLiteral("discard_draft")
                                   : QStringLiteral("submit_inspection");
        case Entity::Evidence:
            return create || patch ? QStringLiteral("attach_evidence")
                   : remove        ? QStringLiteral("remove_evidence")
                                   : QString();
        case Entity::Review:
            return create ? QStringLiteral("review_inspection") : QString();
        case Entity::Decision:
            return create ? QStringLiteral("suspend_certificate") : QString();
        case Entity::Policy:
            return create ? QStringLiteral("edit_policy") : QString();
        case Entity::Standard:
            return create ? QStringLiteral("manage_standards") : QString();
        case Entity::Conflict:
            return patch ? QStringLiteral("resolve_conflict") : QString();
        case Entity::Centre:
            return create   ? QStringLiteral("open_centre")
                   : patch  ? QStringLiteral("edit_centre")
                   : remove ? QStringLiteral("remove_centre")
                            : QString();
        case Entity::OccupancyReport:
            return kind == ChangeKind::Submit ? QString() : QStringLiteral("record_occupancy");
        case Entity::Loan:
            return create || patch ? QStringLiteral("record_loan") : remove ? QStringLiteral("remove_loan") : QString();
        case Entity::Scenario:
            return create || remove ? QStringLiteral("edit_scenario") : QString();
        case Entity::Demand:
            return create ? QStringLiteral("edit_reference") : QString();
        case Entity::Finding: // no step of a finding is called "suspend"
        case Entity::Account:
        case Entity::Certificate:
            return {};
        }
        return {};
    };
    for (Entity entity : allValues<Entity>()) {
        for (ChangeKind kind : allValues<ChangeKind>()) {
            const auto action = actionFor(entity, kind, QStringLiteral("suspend"));
            EXPECT_EQ(action ? token(*action) : QString(), want(entity, kind))
                << token(entity).toStdString() << " " << token(kind).toStdString();
        }
    }
}

TEST(ActionFor, documentOfALoan_isAsTheLoan)
{
    for (ChangeKind kind : {ChangeKind::Create, ChangeKind::Patch, ChangeKind::Delete}) {
        const auto action = actionFor(Entity::Evidence, kind, kLoanStep);
        ASSERT_TRUE(action);
        EXPECT_EQ(*action, Action::RecordLoan);
    }
    EXPECT_FALSE(actionFor(Entity::Evidence, ChangeKind::Submit, kLoanStep));
}

TEST(ActionFor, decision_eachKindHasItsOwnActionAndAnUnknownOneNone)
{
    const QHash<QString, QString> named{{QStringLiteral("issue"), QStringLiteral("issue_certificate")},
                                        {QStringLiteral("renew"), QStringLiteral("renew_certificate")},
                                        {QStringLiteral("suspend"), QStringLiteral("suspend_certificate")},
                                        {QStringLiteral("reinstate"), QStringLiteral("reinstate_certificate")},
                                        {QStringLiteral("revoke"), QStringLiteral("revoke_certificate")},
                                        {QStringLiteral("appeal"), QStringLiteral("record_appeal")},
                                        {QStringLiteral("allow_appeal"), QStringLiteral("decide_appeal")},
                                        {QStringLiteral("dismiss_appeal"), QStringLiteral("decide_appeal")}};
    for (const QString &kind : decisionKinds()) {
        const auto action = actionFor(Entity::Decision, ChangeKind::Create, kind);
        ASSERT_TRUE(action) << qPrintable(kind);
        EXPECT_EQ(token(*action), named.value(kind));
        EXPECT_FALSE(actionFor(Entity::Decision, ChangeKind::Patch, kind));
    }
    EXPECT_EQ(decisionKinds().size(), named.size());
    EXPECT_FALSE(actionFor(Entity::Decision, ChangeKind::Create, QStringLiteral("expire"))) << "the clock's";
    EXPECT_FALSE(actionFor(Entity::Decision, ChangeKind::Create, QStringLiteral("forge")));
    EXPECT_FALSE(actionFor(Entity::Decision, ChangeKind::Create, QString()));
}

/// The life cycle says whose each decision is, and this the policy: both say the same.
TEST(ActionFor, decision_isGrantedToTheRoleThatTheLifeCycleNames)
{
    for (CertificateAction action : certificateActions()) {
        const auto by = termsOf(action).by;
        if (!by)
            continue;
        for (Role role : allValues<Role>())
            EXPECT_EQ(roleGrants(role, actionFor(action)), role == *by)
                << qPrintable(token(action)) << ' ' << qPrintable(token(role));
    }
}

TEST(ActionFor, building_aMergeIsAnActionOfItsOwn)
{
    const auto named = [](ChangeKind kind, const QString &step) {
        const auto action = actionFor(Entity::Building, kind, step);
        return action ? token(*action) : QString();
    };
    EXPECT_EQ(named(ChangeKind::Patch, kMergeStep), QStringLiteral("merge_building"));
    EXPECT_EQ(named(ChangeKind::Patch, {}), QStringLiteral("edit_building"));
    EXPECT_EQ(named(ChangeKind::Create, kMergeStep), QStringLiteral("register_building"));
}

TEST(ActionFor, finding_wordsAndEachStepHaveTheirOwnAction)
{
    const auto named = [](ChangeKind kind, const char *step) {
        const auto action = actionFor(Entity::Finding, kind, QLatin1String(step));
        return action ? token(*action) : QString();
    };
    EXPECT_EQ(named(ChangeKind::Create, ""), QStringLiteral("raise_finding"));
    EXPECT_EQ(named(ChangeKind::Patch, ""), QStringLiteral("edit_finding"));
    EXPECT_EQ(named(ChangeKind::Delete, ""), QStringLiteral("remove_finding"));
    EXPECT_EQ(named(ChangeKind::Submit, ""), QString());
    for (const auto &[step, action] : {std::pair{"fix", "fix_finding"},
                                       {"reopen", "fix_finding"},
                                       {"verify", "verify_finding"},
                                       {"waive", "waive_finding"},
                                       {"restore", "waive_finding"}}) {
        EXPECT_EQ(named(ChangeKind::Patch, step), QLatin1String(action));
        EXPECT_EQ(named(ChangeKind::Create, step), QString()) << "a step that calls itself a creation";
        EXPECT_EQ(named(ChangeKind::Delete, step), QString());
    }
}

TEST(Seeing, everyEntity_isReadUnderItsOwnAction)
{
    for (Entity entity : allValues<Entity>()) {
        const QString want = entity == Entity::Policy || entity == Entity::Standard || entity == Entity::Demand
                                 ? QStringLiteral("see_reference")
                                 : QStringLiteral("see_") + token(entity);
        EXPECT_EQ(token(seeing(entity)), want);
    }
}

} // namespace
} // namespace markaz
