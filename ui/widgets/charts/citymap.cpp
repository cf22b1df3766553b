// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/charts/citymap.h"

#include "core/domain/mapclusters.h"
#include "ui/text/format.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace markaz::ui {
namespace {

constexpr int kListed = 5;
constexpr double kListWidth = 118;
constexpr double kLeast = 4;
constexpr double kMost = 15;
constexpr int kFewest = 6;       // centres that the largest circle stands for at least
constexpr double kTogether = 17; // px; cities nearer than that share a circle
constexpr double kNumberFits = 8;
constexpr double kLeastNumber = 26; // px, of the list's numbers

} // namespace

CityMap::CityMap(QWidget *parent)
    : QWidget(parent)
    , m_spots(new HotSpots(this, this))
{
    connect(m_spots, &HotSpots::activated, this, [this](int index) { Q_EMIT activated(m_targets.value(index)); });
}

void CityMap::setLand(const QList<ProvinceOutline> &provinces)
{
    m_land = provinces;
    arrange();
}

void CityMap::setContent(const QList<CityMark> &cities)
{
    m_cities = cities;
    std::sort(m_cities.begin(), m_cities.end(), [](const CityMark &a, const CityMark &b) {
        return a.count != b.count ? a.count > b.count : a.name < b.name;
    });
    arrange();
}

QList<QPair<QString, QString>> CityMap::rows() const
{
    QList<QPair<QString, QString>> rows;
    // A sixth city is named rather than counted as "1 other".
    const qsizetype listed =
        m_cities.size() == kListed + 1 ? kListed + 1 : std::min<qsizetype>(m_cities.size(), kListed);
    int rest = 0;
    for (qsizetype i = 0; i < m_cities.size(); ++i) {
        if (i < listed)
            rows.append({format::number(m_cities.at(i).count), m_cities.at(i).name});
        else
            rest += m_cities.at(i).count;
    }
    if (rest > 0)
        rows.append({format::number(rest), tr("in %1 others").arg(format::number(m_cities.size() - listed))});
    return rows;
}

void CityMap::arrange()
{
    m_drawn.clear();
    m_clusters.clear();
    QRectF bounds;
    for (const ProvinceOutline &province : m_land)
        bounds |= province.path.boundingRect();
    // The list stands where India lies: beside the south, so the map may reach under its upper half.
    const QRectF area = QRectF(rect()).adjusted(2, 2, -kListWidth * 0.8, -2);
    if (bounds.isEmpty() || area.width() < 10 || area.height() < 10)
        return;
    const double scale = std::min(area.width() / bounds.width(), area.height() / bounds.height());
    QTransform transform;
    transform.translate(area.left() + (area.width() - bounds.width() * scale) / 2,
                        area.top() + (area.height() - bounds.height() * scale) / 2);
    transform.scale(scale, scale);
    transform.translate(-bounds.left(), -bounds.top());
    for (const ProvinceOutline &province : m_land)
        m_drawn.append(transform.map(province.path));

    for (const CityMark &city : std::as_const(m_cities)) {
        const QPointF at = transform.map(
            onMap(static_cast<double>(city.latitudeE6) / 1e6, static_cast<double>(city.longitudeE6) / 1e6));
        const auto near = std::find_if(m_clusters.begin(), m_clusters.end(), [&](const Cluster &cluster) {
            return QLineF(cluster.centre, at).length() < kTogether;
        });
        if (near == m_clusters.end()) {
            m_clusters.append({at, 0, city.count, {city}});
            continue;
        }
        near->count += city.count;
        near->cities.append(city);
    }
    // Large ones are painted first, so that none of the small ones is hidden.
    std::stable_sort(m_clusters.begin(), m_clusters.end(),
                     [](const Cluster &one, const Cluster &other) { return one.count > other.count; });
    const double most = m_clusters.isEmpty() ? 1 : std::max(m_clusters.first().count, kFewest);
    for (Cluster &cluster : m_clusters)
        cluster.radius = std::max(kMost * std::sqrt(cluster.count / most), kLeast);

    QList<HotSpot> spots;
    m_targets.clear();
    for (const Cluster &cluster : std::as_const(m_clusters)) {
        QStringList words;
        QList<int> ids;
        for (const CityMark &city : cluster.cities) {
            words.append(wordsOf(city));
            ids.append(city.cityId);
        }
        const double reach = std::max(cluster.radius, 7.0);
        spots.append({QRectF(cluster.centre - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)),
                      words.join(QStringLiteral(", "))});
        m_targets.append(ids);
    }
    const auto listed = rows();
    for (qsizetype i = 0; i < listed.size(); ++i) {
        QList<int> ids;
        if (i + 1 == listed.size() && m_cities.size() > listed.size()) {
            for (qsizetype rest = i; rest < m_cities.size(); ++rest)
                ids.append(m_cities.at(rest).cityId);
        } else {
            ids.append(m_cities.at(i).cityId);
        }
        spots.append({rowArea(i), listed.at(i).first + QLatin1Char(' ') + listed.at(i).second});
        m_targets.append(ids);
    }
    m_spots->set(spots);
    update();
}

