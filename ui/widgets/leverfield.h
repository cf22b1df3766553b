// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>
#include <QWidget>

#include <optional>

class QLabel;
class QSlider;

namespace markaz::ui {

/// What a lever's whole number counts, and how it is shown: basis points as per cent, months, whole rupees, things, or
/// a month as "2026-12" (of the months since January of the year 0).
enum class LeverUnit { Percent, Months, Rupees, Count, Month };
/// "15.5 %", "60 months", "Rs 3,500", "100", "2026-12".
QString leverText(LeverUnit unit, qint64 value);

/// A whole number in its unit. It takes what is out of range, too, for that is said at the field and not by a key that
/// does nothing. 2026-12-01: a double spin box holds whole numbers of up to 2^53; the cap is far below.
class LeverSpin final : public QDoubleSpinBox
{
    Q_OBJECT
public:
    LeverSpin(LeverUnit unit, QWidget *parent);
    qint64 whole() const;
    void setWhole(qint64 value);
    QString textFromValue(double value) const override;
    double valueFromText(const QString &text) const override;
    QValidator::State validate(QString &input, int &position) const override;
    QSize sizeHint() const override;

private:
    LeverUnit m_unit;
};

/// A lever: its name, its field, a slider with the policy's mark, the ends of the slider, where its value comes from
/// and what is wrong with it.
class LeverRow final : public QWidget
{
    Q_OBJECT
public:
    LeverRow(LeverUnit unit, const QString &objectName, QWidget *parent);
    void setWords(const QString &name);
    void setSlider(qint64 low, qint64 high, qint64 step);
    void setMark(std::optional<qint64> mark);
    void setSource(const QString &words);
    enum class Tone { Wrong, Warning };
    void setProblem(const QString &words, Tone tone = Tone::Wrong); ///< empty: none
    void setValue(qint64 value);                                    ///< emits nothing
    qint64 value() const { return m_field->whole(); }
    void setReady(bool ready); ///< whether it may be moved
    LeverSpin *field() const { return m_field; }
    QSlider *slider() const { return m_slider; }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showEnds();
    LeverUnit m_unit;
    qint64 m_low = 0;
    qint64 m_step = 1;
    qint64 m_high = 1;
    QLabel *m_name;
    LeverSpin *m_field;
    QSlider *m_slider;
    QLabel *m_lowest;
    QLabel *m_highest;
    QLabel *m_source;
    QLabel *m_problem;
    Tone m_tone = Tone::Wrong;
};

} // namespace markaz::ui
