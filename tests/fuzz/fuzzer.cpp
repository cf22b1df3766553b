// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer's door to the target that CMake names.
#include "tests/fuzz/targets.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

using namespace markaz::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Target *target = [] {
        for (const Target &one : kTargets) {
            if (std::strcmp(one.name, MARKAZ_FUZZ_TARGET) == 0)
                return &one;
        }
        std::abort();
    }();
    target->run(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
