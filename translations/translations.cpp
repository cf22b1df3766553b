// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/translations.h"

#include <QDir>

// Q_INIT_RESOURCE declares an extern symbol and so must stand outside any namespace.
static void initCompiledTranslations()
{
    Q_INIT_RESOURCE(markaz_translations);
}

namespace markaz {

void initTranslations()
{
    initCompiledTranslations();
}

} // namespace markaz
