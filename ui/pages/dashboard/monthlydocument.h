// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporting/monthlyreport.h"
#include "core/standard/catalogue.h"
#include "core/workflow/monthlyfacts.h"
#include "ui/text/sentences.h"

namespace markaz::ui {

/// The monthly report in the language in use. \p made: when (UTC) and for whom. Pure: no widget, no database.
MonthlyDocument monthlyDocument(const MonthlyFacts &facts, const Actor &actor, const QDateTime &made,
                                const Gazetteer &gazetteer, const StandardCatalogue &standards);

/// Why there is no report: the month, that it was stopped, or that the file at \p path cannot be written; everything
/// else as everywhere.
Sentence monthlySentence(const Error &error, const ProgrammePolicy &policy, const QString &path = {});

/// "markaz-report-2026-10.pdf", for the dialog.
QString monthlyFileName(const QDate &month);

} // namespace markaz::ui
