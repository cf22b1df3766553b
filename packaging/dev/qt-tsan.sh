#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Qt's Core, Network and Sql with the thread sanitizer: packaging/dev/qt-tsan.sh
# Debian's Qt is not, so its locks and its events from thread to thread are not seen, and what they order is reported as a
# race. Takes the source of the Qt that is installed, with Debian's patches, and leaves in build/qt-tsan what
# packaging/dev/sanitize.sh tsan then runs with. It takes a while (half an hour on two busy processors), once; /usr stays as it is.
# Ends with 0 when it is built, 1 when not.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

(($# == 0)) || { sed -n '5,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0; }

here=$PWD/build/qt-tsan
libraries=lib/$(dpkg-architecture -q DEB_HOST_MULTIARCH)
version=$(dpkg-query -W -f '${Version}' qt6-base-dev)
log=$here/build.log
mkdir -p "$here/lists/partial"
exec 3>&1 >"$log" 2>&1
trap 'echo "qt-tsan.sh: it failed; the last lines of $log:" >&3; tail -n 20 "$log" >&3; exit 1' ERR

# From where the machine takes its packages; its own list, which may name no sources, stays as it is.
echo "Fetching qt6-base $version (log: $log)" >&3
# shellcheck disable=SC2016 # apt-get puts in what stands for
apt-get indextargets --format 'deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(SITE) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' 'Origin: Debian' 'Component: main' | sort -u >"$here/sources.list"
sources=(apt-get -o "Dir::Etc::SourceList=$here/sources.list" -o Dir::Etc::SourceParts=- -o "Dir::State::Lists=$here/lists")
"${sources[@]}" update
rm -rf "$here"/qt6-base-*/
(cd "$here" && "${sources[@]}" source "qt6-base=$version")

# moc and rcc are those of /usr; plugins that are not built here are found there too. Without forkfd_pidfd, or QProcess starts its
# children in the parent's memory, which the sanitizer takes for the end of the parent.
echo "Building" >&3
LANG=C.UTF-8 cmake -S "$here"/qt6-base-*/ -B "$here/build" -G Ninja -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS_RELEASE=-O1 -g1" \
    -DFEATURE_sanitize_thread=ON -DQT_FORCE_FIND_TOOLS=ON -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR="/usr/$libraries/cmake" \
    -DFEATURE_{gui,dbus,testlib,xml,concurrent,androiddeployqt}=OFF -DFEATURE_sql_{mysql,psql,odbc,ibase}=OFF \
    -DFEATURE_{glib,icu,system_sqlite}=ON -DFEATURE_{forkfd_pidfd,mimetype_database,relocatable,rpath}=OFF -DQT_BUILD_{EXAMPLES,TESTS}=OFF \
    -DCMAKE_INSTALL_PREFIX=/usr -DINSTALL_LIBDIR="$libraries" -DINSTALL_ARCHDATADIR="$libraries/qt6" \
    -DINSTALL_PLUGINDIR="$libraries/qt6/plugins" -DINSTALL_DATADIR=share/qt6 -DINSTALL_SYSCONFDIR=/etc/xdg \
    -DINSTALL_TRANSLATIONDIR=share/qt6/translations
ninja -C "$here/build" Core Network Sql QSQLiteDriverPlugin QTlsBackendOpenSSLPlugin
ln -sfn "build/$libraries" "$here/libraries"
echo "Built: $(cd "$here/libraries" && echo libQt6*.so.6)" >&3
