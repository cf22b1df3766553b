// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/laptop.h"
#include "tests/support/journal.h"

#include <QRandomGenerator>

namespace markaz::test {

/// A user at a laptop: what he does comes from a seed, and whatever the laptop told him is saved goes into the journal.
class Work
{
public:
    Work(Laptop &laptop, Journal &journal, quint32 seed)
        : m_laptop(laptop)
        , m_journal(journal)
        , m_random(seed)
    {
    }

    /// One gesture: a building, an edit, an answer or a file.
    Result<void> step();
    Result<void> registerBuilding();
    Result<void> editBuilding();
    Result<void> answer();
    /// A photo of some \p bytes, of the visit as a whole.
    Result<void> attach(qsizetype bytes);
    /// A file of a kind that a server takes, unlike every other.
    QByteArray photo(qsizetype bytes);
    QRandomGenerator &random() { return m_random; }

private:
    Result<QString> someBuilding();
    Result<QString> someDraft();
    Result<void> done();

    Laptop &m_laptop;
    Journal &m_journal;
    QRandomGenerator m_random;
};

/// What a child process does that is to be killed: works and syncs at once in \p profile, saying "saved N" after each
/// gesture, until it has made \p steps.
int workAsChild(const QString &profile, const QString &server, const QString &journal, quint32 seed, int steps);

} // namespace markaz::test
