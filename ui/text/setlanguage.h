// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/language.h"

namespace markaz::ui {

/// What currentLanguage() answers from now on, with no word of it to anybody: for LanguageSwitch and applyTheme alone.
void setCurrentLanguage(Language language);

} // namespace markaz::ui
