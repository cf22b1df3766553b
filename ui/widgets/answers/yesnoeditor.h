// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/answers/answereditor.h"

class QLineEdit;

namespace markaz::ui {

class SegmentedAnswer;
class SegmentedControl;

/// Yes or no. Not applicable is chosen here too, but asks its reason in the row first: notApplicableChosen().
class YesNoEditor final : public AnswerEditor
{
    Q_OBJECT
public:
    YesNoEditor(const Item &item, QWidget *parent);
    void show(const QJsonObject &answer, int creditBp, const QString &computed) override;
    void giveYesNo(bool yes) override;

private:
    SegmentedAnswer *m_segments;
};

/// Seen or missing: a document, a photo, a signature. A document may carry a reference ("Deed 114/2019").
class GivenEditor final : public AnswerEditor
{
    Q_OBJECT
public:
    GivenEditor(const Item &item, QWidget *parent);
    void show(const QJsonObject &answer, int creditBp, const QString &computed) override;
    void giveYesNo(bool yes) override;

private:
    void give(const QString &value);

    SegmentedControl *m_segments;
    QLineEdit *m_reference; ///< null unless the item is a document
    QJsonObject m_shown;
};

} // namespace markaz::ui
