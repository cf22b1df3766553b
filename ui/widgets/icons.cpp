// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QCache>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QStandardPaths>
#include <QSvgRenderer>

#include <variant>

namespace markaz::ui {
namespace {

constexpr int kKept = 200;

using Tone = std::variant<Colour, Status>;

QColor colourOf(const Tone &tone, const Theme &theme)
{
    if (const Colour *token = std::get_if<Colour>(&tone))
        return theme.colour(*token);
    return theme.status(std::get<Status>(tone)).text;
}

// Arrows of direction follow the reading direction; checks, clocks and search do not.
bool mirrored(const QString &name)
{
    static const QStringList directional{
        QStringLiteral("go-previous"),
        QStringLiteral("go-next"),
        QStringLiteral("edit-undo"),
        QStringLiteral("edit-redo"),
        QStringLiteral("sidebar-collapse-left"),
        QStringLiteral("sidebar-expand-left"),
        QStringLiteral("document-import"),
        QStringLiteral("document-export"),
    };
    return QGuiApplication::layoutDirection() == Qt::RightToLeft && directional.contains(name);
}

QString breezeFile(const QString &name, int size)
{
    // Drawn for their size: the 16 px drawing has other strokes than the 22 px one.
    const int drawn = size < 22 ? 16 : size < 32 ? 22 : 32;
    QList<int> sizes{drawn};
    for (int other : {22, 16, 32}) {
        if (other != drawn)
            sizes.append(other);
    }
    for (int s : sizes) {
        for (const char *folder : {"actions", "devices", "places", "status", "apps", "emblems"}) {
            QString file = QStandardPaths::locate(
                QStandardPaths::GenericDataLocation,
                QStringLiteral("icons/breeze/%1/%2/%3.svg").arg(QLatin1String(folder)).arg(s).arg(name));
            if (!file.isEmpty())
                return file;
        }
    }
    return {};
}

class TintedEngine final : public QIconEngine
{
public:
    TintedEngine(QString name, Tone tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Theme theme = currentTheme();
        const QColor colour = mode == QIcon::Disabled ? theme.colour(Colour::Text3) : colourOf(m_tone, theme);
        paintIcon(*painter, rect, m_name, colour, std::min(rect.width(), rect.height()));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new TintedEngine(*this); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QString m_name;
    Tone m_tone;
};

} // namespace

std::optional<QByteArray> iconSource(const QString &name, int size)
{
    QFile file(QStringLiteral(":/markaz/icons/%1.svg").arg(name));
    if (!file.exists())
        file.setFileName(breezeFile(name, size));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

namespace {

void render(QPainter &painter, const QRect &target, const QString &name, const QColor &colour, int size, bool flipped)
{
    QByteArray svg = iconSource(name, size).value_or(QByteArray());
    if (svg.isEmpty())
        return;
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (flipped) {
        painter.translate(target.center().x() + 0.5, 0);
        painter.scale(-1, 1);
        painter.translate(-target.center().x() - 0.5, 0);
    }
    renderer.render(&painter, target);
    painter.restore();
}

} // namespace

void paintIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &colour, int size)
{
    if (name.isEmpty() || size <= 0)
        return;
    QRect target(0, 0, size, size);
    target.moveCenter(rect.center());
    // Finding the file, reading its XML and filling its paths is what costs: once a shape, colour and scale. Of what is
    // drawn larger or smaller than on the screen, as on paper, the paths are drawn.
    const qreal scale = painter.device()->devicePixelRatioF();
    const bool flipped = mirrored(name);
    if (painter.worldTransform().type() > QTransform::TxTranslate) {
        render(painter, target, name, colour, size, flipped);
        return;
    }
    static QCache<QString, QPixmap> kept(kKept);
    const QString key = QStringLiteral("%1/%2/%3/%4/%5").arg(name).arg(size).arg(colour.rgba()).arg(scale).arg(flipped);
    const QPixmap *picture = kept.object(key);
    if (picture == nullptr) {
        auto *made = new QPixmap(QSize(size, size) * scale);
        made->setDevicePixelRatio(scale);
        made->fill(Qt::transparent);
        QPainter inside(made);
        render(inside, QRect(0, 0, size, size), name, colour, size, flipped);
        inside.end();
        kept.insert(key, made);
        picture = made;
    }
    painter.drawPixmap(target.topLeft(), *picture);
}

QIcon icon(const QString &name)
{
    return icon(name, Colour::Text);
}
QIcon icon(const QString &name, Colour colour)
{
    return QIcon(new TintedEngine(name, colour));
}
QIcon icon(const QString &name, Status status)
{
    return QIcon(new TintedEngine(name, status));
}

} // namespace markaz::ui
