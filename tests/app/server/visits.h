// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/server/testserver.h"

namespace markaz::server::test {

/// The people and the building that tests of inspections and certificates need, in Sialkot (tier 2).
class Visits : public OnBoth
{
protected:
    Visits();

    QJsonObject draftFields(const QString &inspector);
    /// A draft of a new inspection by the inspector, pushed; its id.
    QString draft();
    /// The submit of \p id with perfect answers, those of \p failing made to fail; \p claimed replaces the score.
    /// \p by: another standard than the built-in one; the draft has to name it.
    Change submit(const QString &id, const QStringList &failing = {}, const QJsonObject &claimed = {},
                  const Standard *by = nullptr);
    Change review(const QString &inspection, const QString &decision, const Session &by,
                  const QString &reason = QStringLiteral("As seen."));
    /// draft, submit and accept; the inspection's id.
    QString accepted(const QStringList &failing = {});
    Change issue(const QString &inspection, const QString &grade = QStringLiteral("full"),
                 const QString &kind = QStringLiteral("issue"));
    Change stateChange(const QString &certificate, const QString &kind,
                       const QString &reason = QStringLiteral("Reason."));
    /// The certificate of an inspection; empty when it has none.
    std::optional<StoredRecord> certificateOf(const QString &inspection);

    Session inspector = server.join(QStringLiteral("inspector.one"), Role::Inspector, {QStringLiteral("PK-PB")});
    Session officer = server.join(QStringLiteral("officer.one"), Role::Officer, {QStringLiteral("PK-PB")});
    QString building;
};

} // namespace markaz::server::test
