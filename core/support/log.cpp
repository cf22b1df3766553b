// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/log.h"

namespace markaz {

Q_LOGGING_CATEGORY(lcStorage, "markaz.storage")
Q_LOGGING_CATEGORY(lcSync, "markaz.sync")
Q_LOGGING_CATEGORY(lcServer, "markaz.server")
Q_LOGGING_CATEGORY(lcUi, "markaz.ui")
Q_LOGGING_CATEGORY(lcRequest, "markaz.request", QtWarningMsg)

} // namespace markaz
