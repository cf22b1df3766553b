// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/deskfixture.h"
#include "ui/pages/inspection/inspectionpage.h"

namespace markaz::ui::test {

/// The codes of the rows that an inspection page shows, sorted.
inline QStringList shownCodes(QWidget &page)
{
    settle();
    QStringList codes;
    const auto rows = page.findChildren<ItemRow *>();
    for (const ItemRow *row : rows) {
        if (row->isVisibleTo(&page))
            codes.append(row->code());
    }
    codes.sort();
    return codes;
}

/// An inspection page, shown.
class ChecklistFixture : public DeskFixture
{
protected:
    std::unique_ptr<InspectionPage> m_page;

    void open(const QString &id, const Actor &actor)
    {
        leave(m_page);
        m_page = std::make_unique<InspectionPage>(services(actor));
        m_page->resize(1366, 640);
        present(*m_page);
        m_page->open(id);
        settle();
    }
    void open(const QString &id) { open(id, m_me); }
    void TearDown() override { leave(m_page); }
    /// Leads to the item; its row.
    ItemRow *at(const char *code)
    {
        m_page->goToItem(QLatin1String(code));
        ItemRow *row = rowFor(*m_page, code);
        if (row == nullptr)
            qFatal("no row %s", code);
        return row;
    }
};

} // namespace markaz::ui::test
