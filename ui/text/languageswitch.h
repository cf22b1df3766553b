// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/language.h"

#include <QObject>
#include <QTranslator>

class QApplication;

namespace markaz::ui {

/// Changes the language of the running program: translator, layout direction, fonts and line heights. Every widget gets
/// LanguageChange and LayoutDirectionChange from Qt and sets its words again in changeEvent.
class LanguageSwitch : public QObject
{
    Q_OBJECT
public:
    explicit LanguageSwitch(QApplication &app, QObject *parent = nullptr);
    Language language() const { return m_language; }

public Q_SLOTS:
    void set(markaz::ui::Language language);

Q_SIGNALS:
    /// After everything is in the new language.
    void changed(markaz::ui::Language language);

private:
    QApplication &m_app;
    QTranslator m_translator;
    Language m_language = Language::English;
};

} // namespace markaz::ui
