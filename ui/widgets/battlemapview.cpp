// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/battlemapview.h"

#include "ui/models/mapwords.h"
#include "ui/widgets/map/cuthandle.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr double leftMargin = 52;
constexpr double bottomMargin = 36;
constexpr double otherMargin = 8;
constexpr double aroundAll = 0.03; ///< of the extent, on every side of the outermost points
constexpr double closest = 400;    ///< times the scale at which everything is in sight
constexpr std::size_t mostLabels = 16;

/// The places of the same deals in another map, ascending; those that are not on it are left out.
std::vector<std::uint32_t> carried(const std::vector<std::uint32_t> &places, const workbench::BattleMap &from,
                                   const workbench::BattleMap &to)
{
    std::vector<std::uint32_t> found;
    const auto middle = to.deal.begin() + static_cast<std::ptrdiff_t>(to.placed);
    for (const std::uint32_t place : places) {
        const std::uint32_t deal = from.deal[place];
        auto at = std::lower_bound(to.deal.begin(), middle, deal);
        if (at == middle || *at != deal)
            at = std::lower_bound(middle, to.deal.end(), deal);
        if (at != to.deal.end() && *at == deal)
            found.push_back(static_cast<std::uint32_t>(at - to.deal.begin()));
    }
    std::ranges::sort(found);
    return found;
}

} // namespace

