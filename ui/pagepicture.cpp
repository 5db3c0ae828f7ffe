// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pagepicture.h"

#include "ui/widgets/theme.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QWidget>

namespace ui {

namespace {

constexpr int margin = 6 * grid;
constexpr int lineHeight = 18;
constexpr int titleHeight = 32;
constexpr qreal pngScale = 2;
constexpr int pdfResolution = 300;

bool save(const QString &file, const QByteArray &bytes)
{
    QSaveFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.commit();
}

} // namespace

PagePicture::PagePicture(QWidget &page, QString title, QStringList about)
    : m_page(page)
    , m_title(std::move(title))
    , m_about(std::move(about))
{}

int PagePicture::headHeight() const
{
    return margin + titleHeight + lineHeight * static_cast<int>(m_about.size()) + margin / 2;
}

QSize PagePicture::size() const
{
    return {m_page.width(), m_page.height() + headHeight()};
}

void PagePicture::draw(QPainter &painter) const
{
    const Colours &theme = colours(m_page.palette());
    painter.fillRect(QRect({0, 0}, size()), theme.surface);
    painter.setPen(theme.text);
    painter.setFont(font(Type::Title, QFont::DemiBold));
    const int width = m_page.width() - 2 * margin;
    painter.drawText(QRect(margin, margin, width, titleHeight), Qt::AlignLeft | Qt::AlignTop, m_title);
    painter.setPen(theme.muted);
    painter.setFont(font(Type::Small));
    int y = margin + titleHeight;
    for (const QString &line : m_about) {
        painter.drawText(QRect(margin, y, width, lineHeight), Qt::AlignLeft | Qt::AlignVCenter, line);
        y += lineHeight;
    }
    // What stands under the pointer or has the keyboard is no part of what is told.
    m_page.render(&painter, QPoint(0, headHeight()), {}, QWidget::DrawChildren | QWidget::DrawWindowBackground);
}

bool PagePicture::writePng(const QString &file) const
{
    QImage image(size() * pngScale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pngScale);
    QPainter painter(&image);
    draw(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") && save(file, bytes);
}

bool PagePicture::writeSvg(const QString &file) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(size());
    svg.setViewBox(QRect({0, 0}, size()));
    svg.setTitle(m_title);
    svg.setDescription(m_about.join(QChar(u'\n')));
    QPainter painter(&svg);
    draw(painter);
    painter.end();
    return save(file, bytes);
}

bool PagePicture::writePdf(const QString &file) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return false;
    {
        QPdfWriter pdf(&buffer);
        pdf.setResolution(pdfResolution);
        pdf.setTitle(m_title);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageOrientation(QPageLayout::Landscape);
        print(pdf);
    }
    return save(file, bytes);
}

void PagePicture::print(QPagedPaintDevice &device) const
{
    QPainter painter(&device);
    const QRectF sheet(painter.viewport());
    const qreal scale = std::min(sheet.width() / size().width(), sheet.height() / size().height());
    painter.scale(scale, scale);
    draw(painter);
}

support::Result<void> PagePicture::write(const QString &file) const
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    const bool written = suffix == QLatin1String("svg")   ? writeSvg(file)
                         : suffix == QLatin1String("pdf") ? writePdf(file)
                                                          : writePng(file);
    if (written)
        return {};
    support::Error error{support::ErrorCode::FileUnwritable, file.toStdString(), "the picture cannot be written"};
    return tl::unexpected(std::move(error));
}

} // namespace ui
