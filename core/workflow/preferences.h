// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/changes.h"

#include <QJsonValue>

namespace markaz {

/// How an account has set up its pages on this laptop: the columns of a table, what the columns of a file mean. They
/// stand in the account's cache, owe the server nothing, and hold no personal data.
class Preferences
{
public:
    explicit Preferences(Workspace &workspace)
        : m_workspace(workspace)
    {
    }
    /// Undefined when it was never set, or by a program that wrote something else.
    Result<QJsonValue> value(const QString &name) const;
    Result<void> set(const QString &name, const QJsonValue &value);

private:
    Workspace &m_workspace;
};

} // namespace markaz
