// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/findings.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace markaz::ui {

class DateField;

/// What a person says of a finding: severity, what was found, who is to mend it, and by when.
class FindingForm final : public QWidget
{
    Q_OBJECT
public:
    explicit FindingForm(QWidget *parent = nullptr);
    /// \p wordsToo: what was found may be written; an officer leaves it as it was found.
    void begin(const FindingEntry &entry, const QString &saveWords, bool wordsToo = true);
    /// What is typed, with what the form began with; takeUp() begins it so again.
    QJsonObject typed() const;
    void takeUp(const QJsonObject &typed, const QString &saveWords, bool wordsToo = true);
    FindingEntry entry() const;
    const FindingEntry &begun() const { return m_begun; } ///< what it began with
    bool isTouched() const;                               ///< something else stands in it than it began with
    /// Says beside the fields why nothing was saved, and goes to the field.
    void refuse(const Error &error);

Q_SIGNALS:
    void saveRequested();
    void cancelled();

private:
    void fill(const FindingEntry &entry);
    QString halfADay() const; ///< what stands for the due date and is no day yet

    FindingEntry m_begun;
    QComboBox *m_severity;
    QPlainTextEdit *m_description;
    QLineEdit *m_responsible;
    DateField *m_due;
    QLabel *m_refusal;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace markaz::ui
