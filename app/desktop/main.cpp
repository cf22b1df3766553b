// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline.h"
#include "app/desktop/selfprotection.h"

int main(int argc, char *argv[])
{
    markaz::desktop::protectProcess();
    return markaz::desktop::runDesktop(argc, argv);
}
