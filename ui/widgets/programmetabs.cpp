// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/programmetabs.h"

#include "ui/deskpages.h"
#include "ui/widgets/pageheader.h"

namespace markaz::ui {

ProgrammeTabs::ProgrammeTabs(Role role, const QString &page, PageHeader *header)
    : SegmentedControl(header)
{
    setObjectName(QStringLiteral("programmeTabs"));
    setAccessibleName(tr("Pages of the programme"));
    const QHash<QString, QString> words{{page::kLoans, tr("Loans")},
                                        {page::kScenario, tr("Scenario")},
                                        {page::kDemand, tr("Next centres")},
                                        {page::kPolicy, tr("Policy")}};
    QList<Segment> segments;
    for (const QString &id : programmePages(role))
        segments.append({id, words.value(id), {}});
    setSegments(segments);
    setCurrent(page);
    setVisible(segments.size() > 1);
    header->addBeside(this);
    connect(this, &SegmentedControl::chosen, this, [this, page](const QString &id) {
        setCurrent(page); // it is found like that when the person comes back
        if (id != page)
            Q_EMIT pageRequested(id);
    });
}

QStringList programmePages(Role role)
{
    switch (role) {
    case Role::Officer:
    case Role::Auditor:
        return {page::kLoans, page::kScenario, page::kDemand, page::kPolicy};
    case Role::Administrator:
        return {page::kPolicy, page::kDemand};
    case Role::Inspector:
        break;
    }
    return {};
}

} // namespace markaz::ui
