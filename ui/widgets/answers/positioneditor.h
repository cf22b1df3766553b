// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/widgets/answers/answereditor.h"

namespace markaz::ui {

class PositionField;

/// A position with its source and accuracy: typed, from a photo, or from a receiver.
class PositionEditor final : public AnswerEditor
{
    Q_OBJECT
public:
    PositionEditor(const Item &item, const Services &services, QWidget *parent);
    void show(const QJsonObject &answer, int creditBp, const QString &computed) override;
    bool isWide() const override { return true; }

private:
    void give();

    PositionField *m_field;
    QJsonObject m_shown; ///< the value of the answer
};

} // namespace markaz::ui
