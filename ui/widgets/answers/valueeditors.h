// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/answers/answereditor.h"

#include <QDate>

class QComboBox;
class QLabel;
class QLineEdit;

namespace markaz::ui {

class DateField;

/// One of the listed options.
class ChoiceEditor final : public AnswerEditor
{
    Q_OBJECT
public:
    ChoiceEditor(const Item &item, bool urdu, QWidget *parent);
    void show(const QJsonObject &answer, int creditBp, const QString &computed) override;

private:
    QComboBox *m_options;
};

/// A day, typed or picked.
class DateEditor final : public AnswerEditor
{
    Q_OBJECT
public:
    DateEditor(const Item &item, QWidget *parent);
    void show(const QJsonObject &answer, int creditBp, const QString &computed) override;

private:
    DateField *m_date;
    QDate m_shown;
};

/// Free text, or a position as "32.4945, 74.5229".
class TextEditor final : public AnswerEditor
{
    Q_OBJECT
public:
    TextEditor(const Item &item, QWidget *parent);
    void show(const QJsonObject &answer, int creditBp, const QString &computed) override;

private:
    void give();

    QLineEdit *m_text;
    bool m_position;
    QString m_shown;
};

/// Nothing to enter: the value that follows from other items.
class CalculatedView final : public AnswerEditor
{
    Q_OBJECT
public:
    CalculatedView(const Item &item, const Standard &standard, bool urdu, QWidget *parent);
    void show(const QJsonObject &answer, int creditBp, const QString &computed) override;

private:
    QLabel *m_value;
    QString m_unit;
};

} // namespace markaz::ui
