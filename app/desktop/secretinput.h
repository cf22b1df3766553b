// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextStream>

namespace markaz::desktop {

/// The lines of standard input, one after the other; asked for, and not shown, where a person types them.
class SecretInput
{
public:
    /// The next line; empty when there is none. \p prompt goes to standard error.
    QString line(const QString &prompt);

private:
    QTextStream m_input{stdin};
};

} // namespace markaz::desktop
