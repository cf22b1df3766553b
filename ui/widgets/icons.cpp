// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QStandardPaths>
#include <QSvgRenderer>

#include <variant>

namespace markaz::ui {
namespace {

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

void paintIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &colour, int size)
{
    if (name.isEmpty() || size <= 0)
        return;
    // Sources are small and few; the search through the icon theme's folders is what costs, so it is done once a name.
    static QHash<QString, QByteArray> sources;
    const QString key = QStringLiteral("%1/%2").arg(name).arg(size);
    auto source = sources.constFind(key);
    if (source == sources.constEnd())
        source = sources.insert(key, iconSource(name, size).value_or(QByteArray()));
    if (source->isEmpty())
        return;
    QByteArray svg = *source;
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    QRect target(0, 0, size, size);
    target.moveCenter(rect.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (mirrored(name)) {
        painter.translate(target.center().x() + 0.5, 0);
        painter.scale(-1, 1);
        painter.translate(-target.center().x() - 0.5, 0);
    }
    renderer.render(&painter, target);
    painter.restore();
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
