// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/setlanguage.h"

#include <atomic>

namespace markaz::ui {
namespace {

std::atomic<Language> current = Language::English;

} // namespace

Language currentLanguage()
{
    return current.load(std::memory_order_relaxed);
}

void setCurrentLanguage(Language language)
{
    current.store(language, std::memory_order_relaxed);
}

} // namespace markaz::ui
