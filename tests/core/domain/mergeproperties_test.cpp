// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Properties of the merge that hold for every record, whoever changed what: a base, and records that grew from it on
// several laptops and on the server. A failure prints the seed that repeats it.
#include "core/domain/merge.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

using namespace markaz;

namespace {

/// An inspection has all that merges differently: plain fields, maps, an object, groups, and here an unknown field.
const RecordSpec &spec()
{
    return specOf(Entity::Inspection);
}

const QStringList &paths()
{
    static const QStringList all{
        QStringLiteral("standard"),     QStringLiteral("visit_outcome"),   QStringLiteral("revision"),
        QStringLiteral("state"),        QStringLiteral("latitude_e6"),     QStringLiteral("longitude_e6"),
        QStringLiteral("accuracy_m"),   QStringLiteral("position_source"), QStringLiteral("score"),
        QStringLiteral("answers.A-01"), QStringLiteral("answers.A-02"),    QStringLiteral("answers.C-07"),
        QStringLiteral("notes.A-01"),   QStringLiteral("notes.C-07"),      QStringLiteral("of_a_newer_program")};
    return all;
}

/// Few different values, so that two people often want the same, and often not. 0 stands for no value.
QJsonValue valueNumber(int number)
{
    switch (number) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return QStringLiteral("one");
    case 2:
        return 2;
    default:
        return QJsonObject{{QStringLiteral("value"), QStringLiteral("three")}};
    }
}

QJsonObject anyRecord()
{
    QJsonObject record;
    for (const QString &path : paths())
        setValueAt(record, path, valueNumber(*rc::gen::inRange(0, 4)));
    return record;
}

/// \p from with some paths changed.
QJsonObject grownFrom(const QJsonObject &from)
{
    QJsonObject record = from;
    for (const QString &path : paths()) {
        if (*rc::gen::inRange(0, 3) == 0)
            setValueAt(record, path, valueNumber(*rc::gen::inRange(0, 4)));
    }
    return record;
}

FieldChanges steps(const QJsonObject &from, const QJsonObject &to)
{
    return differences(spec(), from, to);
}

QStringList conflictPaths(const MergeResult &result)
{
    QStringList list;
    for (const FieldConflict &conflict : result.conflicts)
        list.append(conflict.path);
    return list;
}

QString groupOf(const QString &path)
{
    const FieldSpec *field = spec().find(path);
    return field == nullptr ? QString() : field->group;
}

QStringList groupNames()
{
    return {QStringLiteral("position"), QStringLiteral("state")};
}

/// The values of one group's fields that a client may write.
QList<QJsonValue> groupOf(const QJsonObject &record, const QString &group)
{
    QList<QJsonValue> values;
    for (const QString &path : paths()) {
        if (groupOf(path) == group)
            values.append(valueAt(record, path));
    }
    return values;
}

} // namespace

RC_GTEST_PROP(DifferencesProperty, applied_givesTheOtherRecord, ())
{
    const QJsonObject a = anyRecord();
    const QJsonObject b = anyRecord();
    RC_ASSERT(applied(a, steps(a, b)) == b);
    RC_ASSERT(steps(a, a).isEmpty());
}

RC_GTEST_PROP(DifferencesProperty, everyStep_isTrueOfBothRecordsAndOnlyGroupsBringUnchangedOnes, ())
{
    const QJsonObject a = anyRecord();
    const QJsonObject b = grownFrom(a);
    const FieldChanges changes = steps(a, b);
    for (const QString &path : paths()) {
        if (valueAt(a, path) != valueAt(b, path))
            RC_ASSERT(changes.contains(path));
    }
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        RC_ASSERT(it->before == valueAt(a, it.key()));
        RC_ASSERT(it->after == valueAt(b, it.key()));
        RC_ASSERT(it->before != it->after || !groupOf(it.key()).isEmpty());
    }
}

RC_GTEST_PROP(MergeProperty, onAnUntouchedServer_givesExactlyWhatTheAuthorSaw, ())
{
    const QJsonObject base = anyRecord();
    const QJsonObject laptop = grownFrom(base);
    const MergeResult result = merge(spec(), base, steps(base, laptop));
    RC_ASSERT(result.fields == laptop);
    RC_ASSERT(result.conflicts.isEmpty());
    RC_ASSERT(result.taken == (laptop != base));
}

RC_GTEST_PROP(MergeProperty, nothingIsLost_eachChangedPathIsInForceOrInConflict, ())
{
    const QJsonObject base = anyRecord();
    const QJsonObject server = grownFrom(base);
    const FieldChanges changes = steps(base, grownFrom(base));
    const MergeResult result = merge(spec(), server, changes);
    const QStringList conflicts = conflictPaths(result);
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const bool inForce = valueAt(result.fields, it.key()) == it->after;
        RC_ASSERT(inForce != conflicts.contains(it.key()));
    }
    RC_ASSERT(std::is_sorted(conflicts.begin(), conflicts.end()));
    for (const FieldConflict &conflict : result.conflicts) {
        RC_ASSERT(conflict.base == changes.value(conflict.path).before);
        RC_ASSERT(conflict.client == changes.value(conflict.path).after);
        RC_ASSERT(conflict.server == valueAt(server, conflict.path));
    }
}

RC_GTEST_PROP(MergeProperty, serverValueStays_whereThereIsAConflictAndWhereNobodyAsked, ())
{
    const QJsonObject base = anyRecord();
    const QJsonObject server = grownFrom(base);
    const FieldChanges changes = steps(base, grownFrom(base));
    const MergeResult result = merge(spec(), server, changes);
    const QStringList conflicts = conflictPaths(result);
    for (const QString &path : paths()) {
        if (!changes.contains(path) || conflicts.contains(path))
            RC_ASSERT(valueAt(result.fields, path) == valueAt(server, path));
    }
    RC_ASSERT(result.taken == (result.fields != server));
}

