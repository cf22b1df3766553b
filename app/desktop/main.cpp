// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline.h"
#include "app/desktop/selfprotection.h"

#ifdef __SANITIZE_ADDRESS__
/// What the leak check of an ASan build passes over in this program alone. 2026-11-29: QThread::wait() returns before
/// its thread has given back what OpenSSL keeps for each thread. Where main() returns meanwhile, OpenSSL's own clean-up
/// at exit forgets those blocks; thirty lines of Qt with one request and no code of ours lose the same 57 blocks in 6
/// of 40 runs.
extern "C" const char *__lsan_default_suppressions(); // NOLINT(bugprone-reserved-identifier): the sanitizer's name
extern "C" const char *__lsan_default_suppressions()  // NOLINT(bugprone-reserved-identifier)
{
    return "leak:CRYPTO_zalloc\n";
}
#endif

int main(int argc, char *argv[])
{
    markaz::desktop::protectProcess();
    return markaz::desktop::runDesktop(argc, argv);
}
