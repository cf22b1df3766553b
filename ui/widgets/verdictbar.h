// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/status.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace markaz::ui {

/// What the verdict bar says; words are ready for the screen.
struct VerdictContent
{
    struct Floor
    {
        QString section; ///< "C"
        int scoreBp = 0;
        bool met = true;
    };
    Status status = Status::Neutral;
    QString lead;        ///< "Tier 2: 78.4 of 75 – but "
    QString link;        ///< "exits unlocked (C-02)"; empty: no link
    QString linkTarget;  ///< item code handed to linkActivated
    QString tail;        ///< " fails"
    QString explanation; ///< "Refused as it stands. A critical item that fails refuses the building at any score."
    QList<Floor> floors;
    int scoreBp = 0;
    int passBp = 0;
    QString left; ///< "23 items left"
};

/// Shows a score on its track with the tick of the pass mark.
class ScoreTrack : public QWidget
{
    Q_OBJECT
public:
    explicit ScoreTrack(QWidget *parent = nullptr);
    void setScore(int scoreBp, int passBp, const QString &left);
    QSize sizeHint() const override { return {224, 48}; }
    QSize minimumSizeHint() const override { return {120, 48}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_scoreBp = 0;
    int m_passBp = 0;
    QString m_left;
};

/// 64 px at the foot of an inspection: verdict in words, floors, track, the one large figure. Under 1000 px the floors
/// and then the track give way; sentence and score never do.
class VerdictBar : public QWidget
{
    Q_OBJECT
public:
    explicit VerdictBar(QWidget *parent = nullptr);
    void setContent(const VerdictContent &content);
    const VerdictContent &content() const { return m_content; }

Q_SIGNALS:
    void linkActivated(const QString &target);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showFloors();
    void refresh(); ///< makes and deletes no widget: it runs while Qt goes through those of the window
    VerdictContent m_content;
    QLabel *m_icon;
    QLabel *m_sentence;
    QLabel *m_explanation;
    QLabel *m_floorsWord;
    QWidget *m_floors;
    QHBoxLayout *m_floorsLayout;
    ScoreTrack *m_track;
    QLabel *m_score;
};

} // namespace markaz::ui
