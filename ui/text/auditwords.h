// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The audit's words for people.
namespace markaz::ui::auditwords {

/// "sign_in" -> "Signed in"; a token that is not known here is shown as it is.
QString action(const QString &token);
/// "building" -> "Building", "file" -> "File"; empty for none.
QString entity(const QString &token);

} // namespace markaz::ui::auditwords
