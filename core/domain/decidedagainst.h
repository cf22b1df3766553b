// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace markaz {

/// What counts of a decision on a certificate when it is asked whose it was.
struct DecisionMade
{
    QString kind; ///< decisionKinds()
    QString officerId;
};

/// Whether \p officerId suspended or revoked a certificate since it was last in force without doubt: an appeal against
/// that is another officer's (CertificateTerms::other). \p decisions: those on it, the earliest first, without the one
/// that is judged; what is no decision that is known here counts for nothing. \p stateBy: the certificate's own
/// `state_by`, which names the last officer alone, and nobody where it was decided before there were appeals.
/// The one answer to that question, on laptop and server alike; in which order they were made is the caller's to know.
bool decidedAgainst(const QString &officerId, const QString &stateBy, const QList<DecisionMade> &decisions);

} // namespace markaz
