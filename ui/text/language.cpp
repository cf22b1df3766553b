// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include <QCoreApplication>
#include <QVariant>

namespace markaz::ui {

Language currentLanguage()
{
    const QCoreApplication *app = QCoreApplication::instance();
    const bool urdu = app && app->property("markaz.language").toInt() == static_cast<int>(Language::Urdu);
    return urdu ? Language::Urdu : Language::English;
}

} // namespace markaz::ui
