// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace markaz::ui {

enum class Language { English, Urdu };

/// The language in use: what LanguageSwitch or applyTheme has set (setlanguage.h); English before.
Language currentLanguage();
inline bool isUrdu()
{
    return currentLanguage() == Language::Urdu;
}

} // namespace markaz::ui
