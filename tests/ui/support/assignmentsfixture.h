// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/deskfixture.h"

namespace markaz::ui::test {

/// Inspectors of Punjab whose accounts are in use.
class AssignmentsFixture : public DeskFixture
{
protected:
    void inspector(const QString &id, const char *name)
    {
        put(Entity::Account,
            {{QStringLiteral("name"), QStringLiteral("sample.inspector")},
             {QStringLiteral("display_name"), QLatin1String(name)},
             {QStringLiteral("role"), QStringLiteral("inspector")},
             {QStringLiteral("provinces"), QJsonArray{markaz::test::cityOf("LHE").province}},
             {QStringLiteral("active"), true}},
            id);
    }
};

} // namespace markaz::ui::test
