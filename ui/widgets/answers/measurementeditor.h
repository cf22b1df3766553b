// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/answers/answereditor.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace markaz::ui {

/// A decimal number with its unit, and the instrument where the item names some. Sent when the field is left or Enter
/// is pressed, so that a half-typed number is never an answer.
class MeasurementEditor final : public AnswerEditor
{
    Q_OBJECT
public:
    /// \p standard, which the item is of, names its unit and its instruments.
    MeasurementEditor(const Item &item, const Standard &standard, bool urdu, QWidget *parent);
    void show(const QJsonObject &answer, int creditBp, const QString &computed) override;

private:
    void give();

    QLineEdit *m_number;
    QComboBox *m_instrument; ///< null when the item names no instrument
    QJsonObject m_shown;
};

} // namespace markaz::ui
