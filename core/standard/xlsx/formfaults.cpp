// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/xlsx/formfaults.h"

#include <algorithm>

namespace markaz {

bool FormFaults::has(const QString &sheet, int row, const QString &column) const
{
    return std::any_of(m_faults.begin(), m_faults.end(), [&](const StandardFault &fault) {
        return fault.row == row && fault.sheet == sheet && fault.place == column;
    });
}

bool FormFaults::hasRow(const QString &sheet, int row) const
{
    return std::any_of(m_faults.begin(), m_faults.end(),
                       [&](const StandardFault &fault) { return fault.row == row && fault.sheet == sheet; });
}

void FormFaults::sort()
{
    static const QStringList order{QStringLiteral("survey"), QStringLiteral("choices"), QStringLiteral("settings"),
                                   QStringLiteral("tiers")};
    const auto placeOf = [](const StandardFault &fault) {
        const qsizetype place = order.indexOf(fault.sheet.trimmed().toLower());
        return place < 0 ? order.size() : place;
    };
    for (QList<StandardFault> *list : {&m_faults, &m_notes}) {
        std::stable_sort(list->begin(), list->end(), [&](const StandardFault &a, const StandardFault &b) {
            const auto left = placeOf(a);
            const auto right = placeOf(b);
            return left != right ? left < right : a.row < b.row;
        });
    }
}

void FormFaults::add(QList<StandardFault> &list, StandardFault fault)
{
    if (list.size() < kMost)
        list.append(std::move(fault));
    else if (&list == &m_faults)
        m_more = true;
}

} // namespace markaz
