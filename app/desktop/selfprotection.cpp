// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/selfprotection.h"

#include "core/support/log.h"

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#endif

namespace markaz::desktop {

void protectProcess()
{
#ifdef Q_OS_LINUX
    ::umask(S_IRWXG | S_IRWXO); // also for what the person exports: it is for others when the person says so
    const rlimit none{0, 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0)
        qCWarning(lcUi) << "core dumps could not be switched off";
        // 2026-11-28: but for the address sanitizer, whose leak check reads the process from outside.
#ifndef __SANITIZE_ADDRESS__
    if (::prctl(PR_SET_DUMPABLE, 0) != 0)
        qCWarning(lcUi) << "the process could not be closed to debuggers";
#endif
#endif
}

} // namespace markaz::desktop
