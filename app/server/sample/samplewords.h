// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace markaz::server::sample {

/// Invented names, put together from common words. People's and companies' names carry "(sample)".
struct Words
{
    QStringList givenNames;
    QStringList familyNames;
    QStringList companyWords;
    QStringList places; ///< of a street or a quarter
    QStringList uses;   ///< what the building was
    QStringList streets;
    QStringList notes;      ///< an inspector's words about an item that fails
    QStringList reasons;    ///< of a return
    QStringList agreements; ///< of the acceptance of a visit that was made
    QStringList unmade;     ///< and of one that could not be made
};

const Words &words();

} // namespace markaz::server::sample
