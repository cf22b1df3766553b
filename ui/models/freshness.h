// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace markaz::ui {

/// When a list reads its records anew: at once while it is on screen, else when it is shown again.
class Freshness
{
public:
    explicit Freshness(std::function<void()> reload)
        : m_reload(std::move(reload))
    {
    }
    void setActive(bool active)
    {
        m_active = active;
        if (m_active && m_stale)
            m_reload();
    }
    /// Something changed that the list may show.
    void changed()
    {
        m_stale = true;
        if (m_active)
            m_reload();
    }
    /// The list has read its records.
    void refreshed() { m_stale = false; }

private:
    std::function<void()> m_reload;
    bool m_active = false;
    bool m_stale = true;
};

} // namespace markaz::ui
