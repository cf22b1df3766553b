// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/deskfixture.h"
#include "ui/pages/buildings/buildingform.h"

namespace markaz::ui::test {

/// The form of a new building, shown.
class FormFixture : public DeskFixture
{
protected:
    std::unique_ptr<BuildingForm> m_form;

    void SetUp() override
    {
        DeskFixture::SetUp();
        m_form = std::make_unique<BuildingForm>(services());
        m_form->resize(1366, 640);
        present(*m_form);
        m_form->openNew();
    }
    void TearDown() override { leave(m_form); }
};

} // namespace markaz::ui::test
