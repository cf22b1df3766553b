// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

namespace markaz::ui {

/// What a person is told: what happened, what is safe, what to do next. Plain words, translated, each with its full
/// stop.
struct Sentence
{
    QString fact;
    QString safe; ///< may be empty
    QString next; ///< may be empty
    /// All three in one line, for accessible descriptions and logs of what was shown.
    QString plain() const;
};

namespace sentences {

/// The one place that turns an Error into words. Error::detail never reaches the screen (but for a fingerprint, see
/// trustwords.h); Error::where does when it names a field ("covered_area_sqft", "answers.C-02").
Sentence of(const Error &error);

/// Of what was to be written to \p path, a file that a person has named: an error of that file (StorageFull or
/// StorageFailed, with `where` the path as it was given) names it and says whether its disk is full; any other error,
/// such as one of the records that were to be written, is as of() has it. A page that has more to say of what is safe
/// puts it in the place of `safe`.
Sentence ofWriting(const Error &error, const QString &path);

} // namespace sentences
} // namespace markaz::ui
