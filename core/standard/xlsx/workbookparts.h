// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/xlsx/workbook.h"

#include <QHash>
#include <QXmlStreamReader>

#include <functional>
#include <memory>

class QuaZip;

namespace markaz {

/// The XML parts of a workbook's archive, inflated within its limits while they are read. Names stay names: nothing is
/// ever written anywhere.
class WorkbookParts
{
public:
    ~WorkbookParts();
    /// \p file and \p limits must outlive it.
    static Result<std::unique_ptr<WorkbookParts>> open(QIODevice &file, const WorkbookLimits &limits);

    bool has(const QString &name) const { return m_parts.contains(name); }
    /// Hands every token of the part's XML to \p take; what it returns in error ends the reading. A document type
    /// definition is refused, so nothing expands.
    Result<void> read(const QString &name, const std::function<Result<void>(QXmlStreamReader &)> &take);

private:
    explicit WorkbookParts(QIODevice &file, const WorkbookLimits &limits);
    Result<void> list();

    const WorkbookLimits &m_limits;
    std::unique_ptr<QuaZip> m_zip;
    QHash<QString, qint64> m_parts; ///< packed bytes by name
    qint64 m_total = 0;
};

} // namespace markaz
