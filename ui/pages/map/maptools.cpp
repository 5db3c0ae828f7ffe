// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/map/maptools.h"

#include "ui/models/mapwords.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

#include <array>

namespace ui {
namespace {

constexpr std::array bys{workbench::MapBy::Region, workbench::MapBy::Rep, workbench::MapBy::Stage, workbench::MapBy::Flag};
constexpr std::array tools{BattleMapView::Tool::Rectangle, BattleMapView::Tool::Lasso, BattleMapView::Tool::Hand};
constexpr double zoomOfAClick = 1.5;

QIcon dot(const QColor &colour)
{
    constexpr int side = 24;
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(4, 4, side - 8, side - 8));
    painter.end();
    return picture;
}

void name(QToolButton *button, const QString &text)
{
    button->setToolTip(text);
    button->setAccessibleName(text);
}

} // namespace

MapTools::MapTools(BattleMapView &map, QWidget *parent)
    : QWidget(parent)
    , m_map(map)
    , m_format(QLocale(), support::TimeZone::utc())
    , m_colour(new QComboBox)
    , m_size(new QComboBox)
    , m_tools(new QButtonGroup(this))
    , m_zoomIn(toolButton(QStringLiteral("plus")))
    , m_zoomOut(toolButton(QStringLiteral("minus")))
    , m_all(toolButton(QStringLiteral("fit")))
    , m_cuts(new QToolButton)
    , m_legend(new QWidget)
{
    build();
    listen();
}

QToolButton *MapTools::toolButton(const QString &icon)
{
    auto *button = new QToolButton;
    button->setIcon(ui::icon(icon));
    button->setAutoRaise(true);
    return button;
}

void MapTools::build()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_colour);
    row->addWidget(m_size);
    row->addSpacing(8);
    constexpr std::array icons{"frame", "lasso", "hand"};
    for (std::size_t i = 0; i < tools.size(); ++i) {
        QToolButton *button = toolButton(QString::fromLatin1(icons[i]));
        button->setCheckable(true);
        m_tools->addButton(button, static_cast<int>(i));
        row->addWidget(button);
    }
    m_tools->button(0)->setChecked(true);
    row->addSpacing(8);
    for (QToolButton *button : {m_zoomIn, m_zoomOut, m_all})
        row->addWidget(button);
    row->addSpacing(8);
    row->addWidget(m_cuts);
    row->addStretch();
    auto *legend = new FlowLayout(m_legend);
    legend->setContentsMargins({});
    legend->setSpacing(4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 4);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_legend);
    m_cuts->setIcon(ui::icon(QStringLiteral("undo")));
    m_cuts->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

void MapTools::listen()
{
    connect(m_colour, &QComboBox::activated, this, [this](int index) {
        m_map.colourBy(bys.at(static_cast<std::size_t>(index)));
        follow();
    });
    connect(m_size, &QComboBox::activated, this, [this](int index) { m_map.sizeByMoney(index == 0); });
    connect(m_tools, &QButtonGroup::idClicked, this, [this](int id) { m_map.setTool(tools.at(static_cast<std::size_t>(id))); });
    connect(m_zoomIn, &QToolButton::clicked, this, [this] { m_map.zoomBy(zoomOfAClick); });
    connect(m_zoomOut, &QToolButton::clicked, this, [this] { m_map.zoomBy(1 / zoomOfAClick); });
    connect(m_all, &QToolButton::clicked, &m_map, &BattleMapView::showAll);
    connect(m_cuts, &QToolButton::clicked, &m_map, &BattleMapView::resetCuts);
    connect(&m_map, &BattleMapView::cutsChanged, this, &MapTools::follow);
}

void MapTools::fillChoices()
{
    const QSignalBlocker quiet(m_colour);
    const QSignalBlocker quietToo(m_size);
    const int size = std::max(m_size->currentIndex(), 0);
    m_colour->clear();
    for (const workbench::MapBy by : bys)
        m_colour->addItem(tr("Colour: %1").arg(word(by)));
    m_size->clear();
    m_size->addItem(tr("Size: money"));
    m_size->addItem(tr("Size: all alike"));
    m_size->setCurrentIndex(size);
}

void MapTools::retranslate(const Format &format)
{
    m_format = format;
    fillChoices();
    m_colour->setAccessibleName(tr("What the colours tell"));
    m_size->setAccessibleName(tr("What the sizes tell"));
    m_size->setToolTip(tr("An amount is compared with what deals in its currency usually come to."));
    const std::array<QString, 3> names{tr("Choose by rectangle (Shift adds, Ctrl takes away, Alt draws a lasso)"),
                                       tr("Choose by lasso (Shift adds, Ctrl takes away)"),
                                       tr("Move the map (or the middle button, or the space bar held)")};
    for (std::size_t i = 0; i < names.size(); ++i)
        name(qobject_cast<QToolButton *>(m_tools->button(static_cast<int>(i))), names[i]);
    name(m_zoomIn, tr("Closer (+)"));
    name(m_zoomOut, tr("Further away (−)"));
    name(m_all, tr("Everything in sight (0)"));
    m_cuts->setText(tr("Back to the playbook's lines"));
    follow();
}

void MapTools::follow()
{
    m_colour->setCurrentIndex(static_cast<int>(m_map.colouring().by()));
    m_cuts->setVisible(m_map.hasOwnCuts());
    showLegend();
}

void MapTools::showLegend()
{
    const MapColouring &colouring = m_map.colouring();
    const auto &inks = mapColours(&colours(palette()) == &darkColours());
    while (m_entries.size() < colouring.entries().size()) {
        auto *button = new QToolButton;
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize(QSize(12, 12));
        button->setCheckable(true);
        m_legend->layout()->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, place = m_entries.size()](bool checked) {
            const std::uint8_t colour = m_map.colouring().entries().at(place).colour;
            m_map.isolate(checked ? std::optional(colour) : std::nullopt);
        });
        m_entries.push_back(button);
    }
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const bool used = i < colouring.entries().size();
        m_entries[i]->setVisible(used);
        if (!used)
            continue;
        const MapEntry &entry = colouring.entries()[i];
        const QString text = entry.colour != 0 ? nameOf(m_format, colouring.by(), entry.name) : tr("Others or none");
        m_entries[i]->setIcon(dot(inks[entry.colour]));
        m_entries[i]->setText(QStringLiteral("%1 %2").arg(text, m_format.count(static_cast<qint64>(entry.deals))));
        m_entries[i]->setChecked(colouring.isolated() == entry.colour);
        m_entries[i]->setToolTip(tr("Only these"));
    }
}

} // namespace ui
