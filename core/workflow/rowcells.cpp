// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/rowcells.h"

#include "core/support/csvwriter.h"

namespace markaz {
namespace {

constexpr int kShown = 60; ///< characters of a bad value

} // namespace

QString RowCells::text(const char *field) const
{
    const qsizetype at = m_fields.indexOf(QLatin1String(field));
    return at >= 0 && at < m_row.cells.size() ? formulaKept(m_row.cells.at(at).trimmed()) : QString();
}

RowFault RowCells::fault(RowReason reason, const char *field, const QString &detail) const
{
    return {m_row.line, reason, QLatin1String(field), text(field).left(kShown),
            makeError(ErrorCode::InvalidValue, detail, QLatin1String(field))};
}

RowFault RowCells::missing(const char *field) const
{
    const QLatin1String name(field);
    return {m_row.line,
            RowReason::Refused,
            name,
            {},
            makeError(ErrorCode::Incomplete, QStringLiteral("%1 is missing").arg(name), name)};
}

std::optional<RowFault> RowCells::surplus() const
{
    for (qsizetype i = m_fields.size(); i < m_row.cells.size(); ++i) {
        if (!m_row.cells.at(i).trimmed().isEmpty())
            return fault(RowReason::Surplus, "",
                         QStringLiteral("the row has more cells than the first line has names"));
    }
    return std::nullopt;
}

} // namespace markaz