RC_GTEST_PROP(MergeProperty, aFieldThatOnlyTheAuthorChanged_isNeverAConflictOutsideGroups, ())
{
    const QJsonObject base = anyRecord();
    const QJsonObject server = grownFrom(base);
    const FieldChanges changes = steps(base, grownFrom(base));
    for (const QString &path : conflictPaths(merge(spec(), server, changes))) {
        if (groupOf(path).isEmpty())
            RC_ASSERT(valueAt(server, path) != valueAt(base, path));
    }
}

RC_GTEST_PROP(MergeProperty, aGroupInWhichNobodyStandsInTheWay_isTakenWhole, ())
{
    const QJsonObject base = anyRecord();
    const QJsonObject server = grownFrom(base);
    const FieldChanges changes = steps(base, grownFrom(base));
    const QStringList conflicts = conflictPaths(merge(spec(), server, changes));
    for (const QString &group : groupNames()) {
        bool inTheWay = false;
        bool inConflict = false;
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            if (groupOf(it.key()) != group)
                continue;
            const QJsonValue now = valueAt(server, it.key());
            inTheWay = inTheWay || (now != it->before && now != it->after);
            inConflict = inConflict || conflicts.contains(it.key());
        }
        RC_ASSERT(inTheWay == inConflict);
    }
}

RC_GTEST_PROP(MergeProperty, theSameChangeTwice_changesNothingMore, ())
{
    const QJsonObject base = anyRecord();
    const FieldChanges changes = steps(base, grownFrom(base));
    const MergeResult once = merge(spec(), grownFrom(base), changes);
    const MergeResult twice = merge(spec(), once.fields, changes);
    RC_ASSERT(twice.fields == once.fields);
    RC_ASSERT(!twice.taken);
    RC_ASSERT(conflictPaths(twice) == conflictPaths(once));
}

RC_GTEST_PROP(MergeProperty, groupsNeverMix_allOfItIsTheServersOrAllTheAuthors, ())
{
    const QJsonObject base = anyRecord();
    const QJsonObject server = grownFrom(base);
    const QJsonObject laptop = grownFrom(base);
    const MergeResult result = merge(spec(), server, steps(base, laptop));
    for (const QString &group : groupNames()) {
        const auto merged = groupOf(result.fields, group);
        RC_ASSERT(merged == groupOf(server, group) || merged == groupOf(laptop, group));
    }
}

RC_GTEST_PROP(MergeProperty, disjointChanges_comeToTheSameInBothOrders, ())
{
    const QJsonObject base = anyRecord();
    // Each path, and each group as a whole, belongs to one of the two authors.
    QJsonObject first = base;
    QJsonObject second = base;
    QMap<QString, bool> ownerOfGroup;
    for (const QString &group : groupNames())
        ownerOfGroup.insert(group, *rc::gen::arbitrary<bool>());
    for (const QString &path : paths()) {
        const bool isFirsts = ownerOfGroup.value(groupOf(path), *rc::gen::arbitrary<bool>());
        setValueAt(isFirsts ? first : second, path, valueNumber(*rc::gen::inRange(0, 4)));
    }
    const FieldChanges one = steps(base, first);
    const FieldChanges two = steps(base, second);
    const MergeResult oneThenTwo = merge(spec(), merge(spec(), base, one).fields, two);
    const MergeResult twoThenOne = merge(spec(), merge(spec(), base, two).fields, one);
    RC_ASSERT(oneThenTwo.fields == twoThenOne.fields);
    RC_ASSERT(oneThenTwo.conflicts.isEmpty());
    RC_ASSERT(twoThenOne.conflicts.isEmpty());
    RC_ASSERT(oneThenTwo.fields == applied(applied(base, one), two));
}

RC_GTEST_PROP(MergeProperty, severalLaptops_everyWishIsInForceOvertakenOrInConflict, ())
{
    const QJsonObject base = anyRecord();
    const int laptops = *rc::gen::inRange(2, 6);
    QJsonObject server = base;
    for (int i = 0; i < laptops; ++i) {
        const FieldChanges changes = steps(base, grownFrom(base));
        const QJsonObject before = server;
        const MergeResult result = merge(spec(), server, changes);
        server = result.fields;
        // Whoever comes first in the server's order wins; the others are told, field by field.
        for (const FieldConflict &conflict : result.conflicts)
            RC_ASSERT(valueAt(server, conflict.path) == valueAt(before, conflict.path));
        for (auto it = changes.begin(); it != changes.end(); ++it)
            RC_ASSERT(valueAt(server, it.key()) == it->after || conflictPaths(result).contains(it.key()));
    }
}

RC_GTEST_PROP(RebasedProperty, whatIsPending_isWhatItsAuthorSees, ())
{
    const QJsonObject base = anyRecord();
    const QJsonObject first = grownFrom(base);
    const QJsonObject second = grownFrom(first);
    RC_ASSERT(rebased(base, {steps(base, first), steps(first, second)}) == second);
    const QJsonObject server = grownFrom(base);
    const FieldChanges changes = steps(base, first);
    const QJsonObject shown = rebased(server, {changes});
    for (const QString &path : paths())
        RC_ASSERT(valueAt(shown, path) == (changes.contains(path) ? changes.value(path).after : valueAt(server, path)));
}
