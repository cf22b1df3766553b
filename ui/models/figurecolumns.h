// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporting/tablefile.h"
#include "core/storage/figurerows.h"
#include "ui/services.h"
#include "ui/widgets/status.h"

#include <optional>

/// What is shown, and written into files, of the rows behind a figure: each kind of record has its columns.
namespace markaz::ui::figurecolumns {

enum class Column {
    Code,
    Building,
    City,
    Province,
    Tier,
    Area,
    VisitKind,
    Day,
    Score,
    Verdict,
    State,
    Answer,
    Number,
    Grade,
    Seats,
    Issued,
    Until,
    Centre,
    Month,
    Taken,
    Freelancers,
    OtherStaff,
    Rate,
    Bank,
    Principal,
    Markup,
    Tenor,
    LoanState,
    Since,
};

/// On screen, in their order; the first is the building's code.
QList<Column> shown(const FigureAsked &asked);
/// In a file: what is shown, and province and tier beside it.
QList<Column> written(const FigureAsked &asked);
QString key(Column column); ///< in GeoJSON
QString title(Column column);
bool isFigure(Column column); ///< stands at the trailing side
QString text(Column column, const FigureRow &row, const FigureAsked &asked, const Services &services);
std::optional<ChipContent> chip(Column column, const FigureRow &row);
/// As a file holds it. \p tokens: what stays the same in every language, for map programs.
TableCell cell(Column column, const FigureRow &row, const FigureAsked &asked, const Services &services, bool tokens);

} // namespace markaz::ui::figurecolumns
