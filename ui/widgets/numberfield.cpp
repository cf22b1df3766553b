// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/numberfield.h"

#include "ui/widgets/wheelguard.h"

#include <algorithm>

namespace markaz::ui {

NumberField::NumberField(int max, QWidget *parent)
    : QSpinBox(parent)
{
    setRange(0, max);
    setSpecialValueText(QStringLiteral("–"));
    setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    setMinimumHeight(32);
    WheelGuard::protect(this);
}

bool NumberField::isNone(const QString &text) const
{
    QString rest = text.trimmed();
    if (!suffix().isEmpty() && rest.endsWith(suffix().trimmed()))
        rest.chop(suffix().trimmed().size());
    rest = rest.trimmed();
    return rest.isEmpty() || rest == specialValueText();
}

QValidator::State NumberField::validate(QString &input, int &pos) const
{
    if (input == specialValueText())
        return QValidator::Acceptable;
    if (isNone(input))
        return QValidator::Intermediate;
    const qsizetype dash = input.indexOf(specialValueText());
    if (dash >= 0) {
        input.remove(dash, specialValueText().size());
        if (pos > dash)
            pos = std::max(0, pos - static_cast<int>(specialValueText().size()));
    }
    return QSpinBox::validate(input, pos);
}

int NumberField::valueFromText(const QString &text) const
{
    return isNone(text) ? minimum() : QSpinBox::valueFromText(text);
}

void NumberField::fixup(QString &input) const
{
    if (isNone(input))
        input = specialValueText();
    else
        QSpinBox::fixup(input);
}

} // namespace markaz::ui
