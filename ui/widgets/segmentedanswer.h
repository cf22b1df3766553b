// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/segmentedcontrol.h"

namespace markaz::ui {

/// Yes, No and, where the item allows it, N/A. The colour of the chosen one follows the credit that it earns, not the
/// word: on a reversed item "Yes" is bad. Y, N and A answer while it has the keyboard; choosing the chosen one again
/// takes nothing back.
class SegmentedAnswer : public SegmentedControl
{
    Q_OBJECT
public:
    explicit SegmentedAnswer(QWidget *parent = nullptr);
    void setNotApplicableAllowed(bool allowed);
    /// Basis points that each word earns; 10,000 and 0 unless told.
    void setCredits(int yesBp, int noBp);
    /// "yes", "no", "na" or empty for no answer.
    void setAnswer(const QString &token);
    QString answer() const { return current(); }

Q_SIGNALS:
    /// "yes", "no" or "na", given by the person.
    void answered(const QString &token);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool answerByKey(int key);
    void rebuild();
    bool m_naAllowed = false;
    int m_yesBp = 10'000;
    int m_noBp = 0;
};

} // namespace markaz::ui
