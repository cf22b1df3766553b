// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/resources.h"

#include <QDir>

// Q_INIT_RESOURCE declares an extern symbol and so must stand outside any namespace.
static void initCompiledData()
{
    Q_INIT_RESOURCE(markaz_data);
}

namespace markaz {

void initResources()
{
    initCompiledData();
}

} // namespace markaz
