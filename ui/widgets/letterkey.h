// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeyEvent;

namespace markaz::ui {

/// The key of \p event as Qt::Key, for keys that stand for an action by their letter (Y, N, A, ...). Where the layout
/// puts a letter of another script on the key, as an Urdu layout does, it is the Latin letter that the same key has on
/// a QWERTY keyboard, which is what such keyboards have printed beside it. What has no such letter, or comes without
/// the key's place (of a keyboard on the screen, say), is event.key() as it is.
int letterKey(const QKeyEvent &event);

} // namespace markaz::ui
