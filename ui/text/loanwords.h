// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/loan.h"
#include "ui/text/sentences.h"
#include "ui/widgets/status.h"

#include <optional>

namespace markaz {
struct OutboxRow;
}

namespace markaz::ui {

/// What loans refuse: core/workflow/loans.h names it.
std::optional<Sentence> loanSentence(const Error &error);

namespace loanwords {

QString state(LoanState state);           ///< "Applied for"
QString step(LoanStep step);              ///< what its button says: "Approve"
QString payment(PaymentKind kind);        ///< "Paid out"
ChipContent chip(LoanState state);        ///< icon, word and colour
QString rate(int basisPoints);            ///< "12.25 %": a mark-up is told to the basis point
QString markup(const Loan &loan);         ///< "15 %", "KIBOR 12 % + 3 %"
QString months(int months);               ///< "1 month", "60 months"
QString amount(qint64 paisa);             ///< "Rs 9,000,000", "Rs 5.50": to the paisa where there are some
QString value(const QJsonValue &payment); ///< a member of `payments`, in a line
QString loansCounted(qsizetype count);
/// Why the server did not take a change of a loan; empty for all others.
QString rejection(const OutboxRow &row);

} // namespace loanwords
} // namespace markaz::ui
