// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporting/report.h"
#include "core/workflow/inspections.h"
#include "ui/services.h"

class QWidget;

namespace markaz::ui {

class MessageArea;

/// An inspection on a few pages, in the language in use: what was visited, the verdict, the sections, what failed or
/// was not inspected with its note, the findings, and the signatures that were drawn. For the owner, and for the
/// inspector's own file.
Result<ReportDocument> inspectionReport(const Services &services, const QString &inspectionId);

/// Asks where to save it as PDF, does so, and tells of it in \p messages. \p page asks. Pictures are read and the file
/// is written in another thread, for sixty photos that nobody looked at before take seconds.
void saveInspectionReport(const Services &services, const QString &inspectionId, QWidget *page, MessageArea *messages);

} // namespace markaz::ui
