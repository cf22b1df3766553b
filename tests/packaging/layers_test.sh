#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packaging/dev/layers.sh on small trees: one forbidden line each, and trees of allowed lines only.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tests/packaging/expect.sh
source "$here/expect.sh"
layers=$here/../../packaging/dev/layers.sh

# refuses FILE LINE-OF-SOURCE SAID... - the line, put as line 3 of FILE in a tree of its own, is refused and named
refuses()
{
    local file=$1 source=$2 output code=0 said
    shift 2
    rm -rf "${work:?}"/*
    put "$file" $'// one\n// two\n'"$source"
    output=$("$layers" "$work" 2>&1) || code=$?
    expect_code 1 "$code" "$file: $source" "$output"
    for said in "$file:3: " "1 forbidden door" "$@"; do
        expect_text "$output" "$said" "$file: $source"
    done
}

# allows FILE LINE-OF-SOURCE
allows()
{
    local output code=0
    rm -rf "${work:?}"/*
    put "$1" $'// one\n// two\n'"$2"
    output=$("$layers" "$work" 2>&1) || code=$?
    expect_code 0 "$code" "$1: $2" "$output"
}

# Each room against the nearest that it must not know.
refuses core/support/a.h '#include "core/domain/record.h"' "no door from core/support to core/domain"
refuses core/domain/a.h '#include "core/standard/standard.h"' "no door from core/domain to core/standard"
refuses core/standard/a.cpp '#include "core/scoring/score.h"' "no door from core/standard to core/scoring"
refuses core/scoring/a.cpp '#include "core/storage/database.h"' "no door from core/scoring to core/storage"
refuses core/finance/a.cpp '#include "core/standard/standard.h"' "no door from core/finance to core/standard"
refuses core/security/a.cpp '#include "core/storage/database.h"' "no door from core/security to core/storage"
refuses core/protocol/a.cpp '#include "core/storage/database.h"' "no door from core/protocol to core/storage"
refuses core/storage/a.cpp '#include "core/security/secretkey.h"' "no door from core/storage to core/security"
refuses core/workflow/a.cpp '#include "core/sync/engine.h"' "no door from core/workflow to core/sync"
refuses core/sync/a.cpp '#include "core/workflow/changes.h"' "no door from core/sync to core/workflow"
refuses core/reporting/a.cpp '#include "core/storage/database.h"' "no door from core/reporting to core/storage"
refuses core/storage/a.cpp '#include "ui/text/labels.h"' "no door from core/storage to ui"
refuses core/sync/a.cpp '#include "app/server/api/httptypes.h"' "no door from core/sync to app/server/api"
refuses resources/a.cpp '#include "core/standard/standard.h"' "no door from resources to core/standard"
refuses ui/pages/a.cpp '#include "core/storage/cache.h"' "no door from ui to core/storage"
refuses ui/pages/a.cpp '#include "core/storage/outboxrepository.h"' "no door from ui to core/storage"
refuses ui/pages/a.cpp '#include "core/sync/engine.h"' "no door from ui to core/sync"
refuses app/server/api/a.cpp '#include "ui/text/labels.h"' "no door from app/server/api to ui"
refuses app/server/main.cpp '#include "core/reporting/certificatepdf.h"' "no door from app/server to core/reporting"
refuses app/server/store/a.cpp '#include "app/server/api/router.h"' "no door from app/server/store to app/server/api"
refuses app/server/store/a.cpp '#include "core/sync/engine.h"' "no door from app/server/store to core/sync"

# The library of the HTTP front.
refuses app/server/api/a.h '#include <boost/beast/http.hpp>' "only app/server/http may know it"
refuses app/server/store/a.h '#include <boost/asio.hpp>' "only app/server/http may know it"
refuses core/sync/a.h '#include <openssl/ssl.h>' "only app/server/http core/protocol may know it"
refuses app/desktop/a.h '#include <boost/asio/ip/tcp.hpp>' "only app/server/http may know it"

# Qt's modules: widgets below ui, print support anywhere, the network where it is not wanted.
refuses core/domain/a.cpp '#include <QMessageBox>' "core/domain may not use QtWidgets"
refuses core/domain/a.cpp '#include <QApplication>' "core/domain may not use QtWidgets"
refuses core/workflow/a.cpp '#include <QtWidgets>' "core/workflow may not use QtWidgets"
refuses core/workflow/a.cpp '#include <QtWidgets/QLabel>' "core/workflow may not use QtWidgets"
refuses core/reporting/a.cpp '#include <QChart>' "core/reporting may not use QtCharts"
refuses core/reporting/a.cpp '#include <QPrinter>' "core/reporting may not use QtPrintSupport"
refuses core/scoring/a.cpp '#include <QColor>' "core/scoring may not use QtGui"
refuses core/protocol/a.cpp '#include <QNetworkReply>' "core/protocol may not use QtNetwork"
refuses core/workflow/a.cpp '#include <QSqlQuery>' "core/workflow may not use QtSql"
refuses app/server/api/a.cpp '#include <QImage>' "app/server/api may not use QtGui"
refuses app/server/store/a.cpp '#include <QWidget>' "app/server/store may not use QtWidgets"
refuses ui/pages/a.cpp '#include <QSqlQuery>' "ui may not use QtSql"
refuses ui/pages/a.cpp '#include <QPrinter>' "ui may not use QtPrintSupport"

# What CMake links.
refuses core/domain/CMakeLists.txt 'markaz_room(domain DOORS support standard LINK Qt6::Core)' \
    "DOORS standard: no door from core/domain to core/standard"
refuses core/workflow/CMakeLists.txt 'markaz_room(workflow DOORS storage LINK Qt6::Core Qt6::Widgets)' \
    "core/workflow may not use QtWidgets"
refuses app/server/CMakeLists.txt 'target_link_libraries(markaz-server PRIVATE markaz_ui)' \
    "no door from app/server to ui"

# Singletons, and an include that is not from the root.
refuses ui/a.h 'static Settings &instance();' "no singletons"
refuses core/storage/a.cpp 'Database *instance()' "no singletons"
refuses core/domain/a.cpp '#include "record.h"' "from the root of the sources"

allows core/domain/a.cpp '#include "core/domain/record.h"'
allows core/scoring/a.cpp '#include "core/domain/record.h"'
allows core/workflow/a.cpp '#include "core/support/clock.h"'
allows core/workflow/a.cpp '#include "core/security/permissions.h"'
allows core/storage/a.cpp '#include <QSqlDatabase>'
allows core/sync/a.cpp '#include <QNetworkAccessManager>'
allows core/reporting/a.cpp '#include <QPdfWriter>'
allows core/domain/a.cpp '#include <QStringView>'
allows core/domain/a.cpp '#include <QtGlobal>'
allows core/domain/a.cpp '// as in #include <QWidget>'
allows ui/pages/a.cpp '#include "core/sync/syncstatus.h"'
allows ui/models/a.cpp '#include "core/storage/buildingrepository.h"'
allows ui/pages/a.cpp '#include <QtCharts/QChart>'
allows ui/CMakeLists.txt 'markaz_room(ui DOORS workflow reporting sync LINK Qt6::Widgets)'
allows ui/a.cpp 'QObject *a = QCoreApplication::instance();'
allows ui/a.cpp 'auto *a = static_cast<QApplication *>(QCoreApplication::instance());'
allows app/desktop/main.cpp '#include "core/sync/engine.h"'
allows app/server/http/a.cpp '#include <boost/beast/http.hpp>'
allows app/server/http/a.cpp '#include "app/server/api/httptypes.h"'
allows tests/ui/a.cpp '#include "core/storage/cache.h"'

# An empty folder is no clean bill of health.
rm -rf "${work:?}"/*
code=0
output=$("$layers" "$work" 2>&1) || code=$?
expect_code 2 "$code" "an empty folder" "$output"

finish
