// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace markaz {

/// Registers the compiled-in translations under ":/markaz/translations/"; called by LanguageSwitch.
void initTranslations();

} // namespace markaz
