// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/charts/hotspots.h"
#include "ui/widgets/map/provinceoutlines.h"

#include <QWidget>

#include <functional>

namespace markaz::ui {

struct CityMark
{
    int cityId = 0;
    QString name;
    qint64 latitudeE6 = 0;
    qint64 longitudeE6 = 0;
    int count = 0;
};

/// The provinces with the centres of their cities, or what else is counted there: circles whose area follows the count
/// (cities that would touch share one), and the cities with the most in words. activated(): a cluster first, then the
/// rows of the list.
class CityMap final : public QWidget
{
    Q_OBJECT
public:
    explicit CityMap(QWidget *parent = nullptr);
    void setLand(const QList<ProvinceOutline> &provinces);
    void setContent(const QList<CityMark> &cities);
    /// How a city and its count are said: tool tip and screen reader. "Lahore: 22 certified" unless told.
    void setWords(const std::function<QString(const CityMark &city)> &words) { m_words = words; }
    void setName(const QString &name) { m_spots->setName(name); }
    const HotSpots &spots() const { return *m_spots; }
    /// The words of the list: "22", "Lahore".
    QList<QPair<QString, QString>> rows() const;
    QSize sizeHint() const override { return {300, 200}; }
    QSize minimumSizeHint() const override { return {200, 160}; }

Q_SIGNALS:
    void activated(const QList<int> &cityIds);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Cluster
    {
        QPointF centre;
        double radius = 0;
        int count = 0;
        QList<CityMark> cities;
    };
    void arrange();
    QRectF rowArea(qsizetype row) const;
    double numberWidth() const; ///< of the list
    QString wordsOf(const CityMark &city) const;
    std::function<QString(const CityMark &)> m_words;
    QList<ProvinceOutline> m_land; ///< as read
    QList<QPainterPath> m_drawn;   ///< in pixels
    QList<CityMark> m_cities;      ///< the most centres first
    QList<Cluster> m_clusters;
    QList<QList<int>> m_targets; ///< what each hot spot opens
    HotSpots *m_spots;
};

} // namespace markaz::ui
