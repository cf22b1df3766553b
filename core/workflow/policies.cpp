// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/policies.h"

#include "core/security/permissions.h"
#include "core/storage/policyrepository.h"
#include "core/support/log.h"
#include "core/support/programmeday.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace markaz {
namespace {

Result<PolicyBody> compiledIn()
{
    QFile file(QStringLiteral(":/markaz/policy/programme-1.json"));
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::Internal, QStringLiteral("the policy is not compiled in"), file.fileName());
    return readPolicyBody(QJsonDocument::fromJson(file.readAll()).object());
}

Result<PolicyBody> bodyOf(const Workspace &workspace, const PolicyRow &row)
{
    const auto json = PolicyRepository(workspace.database).body(row.id);
    if (!json)
        return json.error();
    return readPolicyBody(json->value_or(QJsonObject()));
}

} // namespace

Result<QList<PolicyVersion>> policyVersions(const Workspace &workspace)
{
    const auto rows = PolicyRepository(workspace.database).rows();
    if (!rows)
        return rows.error();
    auto first = compiledIn();
    if (!first)
        return first.error();
    QList<PolicyVersion> versions;
    versions.reserve(rows->size() + 1);
    bool published = false;
    for (const PolicyRow &row : *rows) {
        auto body = bodyOf(workspace, row);
        published = published || row.version == first->figures.version;
        if (body)
            versions.append({std::move(body).value(), row.waiting});
        else
            qCWarning(lcStorage) << "version" << row.version << "of the policy cannot be read:" << body.error().detail;
    }
    if (!published)
        versions.append({std::move(first).value(), false});
    std::stable_sort(versions.begin(), versions.end(),
                     [](const PolicyVersion &a, const PolicyVersion &b) { return a.version() > b.version(); });
    return versions;
}

Result<PolicyBody> policyInForce(const Workspace &workspace, const QDate &day)
{
    const auto row = PolicyRepository(workspace.database).inForceOn(day);
    if (!row)
        return row.error();
    auto first = compiledIn();
    if (!first || !row.value() || (*row)->version <= first->figures.version)
        return first;
    return bodyOf(workspace, **row);
}

bool PublishPolicy::mayPublish(const Actor &actor)
{
    return may(actor, Action::EditPolicy, Subject::nationwide()).ok();
}

Result<PolicyBody> PublishPolicy::newest() const
{
    const auto versions = policyVersions(m_workspace);
    const auto rows = PolicyRepository(m_workspace.database).rows();
    if (!versions || !rows)
        return !versions ? versions.error() : rows.error();
    const PolicyVersion &first = versions->first();
    if (!rows->isEmpty() && rows->first().version > first.version())
        return makeError(ErrorCode::WrongState,
                         QStringLiteral("version %1 cannot be read by this program").arg(rows->first().version),
                         QStringLiteral("policy.unreadable"));
    return first.body;
}

Result<PolicyBody> PublishPolicy::proposal() const
{
    auto next = newest();
    if (!next)
        return next;
    ++next->figures.version;
    next->note.clear();
    next->from = std::max(next->from, programmeDay(m_workspace.clock.now()));
    next->figures.sources.remove(QStringLiteral("in_force_from"));
    return next;
}

Result<QList<FigureFault>> PublishPolicy::faults(const PolicyBody &next) const
{
    const auto before = newest();
    if (!before)
        return before.error();
    QList<FigureFault> all = policyFaults(next, m_gazetteer);
    for (const QString &section : notSourcedAnew(*before, next))
        all.append({FigureFault::Reason::NoText, FigureReader::join(section, "source"), 0, 0, {}});
    const QString from = QStringLiteral("in_force_from.value");
    if (!next.from.isValid())
        all.append({FigureFault::Reason::Missing, from, 0, 0, {}});
    else if (next.from < programmeDay(m_workspace.clock.now())) // what was computed since is not computed anew
        all.append({FigureFault::Reason::NoDay, from, 0, 0, {}});
    else if (before->from.isValid() && next.from < before->from)
        all.append({FigureFault::Reason::Order, from, 0, 0, {}});
    return all;
}

Result<std::optional<int>> PublishPolicy::waiting() const
{
    const auto rows = PolicyRepository(m_workspace.database).rows();
    if (!rows)
        return rows.error();
    const auto found = std::find_if(rows->begin(), rows->end(), [](const PolicyRow &row) { return row.waiting; });
    return found == rows->end() ? std::optional<int>() : std::optional(found->version);
}

Result<void> PublishPolicy::check(const Actor &actor, const PolicyBody &next) const
{
    if (auto allowed = may(actor, Action::EditPolicy, Subject::nationwide()); !allowed)
        return allowed;
    const auto other = waiting();
    if (!other)
        return other.error();
    if (*other)
        return makeError(ErrorCode::Exists, QStringLiteral("version %1 waits for the server's word").arg(**other),
                         QStringLiteral("policy.waiting"));
    const auto before = newest();
    if (!before)
        return before.error();
    if (next.figures.version != before->figures.version + 1)
        return makeError(ErrorCode::Exists, QStringLiteral("the next version is %1").arg(before->figures.version + 1),
                         QStringLiteral("policy.version"));
    const auto wrong = faults(next);
    if (!wrong)
        return wrong.error();
    if (!wrong->isEmpty())
        return wrong->first().error();
    const QList<PolicyChange> changes = changesBetween(*before, next);
    const bool unchanged = std::all_of(changes.begin(), changes.end(), [](const PolicyChange &change) {
        return change.section == QLatin1String("in_force_from");
    });
    if (unchanged)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no figure differs from the version before"),
                         QStringLiteral("policy.unchanged"));
    return {};
}

Result<Record> PublishPolicy::run(const Actor &actor, const PolicyBody &next)
{
    if (auto fits = check(actor, next); !fits)
        return fits.error();
    ChangeSet changes(m_workspace, actor);
    auto made = changes.create(
        Entity::Policy, {{QStringLiteral("version"), next.figures.version}, {QStringLiteral("body"), toJson(next)}});
    if (!made)
        return made.error();
    if (auto committed = changes.commit(); !committed)
        return committed.error();
    return made;
}

} // namespace markaz
