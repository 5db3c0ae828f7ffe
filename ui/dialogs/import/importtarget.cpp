// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/import/importtarget.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int iconSize = 18;

QString into(const QString &name, bool sample, bool fresh)
{
    if (sample)
        return ImportTarget::tr("Into “%1”, which is a sample: its deals are made up, and yours would stand among them.")
            .arg(name);
    return fresh ? ImportTarget::tr("Into the new workspace “%1”").arg(name)
                 : ImportTarget::tr("Into the workspace “%1”").arg(name);
}

} // namespace

ImportTarget::ImportTarget(const Session &session, bool fresh, QWidget *parent)
    : QFrame(parent)
    , m_sample(session.status().sampleClock.has_value())
    , m_icon(new QLabel(this))
    , m_file(new TextLabel(Type::Small, Tone::Muted, QFont::Normal, this))
    , m_elsewhere(new QPushButton(fresh ? tr("Name and place…") : tr("Into a new workspace"), this))
{
    setObjectName(QStringLiteral("importTarget"));
    const QFileInfo file(session.file());
    auto *name = new QLabel(into(file.completeBaseName(), m_sample, fresh), this);
    name->setObjectName(QStringLiteral("targetName"));
    name->setWordWrap(true);
    const QString path = QDir::toNativeSeparators(file.filePath());
    m_file->setObjectName(QStringLiteral("targetFile"));
    m_file->setElided(true);
    m_file->setText(path);
    m_file->setToolTip(path);
    m_elsewhere->setObjectName(QStringLiteral("elsewhere"));
    m_elsewhere->setAutoDefault(false);
    m_elsewhere->setToolTip(fresh ? tr("Says what the new workspace is called and where it is kept")
                                  : tr("Makes a workspace for these files alone; the open one stays as it is"));
    connect(m_elsewhere, &QPushButton::clicked, this, fresh ? &ImportTarget::placeRequested : &ImportTarget::elsewhereRequested);

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(m_file);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    layout->setSpacing(3 * grid);
    layout->addWidget(m_icon);
    layout->addLayout(words, 1);
    layout->addWidget(m_elsewhere);
    drawIcon();
    setOpen(true);
}

void ImportTarget::setOpen(bool open)
{
    m_elsewhere->setVisible(open);
}

void ImportTarget::drawIcon()
{
    const Tone tone = m_sample ? Tone::Warning : Tone::Muted;
    m_icon->setPixmap(iconPixmap(m_sample ? QStringLiteral("warning") : QStringLiteral("file"), iconSize,
                                 toneColours(QApplication::palette(), tone).ink, devicePixelRatioF()));
}

void ImportTarget::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_sample ? toneColours(palette(), Tone::Warning).soft : colours(palette()).window);
    painter.drawRoundedRect(rect(), grid, grid);
}

void ImportTarget::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        drawIcon();
}

} // namespace ui
