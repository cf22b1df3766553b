// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/language.h"
#include "ui/widgets/theme.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

namespace markaz::ui::test {

/// How a page may look: its name in pictures, colours and language.
using Look = std::tuple<const char *, ColourScheme, Language>;

/// The looks in which every gallery renders its pages.
inline auto everyLook()
{
    return testing::Values(Look("light", ColourScheme::Light, Language::English),
                           Look("dark", ColourScheme::Dark, Language::English),
                           Look("urdu", ColourScheme::Light, Language::Urdu));
}

inline std::string nameOfLook(const testing::TestParamInfo<Look> &look)
{
    return std::get<0>(look.param);
}

} // namespace markaz::ui::test