QString CityMap::wordsOf(const CityMark &city) const
{
    return m_words ? m_words(city) : tr("%1: %2 certified").arg(city.name, format::number(city.count));
}

double CityMap::numberWidth() const
{
    const QFontMetricsF metrics(currentTheme().font(Type::Code));
    double widest = kLeastNumber;
    const auto listed = rows();
    for (const auto &row : listed)
        widest = std::max(widest, std::ceil(metrics.horizontalAdvance(row.first)));
    return widest;
}

QRectF CityMap::rowArea(qsizetype row) const
{
    const double pitch = currentTheme().lineHeight(Type::Body);
    const double count = static_cast<double>(rows().size());
    return {width() - kListWidth, height() - 4 - (count - static_cast<double>(row)) * pitch, kListWidth, pitch};
}

void CityMap::paintEvent(QPaintEvent *)
{
    const Theme theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(Colour::LandOutline), 1));
    painter.setBrush(theme.colour(Colour::Land));
    for (const QPainterPath &province : std::as_const(m_drawn))
        painter.drawPath(province);
    const QColor ground = theme.colour(Colour::Chart1);
    const QColor ink = theme.colour(Colour::OnSolid);
    painter.setFont(theme.font(Type::CaptionStrong));
    for (const Cluster &cluster : std::as_const(m_clusters)) {
        painter.setPen(QPen(theme.colour(Colour::Base), 1));
        painter.setBrush(ground);
        painter.drawEllipse(cluster.centre, cluster.radius, cluster.radius);
        const QString count = format::number(cluster.count);
        if (cluster.radius < kNumberFits || painter.fontMetrics().horizontalAdvance(count) > 2 * cluster.radius - 2)
            continue;
        painter.setPen(ink);
        painter.drawText(QRectF(cluster.centre - QPointF(20, 20), QSizeF(40, 40)), Qt::AlignCenter | Qt::TextDontClip,
                         count);
    }

    // The list keeps its side in both languages, because the map is never mirrored; its words turn.
    const auto listed = rows();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const double numbers = numberWidth();
    painter.setPen(theme.colour(Colour::Text));
    for (qsizetype i = 0; i < listed.size(); ++i) {
        const QRectF row = rowArea(i);
        QRectF number(row.left(), row.top(), numbers, row.height());
        QRectF name(row.left() + numbers + 8, row.top(), row.width() - numbers - 8, row.height());
        if (mirrored) {
            number.moveRight(row.right());
            name.moveLeft(row.left());
        }
        painter.setFont(theme.font(Type::Code));
        painter.drawText(number,
                         static_cast<int>((mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter |
                                          Qt::AlignAbsolute | Qt::TextDontClip),
                         listed.at(i).first);
        painter.setFont(theme.font(Type::Chip));
        drawWords(painter, name.toRect(),
                  static_cast<int>((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute),
                  elided(listed.at(i).second, painter.font(), static_cast<int>(name.width())));
    }
    m_spots->paint(painter);
}

void CityMap::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CityMap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange ||
        event->type() == QEvent::FontChange)
        arrange();
    else if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace markaz::ui
