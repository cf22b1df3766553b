// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline.h"

int main(int argc, char *argv[])
{
    return markaz::desktop::runDesktop(argc, argv);
}
