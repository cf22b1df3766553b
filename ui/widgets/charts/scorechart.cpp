// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/scorechart.h"

#include "ui/text/format.h"

#include <QtCharts/QBarSet>
#include <QtCharts/QLineSeries>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>

namespace markaz::ui {
namespace {

constexpr int kLines = 4;
constexpr int kBinBp = 500;
constexpr int kLabelBp = 1000;
constexpr int kLatestStartBp = 5000;

int inspections(const ScoreBin &bin)
{
    return bin.eligible + bin.provisional + bin.refused;
}

} // namespace

ScoreChart::ScoreChart(QWidget *parent)
    : ChartView(parent)
    , m_series(new QStackedBarSeries)
    , m_outcomes{new QBarSet(QString()), new QBarSet(QString()), new QBarSet(QString())}
    , m_scores(new QValueAxis)
    , m_values(new QValueAxis)
{
    for (QBarSet *outcome : m_outcomes)
        m_series->append(outcome);
    m_series->setBarWidth(0.9);
    chart()->addSeries(m_series);
    chart()->addAxis(m_scores, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    m_series->attachAxis(m_scores);
    m_series->attachAxis(m_values);
}

void ScoreChart::setContent(const QList<ScoreBin> &bins, const QList<PassMark> &marks)
{
    qsizetype first = 0;
    while (first < bins.size() && inspections(bins.at(first)) == 0 && bins.at(first).fromBp < kLatestStartBp)
        ++first;
    // The axis begins at a ten, so that its numbers are round.
    while (first > 0 && bins.at(first).fromBp % kLabelBp != 0)
        --first;
    m_bins = bins.mid(first);
    m_marks = marks;
    std::sort(m_marks.begin(), m_marks.end(), [](const PassMark &a, const PassMark &b) { return a.passBp < b.passBp; });
    refresh();
}

double ScoreChart::at(int basisPoints) const
{
    return m_bins.isEmpty() ? 0 : static_cast<double>(basisPoints - m_bins.first().fromBp) / kBinBp - 0.5;
}

void ScoreChart::fill()
{
    int most = 0;
    QList<int> eligible;
    QList<int> provisional;
    QList<int> refused;
    for (const ScoreBin &bin : m_bins) {
        most = std::max(most, inspections(bin));
        eligible.append(bin.eligible);
        provisional.append(bin.provisional);
        refused.append(bin.refused);
    }
    m_scale = niceScale(most, kLines);
    const double count = static_cast<double>(std::max<qsizetype>(m_bins.size(), 1));
    setUp(m_scores, -0.5, count - 0.5);
    setUp(m_values, 0, m_scale.top);
    replace(m_outcomes[0], eligible, Colour::Chart1);
    replace(m_outcomes[1], provisional, Colour::Chart2);
    replace(m_outcomes[2], refused, Colour::Chart5);

    while (m_lines.size() > m_marks.size()) {
        chart()->removeSeries(m_lines.last());
        delete m_lines.takeLast();
    }
    while (m_lines.size() < m_marks.size()) {
        m_lines.append(new QLineSeries);
        chart()->addSeries(m_lines.last());
        m_lines.last()->attachAxis(m_scores);
        m_lines.last()->attachAxis(m_values);
    }
    QPen pen(currentTheme().colour(Colour::Text), 1.5, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({3, 2});
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        const double x = at(m_marks.at(i).passBp);
        m_lines.at(i)->replace(QList<QPointF>{{x, 0}, {x, static_cast<double>(m_scale.top)}});
        m_lines.at(i)->setPen(pen);
    }
}

QMarginsF ScoreChart::room() const
{
    return {widest({format::number(m_scale.top)}, Type::Caption) + 8, 18,
            widest({format::number(100)}, Type::Caption) / 2 + 1, 20};
}

void ScoreChart::place()
{
    const Theme theme = currentTheme();
    const QColor quiet = theme.colour(Colour::Text2);
    const QRectF area = chart()->plotArea();
    for (int value = 0; value <= m_scale.top; value += m_scale.step) {
        const double y = chart()->mapToPosition({0, static_cast<double>(value)}, m_series).y();
        addGrid({area.left(), y, area.right(), y});
        addText(format::number(value), Type::Caption, quiet, {area.left() - 6, y}, Qt::AlignRight | Qt::AlignVCenter);
    }
    addLine({area.left(), area.bottom(), area.right(), area.bottom()}, theme.colour(Colour::Text2));
    if (m_bins.isEmpty())
        return;
    for (int bp = m_bins.first().fromBp; bp <= 10'000; bp += kLabelBp)
        addText(format::number(bp / 100), Type::Caption, quiet,
                {chart()->mapToPosition({at(bp), 0}, m_series).x(), area.bottom() + 11},
                Qt::AlignHCenter | Qt::AlignVCenter);

    const double top = area.top() - 9;
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        const double x = chart()->mapToPosition({at(m_marks.at(i).passBp), 0}, m_series).x();
        if (i == 0)
            addText(tr("pass mark, tier"), Type::Caption, theme.colour(Colour::Text), {x - 4, top},
                    Qt::AlignRight | Qt::AlignVCenter);
        addLine({x, top - 7, x, area.top()}, theme.colour(Colour::Text), 1.5, true);
        addText(format::number(m_marks.at(i).tier), Type::CaptionStrong, theme.colour(Colour::Text), {x + 3, top},
                Qt::AlignLeft | Qt::AlignVCenter);
    }
    const double pitch = area.width() / static_cast<double>(m_bins.size());
    m_spotted.clear();
    for (qsizetype i = 0; i < m_bins.size(); ++i) {
        const ScoreBin &bin = m_bins.at(i);
        if (inspections(bin) == 0)
            continue;
        m_spotted.append(i);
        addSpot({area.left() + pitch * static_cast<double>(i), area.top(), pitch, area.height()},
                tr("Score %1 to %2: %3 inspections, %4 eligible, %5 provisional, %6 refused")
                    .arg(format::number(bin.fromBp / 100), format::number((bin.fromBp + kBinBp) / 100),
                         format::number(inspections(bin)), format::number(bin.eligible),
                         format::number(bin.provisional), format::number(bin.refused)));
    }
}

} // namespace markaz::ui
