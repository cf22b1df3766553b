#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Markaz developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the pictures of resources/pictures anew: each page in light, dark and Urdu as the ui tests render it (1366x690, sample
# content), and the tour's steps. Needs a finished build (packaging/bootstrap build).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

build=build/dev
pictures=resources/pictures
export QT_QPA_PLATFORM=offscreen

echo "[1/3] Rendering the pages"
"$build/tests/ui/pages/test_ui_pages" --gtest_filter='*Gallery*' --gtest_brief=1
"$build/tests/ui/centres/test_ui_centres" --gtest_filter='*Gallery*' --gtest_brief=1
"$build/tests/ui/loans/test_ui_loans" --gtest_filter='*Gallery*' --gtest_brief=1
"$build/tests/ui/policy/test_ui_policy" --gtest_filter='*Gallery*' --gtest_brief=1
"$build/tests/ui/demand/test_ui_demand" --gtest_filter='*Gallery*' --gtest_brief=1
"$build/tests/ui/scenario/test_ui_scenario" --gtest_filter='*Gallery*' --gtest_brief=1
"$build/tests/ui/test_ui_dashboard" --gtest_filter='*Picture*' --gtest_brief=1
"$build/tests/ui/evidence/test_ui_evidence" --gtest_filter='*Gallery*' --gtest_brief=1
/usr/bin/python3 tests/app/api/verifypage_test.py "$build/app/server/markaz-server" "$(command -v chromedriver)" \
    "$(command -v chromium)" "$build/gallery" # the public page, on a phone
/usr/bin/python3 tests/app/api/centrespage_test.py "$build/app/server/markaz-server" "$(command -v chromedriver)" \
    "$(command -v chromium)" "$build/gallery"
echo "[2/3] Doing the tour"
"$build/app/desktop/markaz" --tour "$build/tour-pictures" > "$build/log-pictures.txt" 2>&1 || {
    tail -n 5 "$build/log-pictures.txt" >&2
    exit 1
}
echo "[3/3] Copying"
mkdir -p "$pictures"
rm -f "$pictures"/page-*.png "$pictures"/tour-*.png
cp "$build"/gallery/page-*.png "$pictures"/
for look in light dark urdu; do
    cp "$build/gallery/dashboard-$look.png" "$pictures/page-dashboard-$look.png"
done
for picture in viewer marks marked signature signed camera list; do
    for look in light dark urdu; do
        cp "$build/gallery/files-$picture-$look.png" "$pictures/page-photo-$picture-$look.png"
    done
done
for name in my-work inspection-done review certificate dashboard-after monthly-report appeals centres loans scenario next-centres policy verify; do
    cp "$build"/tour-pictures/[0-9][0-9]-"$name".png "$pictures/tour-$name.png"
done
{
    echo "# Pictures"
    echo "Every page in light, dark and Urdu, on sample content, and steps of the tour. Made by \`packaging/dev/pictures.sh\`."
    for light in "$pictures"/page-*-light.png; do
        page=$(basename "$light" -light.png)
        printf '\n## %s\n' "${page#page-}"
        for look in light dark urdu; do
            [[ ! -f $pictures/$page-$look.png ]] || printf '![%s, %s](%s-%s.png)\n' "${page#page-}" "$look" "$page" "$look"
        done
    done
    printf '\n## The tour\n'
    for step in "$pictures"/tour-*.png; do
        name=$(basename "$step" .png)
        printf '![%s](%s.png)\n' "${name#tour-}" "$name"
    done
} > "$pictures/README.md"
echo "$(find "$pictures" -name '*.png' | wc -l) pictures in $pictures"
