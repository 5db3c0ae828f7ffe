// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/icon.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ui {

namespace {

QString pathOf(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

/// Draws the file with its black replaced by `colour`. `size` counts device pixels.
QPixmap drawn(const QString &name, const QSize &size, const QColor &colour)
{
    const QString key = QStringLiteral("icon/%1/%2/%3x%4").arg(name, colour.name()).arg(size.width()).arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(pathOf(name));
    if (size.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer svg(file.readAll().replace("#000", colour.name().toLatin1()));
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const int side = qMin(size.width(), size.height());
    svg.render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class PaletteIcon final : public QIconEngine {
public:
    PaletteIcon(QString name, const QColor &colour) : m_name(std::move(name)), m_colour(colour) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const qreal scale = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, drawn(m_name, rect.size() * scale, colourFor(mode)));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        return drawn(m_name, size, colourFor(mode));
    }
    [[nodiscard]] QIconEngine *clone() const override { return new PaletteIcon(m_name, m_colour); }

private:
    [[nodiscard]] QColor colourFor(QIcon::Mode mode) const
    {
        const Colours &theme = colours(QApplication::palette());
        if (mode == QIcon::Disabled)
            return theme.faint;
        if (m_colour.isValid())
            return m_colour;
        return mode == QIcon::Selected ? theme.text : theme.muted;
    }

    QString m_name;
    QColor m_colour;
};

} // namespace

QIcon icon(const QString &name, const QColor &colour)
{
    return QIcon(new PaletteIcon(name, colour));
}

QPixmap iconPixmap(const QString &name, int size, const QColor &colour, qreal scale)
{
    QPixmap pixmap = drawn(name, QSize(size, size) * scale, colour);
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

bool hasIcon(const QString &name)
{
    return QFile::exists(pathOf(name));
}

} // namespace ui
