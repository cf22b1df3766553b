// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/letterkey.h"

#include <QGuiApplication>
#include <QKeyEvent>

#include <array>

namespace markaz::ui {
namespace {

// 2026-11-30: by the place of the key and not by a table of letters: the layouts for Urdu (CRULP's and other phonetic
// ones, the national one, that of Windows) put different letters on the same keys, and the next layout others again.
constexpr int kFirstOfOtherScripts = 0x370; ///< Greek and behind: before it stand Latin letters and their accents
constexpr quint32 kXkbOffset = 8;           ///< of X11's and Wayland's key codes above those of the kernel

struct Row
{
    quint32 first; ///< the place of its first key: scan code set 1, which Linux's KEY_... numbers are too
    const char *letters;
};
constexpr std::array kRows{Row{16, "QWERTYUIOP"}, Row{30, "ASDFGHJKL"}, Row{44, "ZXCVBNM"}};

} // namespace

int letterKey(const QKeyEvent &event)
{
    if (event.key() < kFirstOfOtherScripts || event.key() > static_cast<int>(QChar::LastValidCodePoint))
        return event.key();
    const bool windows = QGuiApplication::platformName() == QLatin1String("windows");
    const quint32 place = event.nativeScanCode() - (windows ? 0 : kXkbOffset);
    for (const Row &row : kRows) {
        if (place >= row.first && place < row.first + qstrlen(row.letters))
            return row.letters[place - row.first]; // Qt::Key_A and so on are the letters' codes
    }
    return event.key();
}

} // namespace markaz::ui
