// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

namespace markaz {

/// The code that people say and write for a building: three letters of its city and four digits, "LHE-0042".
class BuildingCode
{
public:
    static Result<BuildingCode> parse(const QString &text);
    /// \p prefix: three capital letters; \p number: 1 to 9999.
    static Result<BuildingCode> make(const QString &prefix, int number);

    const QString &toString() const { return m_text; }
    QString prefix() const { return m_text.left(3); }
    int number() const { return m_text.mid(4).toInt(); }
    friend bool operator==(const BuildingCode &, const BuildingCode &) = default;

private:
    explicit BuildingCode(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

} // namespace markaz
