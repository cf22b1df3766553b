// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporting/tablefile.h"
#include "ui/pages/dashboard/dashboardcontent.h"

namespace markaz::ui::dashboard {

/// What the dashboard shows at one moment, to be written into a file.
struct Shown
{
    Question question;
    Answer answer;
    QStringList filter; ///< in words
    QDateTime at;       ///< when it was counted (UTC)
};

/// One figure of the dashboard as a row of a table.
struct FigureLine
{
    QString figure; ///< "Pipeline"
    QString row;    ///< "Inspected"; may be empty
    QString part;   ///< "Full"; may be empty
    TableCell value;
};

/// Every figure that the dashboard shows, in its order; first by what it is filtered and when it was counted.
QList<FigureLine> figureLines(const Shown &shown, const ProgrammePolicy &policy, const StandardCatalogue &standards,
                              const Gazetteer &gazetteer);
/// Writes these as \p format; GeoJson: the certified centres by city, each a point.
Result<void> writeFigures(TableFormat format, const QString &path, const Shown &shown, const ProgrammePolicy &policy,
                          const StandardCatalogue &standards, const Gazetteer &gazetteer);

} // namespace markaz::ui::dashboard
