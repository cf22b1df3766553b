// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"
#include "ui/widgets/segmentedcontrol.h"

namespace markaz::ui {

class PageHeader;

/// The pages of the programme (deskpages.h) beside the title of each of them: those that the role may see, of which
/// this one is chosen. Nothing is shown where there is no other.
class ProgrammeTabs final : public SegmentedControl
{
    Q_OBJECT
public:
    /// Stands in \p header, beside its title; \p page is the id of the page that it belongs to.
    ProgrammeTabs(Role role, const QString &page, PageHeader *header);

Q_SIGNALS:
    void pageRequested(const QString &id);
};

/// Those that \p role may see, in their order; the first one stands on the rail.
QStringList programmePages(Role role);

} // namespace markaz::ui