BattleMapView::BattleMapView(QWidget *parent)
    : QWidget(parent)
    , m_format(QLocale(), support::TimeZone::utc())
    , m_healthHandle(new CutHandle(Qt::Vertical, this))
    , m_daysHandle(new CutHandle(Qt::Horizontal, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(m_healthHandle, &QAbstractSlider::valueChanged, this, [this](int health) {
        workbench::MapCuts cuts = m_shownCuts;
        cuts.health = health;
        setCuts(cuts);
    });
    connect(m_daysHandle, &QAbstractSlider::valueChanged, this, [this](int days) {
        workbench::MapCuts cuts = m_shownCuts;
        cuts.days = days;
        setCuts(cuts);
    });
    changeEvent(nullptr);
}

void BattleMapView::setFormat(const Format &format)
{
    m_format = format;
    m_healthHandle->setAccessibleName(tr("Health from which on a deal is healthy"));
    m_daysHandle->setAccessibleName(tr("Days up to which the close is near"));
    m_healthHandle->setToolTip(m_healthHandle->accessibleName());
    m_daysHandle->setToolTip(m_daysHandle->accessibleName());
    describe();
    update();
}

void BattleMapView::setCloud(std::shared_ptr<const MapCloud> cloud, bool still)
{
    const auto before = std::exchange(m_cloud, std::move(cloud));
    const auto carry = [&](const std::vector<std::uint32_t> &places) {
        return before && m_cloud ? carried(places, before->map(), m_cloud->map()) : std::vector<std::uint32_t>();
    };
    m_selection = carry(m_selection);
    const auto current = m_current ? carry({*m_current}) : std::vector<std::uint32_t>();
    m_current = current.empty() || current.front() >= m_cloud->map().placed ? std::nullopt : std::optional(current.front());
    m_hovered.reset();
    m_texts.clear();
    if (m_cloud) {
        m_colouring.assign(m_cloud->map(), m_colouring.by());
        m_shownCuts = cuts();
    }
    m_trails.clear();
    if (!before || (m_home && !still))
        showAll();
    look();
    count();
    Q_EMIT selectionChanged();
    Q_EMIT currentChanged();
}

void BattleMapView::setTool(Tool tool)
{
    m_tool = tool;
    showCursor(m_pointer);
}

void BattleMapView::colourBy(workbench::MapBy by)
{
    if (m_cloud)
        m_colouring.assign(m_cloud->map(), by);
    look();
    count();
}

void BattleMapView::sizeByMoney(bool sized)
{
    m_colouring.setSizedByMoney(sized);
    look();
}

void BattleMapView::isolate(std::optional<std::uint8_t> colour)
{
    m_colouring.isolate(colour);
    look();
    count();
}

workbench::MapCuts BattleMapView::cuts() const
{
    if (m_cuts)
        return *m_cuts;
    return m_cloud ? m_cloud->map().cuts : workbench::MapCuts();
}

void BattleMapView::setCuts(const workbench::MapCuts &cuts)
{
    if (!m_cloud || cuts == m_shownCuts)
        return;
    m_cuts = cuts == m_cloud->map().cuts ? std::nullopt : std::optional(cuts);
    m_shownCuts = cuts;
    count();
}

void BattleMapView::resetCuts()
{
    if (m_cloud)
        setCuts(m_cloud->map().cuts);
}

void BattleMapView::select(std::vector<std::uint32_t> places)
{
    if (places == m_selection)
        return;
    m_selection = std::move(places);
    look();
    Q_EMIT selectionChanged();
}

void BattleMapView::setCurrent(std::optional<std::uint32_t> place)
{
    if (place == m_current)
        return;
    m_current = place;
    wantTexts();
    describe();
    update();
    Q_EMIT currentChanged();
}

void BattleMapView::setTrails(std::vector<MapTrail> trails)
{
    m_trails = std::move(trails);
    update();
}

void BattleMapView::setTexts(const std::map<std::uint32_t, MapText> &texts)
{
    m_texts.insert(texts.begin(), texts.end());
    describe();
    update();
}

const MapText *BattleMapView::text(std::uint32_t place) const
{
    const auto known = m_texts.find(m_cloud->map().deal[place]);
    return known == m_texts.end() ? nullptr : &known->second;
}

QRectF BattleMapView::plotArea() const
{
    return QRectF(rect()).adjusted(leftMargin, otherMargin, -otherMargin, -bottomMargin);
}

/// All points with some room around them, the cuts and today among them.
QRectF BattleMapView::homeWorld() const
{
    const DayCuts days = dayCuts(m_cloud->map(), m_shownCuts);
    const double health = healthToMap(static_cast<double>(m_shownCuts.health));
    QRectF world(
        QPointF(0, std::min(m_cloud->bounds().top(), health)),
        QPointF(std::max(m_cloud->bounds().right(), daysToMap(days.most)), std::max(m_cloud->bounds().bottom(), health)));
    if (world.height() < 1)
        world.adjust(0, -10, 0, 10);
    if (world.width() < 1)
        world.setRight(world.left() + 1);
    const double x = world.width() * aroundAll;
    const double y = world.height() * aroundAll;
    return world.adjusted(0, -y, x, y);
}

void BattleMapView::showAll()
{
    m_home = true;
    if (m_cloud)
        m_projection.fit(homeWorld(), plotArea());
    moved();
}

void BattleMapView::zoomBy(double factor)
{
    if (m_cloud)
        zoomAt(m_projection.area().center(), factor);
}

void BattleMapView::zoomAt(QPointF at, double factor)
{
    MapProjection all;
    all.fit(homeWorld(), plotArea());
    const double scale = m_projection.scaleX() / all.scaleX();
    const double wanted = std::clamp(scale * factor, 1.0, closest);
    if (wanted <= 1)
        return showAll();
    m_home = false;
    m_projection.zoom(at, wanted / scale);
    moved();
}

void BattleMapView::panBy(QPoint by)
{
    m_home = false;
    m_projection.pan(by);
    // The points do not leave the sight altogether.
    const QRectF world = m_projection.world();
    const QRectF all = homeWorld();
    const QPointF middle(std::clamp(world.center().x(), all.left(), all.right()),
                         std::clamp(world.center().y(), all.top(), all.bottom()));
    const QPointF back = m_projection.toPixel(world.center()) - m_projection.toPixel(middle);
    m_projection.pan(back.toPoint());
    moved();
}

void BattleMapView::moved()
{
    placeHandles();
    wantTexts();
    update();
}

void BattleMapView::look()
{
    if (m_cloud)
        m_layer.setCloud(m_cloud, m_colouring.looks(*m_cloud, m_selection));
    wantTexts();
    update();
}

void BattleMapView::count()
{
    m_tally = m_cloud ? workbench::tally(m_cloud->map(), m_shownCuts, m_colouring.taken(m_cloud->map())) : workbench::MapTally();
    placeHandles();
    describe();
    update();
    Q_EMIT cutsChanged();
}

/// What a screen reader says of the map, and of the deal that the keyboard is at.
void BattleMapView::describe()
{
    setAccessibleName(tr("Battle map: open deals by health and expected days to the close"));
    QString text = m_cloud ? mapInWords(m_format, m_tally) : QString();
    if (m_cloud && m_current) {
        const auto known = m_texts.find(m_cloud->map().deal[*m_current]);
        const QString name =
            known == m_texts.end() ? QString() : known->second.customer + QStringLiteral(" · ") + known->second.deal;
        text = tr("%1: %2. %3").arg(name, dealLines(m_format, m_cloud->map(), *m_current).join(QStringLiteral(", ")), text);
    }
    setAccessibleDescription(text);
}

void BattleMapView::placeHandles()
{
    m_healthHandle->setVisible(m_cloud != nullptr);
    m_daysHandle->setVisible(m_cloud != nullptr);
    if (!m_cloud)
        return;
    const QRectF &area = m_projection.area();
    const DayCuts days = dayCuts(m_cloud->map(), m_shownCuts);
    const double x = m_projection.x(daysToMap(days.most));
    const double y = m_projection.y(healthToMap(static_cast<double>(m_shownCuts.health)));
    constexpr int half = CutHandle::side / 2;
    m_daysHandle->move(static_cast<int>(std::lround(x)) - half, static_cast<int>(area.bottom()));
    m_healthHandle->move(static_cast<int>(area.left()) - CutHandle::side, static_cast<int>(std::lround(y)) - half);
    const QSignalBlocker quiet(m_healthHandle);
    const QSignalBlocker quietToo(m_daysHandle);
    const int step = m_cloud->healthStep();
    const QRectF all = homeWorld();
    m_healthHandle->setRange(static_cast<int>(healthFromMap(all.top())), static_cast<int>(healthFromMap(all.bottom())));
    m_healthHandle->setSingleStep(step);
    m_healthHandle->setPageStep(step * 4);
    m_healthHandle->setValue(static_cast<int>(m_shownCuts.health));
    m_daysHandle->setRange(1, std::max(static_cast<int>(daysFromMap(all.right())), 1));
    m_daysHandle->setPageStep(7);
    m_daysHandle->setValue(static_cast<int>(std::lround(days.most)));
}

/// To whole days, and to where another step of the health begins.
void BattleMapView::moveCut(Drag which, QPointF to)
{
    workbench::MapCuts cuts = m_shownCuts;
    const QPointF world = m_projection.toWorld(to);
    if (which == Drag::DaysCut) {
        cuts.days = std::clamp(std::round(daysFromMap(world.x())), 1.0, static_cast<double>(m_daysHandle->maximum()));
    } else {
        const int step = m_cloud->healthStep();
        const std::int64_t first = m_cloud->size() == 0 ? 0 : m_cloud->map().health[0] % step;
        cuts.health = std::llround((healthFromMap(world.y()) - static_cast<double>(first)) / step) * step + first;
    }
    setCuts(cuts);
}

void BattleMapView::wantTexts()
{
    m_heaviest.clear();
    if (!m_cloud || m_cloud->size() == 0)
        return;
    if (m_layer.cloud() && !m_layer.isCrowded(m_projection))
        m_heaviest = picking().heaviest(mostLabels);
    std::vector<std::uint32_t> unknown;
    const auto want = [&](std::uint32_t place) {
        if (text(place) == nullptr)
            unknown.push_back(place);
    };
    std::ranges::for_each(m_heaviest, want);
    for (const auto &one : {m_current, m_hovered}) {
        if (one)
            want(*one);
    }
    if (!unknown.empty())
        Q_EMIT textsWanted(unknown);
}

void BattleMapView::resizeEvent(QResizeEvent *)
{
    if (m_home)
        return showAll();
    m_projection.resize(plotArea());
    moved();
}

void BattleMapView::changeEvent(QEvent *event)
{
    if (event != nullptr)
        QWidget::changeEvent(event);
    if (event != nullptr && event->type() != QEvent::PaletteChange)
        return;
    const Colours &c = colours(palette());
    m_layer.setColours(&c == &darkColours(), c.surface, c.text);
    update();
}

} // namespace ui
