// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <QString>
#include <QStringList>

class QPagedPaintDevice;
class QPainter;
class QWidget;

namespace ui {

/// A page as a picture: above it what it is and of what, below it the page as it is on the screen.
class PagePicture {
public:
    /// `about` are the lines below the title. `page` has to live as long as this.
    PagePicture(QWidget &page, QString title, QStringList about);

    /// By the suffix of `file`: "png" (at twice the size of the screen), "svg" or "pdf" (one sheet, the long side across). Fails
    /// with FileUnwritable.
    [[nodiscard]] support::Result<void> write(const QString &file) const;
    /// Onto one sheet of a printer or a file, as large as it can be.
    void print(QPagedPaintDevice &device) const;

    /// In device-independent pixels.
    [[nodiscard]] QSize size() const;
    void draw(QPainter &painter) const;

private:
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] bool writePng(const QString &file) const;
    [[nodiscard]] bool writeSvg(const QString &file) const;
    [[nodiscard]] bool writePdf(const QString &file) const;

    QWidget &m_page;
    QString m_title;
    QStringList m_about;
};

} // namespace ui
