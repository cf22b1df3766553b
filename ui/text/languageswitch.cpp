// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/languageswitch.h"

#include "translations/translations.h"
#include "ui/text/setlanguage.h"
#include "ui/widgets/theme.h"

#include <QApplication>

namespace markaz::ui {

LanguageSwitch::LanguageSwitch(QApplication &app, QObject *parent)
    : QObject(parent)
    , m_app(app)
{
    initTranslations();
}

void LanguageSwitch::set(Language language)
{
    if (language == m_language && language == currentLanguage())
        return;
    m_language = language;
    const bool urdu = language == Language::Urdu;
    // Before any widget hears of the change: formats and fonts ask for the language while they set their words.
    setCurrentLanguage(language);
    QCoreApplication::removeTranslator(&m_translator);
    // Without the compiled-in translation the words stay English; the direction and the fonts still follow.
    if (urdu && m_translator.load(QStringLiteral(":/markaz/translations/markaz_ur.qm")))
        QCoreApplication::installTranslator(&m_translator);
    QApplication::setLayoutDirection(urdu ? Qt::RightToLeft : Qt::LeftToRight);
    applyTheme(m_app, Theme(currentTheme().scheme(), language));
    Q_EMIT changed(language);
}

} // namespace markaz::ui
