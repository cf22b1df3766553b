# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Flags that hold for every target. Presets add the optimisation, the sanitizers and -Werror.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(MARKAZ_WERROR "Treat warnings as errors" OFF)
option(MARKAZ_HARDENED "Stack protector, FORTIFY, relro, now, PIE" OFF)
set(MARKAZ_SANITIZE "" CACHE STRING "Value of -fsanitize=, for example address,undefined")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    # base_dir and no hash_dir: every clone and build folder shares its hits.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}
        CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
endif()

# Some sixty test programs are linked: lld takes a quarter of the time. What is released is linked by the system's own.
find_program(LLD_PROGRAM ld.lld)
if(LLD_PROGRAM AND CMAKE_BUILD_TYPE STREQUAL "Debug")
    add_link_options(-fuse-ld=lld)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Woverloaded-virtual
                    -Wnon-virtual-dtor)
if(MARKAZ_WERROR)
    add_compile_options(-Werror)
endif()
add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_KEYWORDS QT_NO_FOREACH)

if(MARKAZ_HARDENED)
    include(CheckPIESupported)
    check_pie_supported()
    add_compile_options(-fstack-protector-strong -D_FORTIFY_SOURCE=2)
    add_link_options(-Wl,-z,relro,-z,now)
endif()
if(MARKAZ_SANITIZE)
    add_compile_options(-fsanitize=${MARKAZ_SANITIZE} -fno-omit-frame-pointer)
    if(MARKAZ_FUZZ)
        add_compile_options(-fno-sanitize-recover=all) # what is only said in passing would be lost
    endif()
    add_link_options(-fsanitize=${MARKAZ_SANITIZE})
endif()
