// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/leverfield.h"

#include "ui/text/format.h"
#include "ui/text/loanwords.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wheelguard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace markaz::ui {
namespace {

constexpr double kFarthest = 1e12; ///< that a field takes, so that it can be said that it is too much

QString monthText(qint64 months)
{
    return QStringLiteral("%1-%2")
        .arg(months / 12, 4, 10, QLatin1Char('0'))
        .arg(months % 12 + 1, 2, 10, QLatin1Char('0'));
}

/// Without the words around it: "Rs 3,500" and "60 months" are 3500 and 60.
QString digitsOf(const QString &text)
{
    QString kept;
    for (const QChar c : text) {
        if (c.isDigit())
            kept.append(QLatin1Char(static_cast<char>('0' + c.digitValue())));
        else if (c == QLatin1Char('.') || c == QLatin1Char('-'))
            kept.append(c);
    }
    return kept;
}

} // namespace

QString leverText(LeverUnit unit, qint64 value)
{
    switch (unit) {
    case LeverUnit::Percent:
        return loanwords::rate(static_cast<int>(value));
    case LeverUnit::Months:
        return loanwords::months(static_cast<int>(value));
    case LeverUnit::Rupees:
        return format::rupees(value * 100);
    case LeverUnit::Month:
        return format::isolate(monthText(value));
    case LeverUnit::Count:
        break;
    }
    return format::number(value);
}

LeverSpin::LeverSpin(LeverUnit unit, QWidget *parent)
    : QDoubleSpinBox(parent)
    , m_unit(unit)
{
    setDecimals(unit == LeverUnit::Percent ? 2 : 0);
    setRange(unit == LeverUnit::Month ? 0 : -kFarthest, kFarthest);
    setSingleStep(unit == LeverUnit::Percent ? 0.5 : unit == LeverUnit::Rupees ? 100 : 1);
    setKeyboardTracking(true);
    setMinimumHeight(32);
    WheelGuard::protect(this);
}

qint64 LeverSpin::whole() const
{
    return std::llround(m_unit == LeverUnit::Percent ? value() * 100 : value());
}

void LeverSpin::setWhole(qint64 value)
{
    setValue(m_unit == LeverUnit::Percent ? static_cast<double>(value) / 100 : static_cast<double>(value));
}

QString LeverSpin::textFromValue(double value) const
{
    const qint64 whole = std::llround(m_unit == LeverUnit::Percent ? value * 100 : value);
    if (whole >= 0)
        return leverText(m_unit, whole);
    return QLatin1Char('-') + leverText(m_unit, -whole);
}

double LeverSpin::valueFromText(const QString &text) const
{
    const QString digits = digitsOf(text);
    if (m_unit == LeverUnit::Month) {
        static const QRegularExpression form(QStringLiteral("\\A([0-9]{4})-([0-9]{1,2})\\z"));
        const auto match = form.match(digits);
        const int month = match.captured(2).toInt();
        return match.hasMatch() && month >= 1 && month <= 12 ? match.captured(1).toInt() * 12 + month - 1 : value();
    }
    bool fine = false;
    const double found = digits.toDouble(&fine);
    return fine ? std::clamp(found, minimum(), maximum()) : value();
}

QValidator::State LeverSpin::validate(QString &input, int &) const
{
    const QString digits = digitsOf(input);
    if (m_unit == LeverUnit::Month)
        return digits.size() >= 6 ? QValidator::Acceptable : QValidator::Intermediate;
    bool fine = false;
    digits.toDouble(&fine);
    return fine ? QValidator::Acceptable : QValidator::Intermediate;
}

QSize LeverSpin::sizeHint() const
{
    return {136, 32};
}

LeverRow::LeverRow(LeverUnit unit, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_unit(unit)
    , m_name(plainLabel(this))
    , m_field(new LeverSpin(unit, this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_lowest(plainLabel(this))
    , m_highest(plainLabel(this))
    , m_source(plainLabel(this))
    , m_problem(refusalLabel(this))
{
    m_field->setObjectName(objectName);
    m_slider->setObjectName(objectName + QStringLiteral("Slider"));
    m_field->setFixedWidth(136);
    WheelGuard::protect(m_slider);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_name->setWordWrap(true);
    head->addWidget(m_name, 1);
    head->addWidget(m_field);
    column->addLayout(head);
    column->addWidget(m_slider);
    auto *ends = new QHBoxLayout;
    for (QLabel *label : {m_lowest, m_highest, m_source})
        label->setProperty("type", QStringLiteral("caption"));
    ends->addWidget(m_lowest);
    ends->addStretch();
    ends->addWidget(m_highest);
    column->addLayout(ends);
    m_source->setWordWrap(true);
    m_source->hide();
    column->addWidget(m_source);
    m_problem->setObjectName(objectName + QStringLiteral("Problem"));
    column->addWidget(m_problem);
    connect(m_field, &QDoubleSpinBox::valueChanged, this, [this] {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(static_cast<int>((std::clamp(value(), m_low, m_high) - m_low) / m_step));
        Q_EMIT changed();
    });
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int place) { m_field->setWhole(std::min(m_high, m_low + place * m_step)); });
}

void LeverRow::setWords(const QString &name)
{
    m_name->setText(name);
    m_field->setAccessibleName(name);
    m_slider->setAccessibleName(tr("%1, slider").arg(name));
}

void LeverRow::setSlider(qint64 low, qint64 high, qint64 step)
{
    m_low = low;
    m_high = high;
    m_step = step;
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, static_cast<int>((high - low + step - 1) / step));
    m_slider->setPageStep(std::max(1, m_slider->maximum() / 10));
    setValue(value());
    showEnds();
}

void LeverRow::showEnds()
{
    m_lowest->setText(leverText(m_unit, m_low));
    m_highest->setText(leverText(m_unit, m_high));
}

void LeverRow::setMark(std::optional<qint64> mark)
{
    m_slider->setProperty("mark", mark ? QVariant(static_cast<int>((*mark - m_low) / m_step)) : QVariant());
    m_slider->setToolTip(mark ? tr("The policy says %1").arg(leverText(m_unit, *mark)) : QString());
    m_slider->setAccessibleDescription(m_slider->toolTip());
    m_slider->update();
}

void LeverRow::setSource(const QString &words)
{
    m_source->setText(words);
    m_source->setVisible(!words.isEmpty());
}

void LeverRow::setProblem(const QString &words, Tone tone)
{
    m_tone = tone;
    QPalette colours = m_problem->palette();
    colours.setColor(QPalette::WindowText,
                     currentTheme().status(tone == Tone::Wrong ? Status::Bad : Status::Warn).text);
    m_problem->setPalette(colours);
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
    m_field->setAccessibleDescription(words);
}

void LeverRow::setValue(qint64 value)
{
    const QSignalBlocker quietField(m_field);
    const QSignalBlocker quietSlider(m_slider);
    m_field->setWhole(value);
    m_slider->setValue(static_cast<int>((std::clamp(value, m_low, m_high) - m_low) / m_step));
}

void LeverRow::setReady(bool ready)
{
    m_field->setEnabled(ready);
    m_slider->setEnabled(ready);
}

void LeverRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        showEnds();
        setValue(value());
    }
    if (event->type() == QEvent::PaletteChange && m_problem->isVisible())
        setProblem(m_problem->text(), m_tone);
}

} // namespace markaz::ui
