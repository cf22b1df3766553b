// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/contactwords.h"

#include <QCoreApplication>

namespace markaz::ui {
namespace {

struct ContactWords
{
    Q_DECLARE_TR_FUNCTIONS(ContactWords)
};

} // namespace

Sentence closedSentence(Reading reading)
{
    const QString safe =
        ContactWords::tr("Your open inspections and their buildings can be finished; everything else is "
                         "closed, and nothing is lost.");
    switch (reading) {
    case Reading::Open:
        break;
    case Reading::TooLongAlone:
        return {ContactWords::tr("This laptop has not heard from the server for more than %1 days.").arg(kReadingDays),
                safe, ContactWords::tr("Go online once, and it opens by itself.")};
    case Reading::ClockBehind:
        return {ContactWords::tr("This laptop’s clock is behind what the server last said."), safe,
                ContactWords::tr("Set the clock right or go online once.")};
    }
    return {};
}

} // namespace markaz::ui
