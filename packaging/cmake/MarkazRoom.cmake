# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# markaz_room(NAME [MOC] [RECURSE] DOORS room... LINK library...)
#   One static library markaz_NAME from the sources of the calling folder. DOORS names the rooms that it may
#   include (packaging/dev/layers.sh holds the same table and checks the includes themselves); LINK the libraries
#   that it needs. Everything is linked PUBLIC: a room's headers show its doors' types.
#
# markaz_test(NAME LABEL label LINK library... [SOURCES file...])
#   One GoogleTest executable, and one ctest of its name, from the calling folder's *_test.cpp (or SOURCES).
#
# markaz_timeout(TEST SECONDS)
#   When a ctest that runs a program of ours is given up; a sanitizer makes it, and what it starts, some times slower.
function(markaz_room name)
    cmake_parse_arguments(ARG "MOC;RECURSE" "" "DOORS;LINK" ${ARGN})
    if(ARG_RECURSE)
        file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp *.h)
    else()
        file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h)
    endif()
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    list(TRANSFORM ARG_DOORS PREPEND markaz_)
    if(NOT sources MATCHES "\\.cpp")
        add_library(markaz_${name} INTERFACE) # headers only
        target_include_directories(markaz_${name} INTERFACE ${CMAKE_SOURCE_DIR})
        target_link_libraries(markaz_${name} INTERFACE ${ARG_DOORS} ${ARG_LINK})
        return()
    endif()
    add_library(markaz_${name} STATIC ${sources})
    target_include_directories(markaz_${name} PUBLIC ${CMAKE_SOURCE_DIR})
    if(ARG_MOC)
        set_target_properties(markaz_${name} PROPERTIES AUTOMOC ON)
    endif()
    target_link_libraries(markaz_${name} PUBLIC ${ARG_DOORS} ${ARG_LINK})
endfunction()

function(markaz_test name)
    cmake_parse_arguments(ARG "MOC" "LABEL;TIMEOUT" "LINK;SOURCES" ${ARGN})
    if(NOT ARG_SOURCES)
        file(GLOB ARG_SOURCES CONFIGURE_DEPENDS *_test.cpp *_main.cpp)
    endif()
    if(NOT ARG_SOURCES)
        return()
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
    if(ARG_MOC)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
    endif()
    target_link_libraries(${name} PRIVATE ${ARG_LINK} markaz_testpaths GTest::gtest GTest::gmock)
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 600)
    endif()
    # 2026-11-24: one ctest an executable, not one a TEST (gtest_discover_tests). A process for each of some 1,500 tests
    # took longer to start than to test, and a suite that starts PostgreSQL or runs the tour once would do it for each of
    # its tests. A failure still names its TEST in the output, and --gtest_filter runs one alone.
    add_test(NAME ${name} COMMAND ${name} --gtest_brief=1)
    set_tests_properties(${name} PROPERTIES LABELS ${ARG_LABEL})
    markaz_timeout(${name} ${ARG_TIMEOUT})
endfunction()

function(markaz_timeout name seconds)
    if(MARKAZ_SANITIZE)
        math(EXPR seconds "${seconds} * 4")
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${seconds})
endfunction()
