// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/battlemapview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <array>
#include <cmath>
#include <optional>

namespace ui {
namespace {

constexpr double cutReach = 4;
constexpr double pointReach = 4;
constexpr double densityReach = 6;
constexpr double zoomOfAStep = 1.25; ///< of a key, or of one notch of the wheel
constexpr int keyPan = 60;

MapJoin joinOf(Qt::KeyboardModifiers modifiers)
{
    if (modifiers.testFlag(Qt::ControlModifier))
        return MapJoin::Subtract;
    return modifiers.testFlag(Qt::ShiftModifier) ? MapJoin::Add : MapJoin::Replace;
}

/// To the right and downwards, as the screen counts.
std::optional<QPointF> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left: return QPointF(-1, 0);
    case Qt::Key_Right: return QPointF(1, 0);
    case Qt::Key_Up: return QPointF(0, -1);
    case Qt::Key_Down: return QPointF(0, 1);
    default: return std::nullopt;
    }
}

} // namespace

void BattleMapView::wheelEvent(QWheelEvent *event)
{
    constexpr double notch = 120; // eighths of a degree
    if (m_cloud && event->angleDelta().y() != 0)
        zoomAt(event->position(), std::pow(zoomOfAStep, event->angleDelta().y() / notch));
    event->accept();
}

BattleMapView::Drag BattleMapView::cutAt(QPointF at) const
{
    const QRectF reach = m_projection.area().adjusted(-m_projection.area().left(), 0, 0, height() - m_projection.area().bottom());
    if (!m_cloud || !reach.contains(at))
        return Drag::None;
    const DayCuts days = dayCuts(m_cloud->map(), m_shownCuts);
    for (const double cut : {days.least, days.most}) {
        if (std::abs(m_projection.x(daysToMap(cut)) - at.x()) <= cutReach)
            return Drag::DaysCut;
    }
    const double y = m_projection.y(healthToMap(static_cast<double>(m_shownCuts.health)));
    return std::abs(y - at.y()) <= cutReach ? Drag::HealthCut : Drag::None;
}

void BattleMapView::mousePressEvent(QMouseEvent *event)
{
    if (!m_cloud || m_drag != Drag::None)
        return;
    const bool left = event->button() == Qt::LeftButton;
    const bool pans = event->button() == Qt::MiddleButton || (left && (m_spaceHeld || m_tool == Tool::Hand));
    const Drag cut = left && !m_spaceHeld ? cutAt(event->position()) : Drag::None;
    if (cut != Drag::None)
        m_drag = cut;
    else if (pans)
        m_drag = Drag::Pan;
    else if (left)
        m_drag = Drag::Outline;
    else
        return;
    m_spaceUsed = m_spaceUsed || m_spaceHeld;
    m_dragged = false;
    m_lasso = (m_tool == Tool::Lasso) != event->modifiers().testFlag(Qt::AltModifier);
    m_pointer = event->position();
    m_path = {event->position()};
    m_hovered.reset();
    showCursor(event->position());
}

void BattleMapView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (m_drag == Drag::None) {
        hover(at);
        return;
    }
    m_dragged = m_dragged || (at - m_path.front()).manhattanLength() >= QApplication::startDragDistance();
    switch (m_drag) {
    case Drag::Pan: {
        const QPoint by = (at - m_pointer).toPoint();
        m_pointer += by;
        panBy(by);
        break;
    }
    case Drag::Outline: m_path.append(at); break;
    case Drag::HealthCut:
    case Drag::DaysCut: moveCut(m_drag, at); break;
    case Drag::None: break;
    }
    update();
}

void BattleMapView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    m_pointer = event->position();
    if (drag == Drag::Outline && m_dragged)
        finishOutline(event->modifiers());
    else if (drag == Drag::Outline || (drag == Drag::Pan && !m_dragged && event->button() == Qt::LeftButton))
        click(event->position(), event->modifiers());
    m_path.clear();
    showCursor(event->position());
    update();
}

void BattleMapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_cloud || event->button() != Qt::LeftButton || cutAt(event->position()) != Drag::None)
        return;
    const auto place = m_layer.isDense() ? std::nullopt : picking().at(event->position(), pointReach);
    if (place)
        Q_EMIT opened(*place);
    else
        showAll();
}

void BattleMapView::leaveEvent(QEvent *)
{
    m_hovered.reset();
    m_hoveredCount = 0;
    update();
}

/// The rectangle between the ends of the path, or the path itself.
QPolygonF BattleMapView::outline() const
{
    return m_lasso ? m_path : QPolygonF(QRectF(m_path.front(), m_path.back()).normalized());
}

void BattleMapView::finishOutline(Qt::KeyboardModifiers modifiers)
{
    // Alt chose the lasso; Shift and Ctrl say what becomes of it.
    select(joined(m_selection, picking().within(outline()), joinOf(modifiers)));
}

void BattleMapView::click(QPointF at, Qt::KeyboardModifiers modifiers)
{
    const auto place = m_layer.isDense() ? std::nullopt : picking().at(at, pointReach);
    const MapJoin how = joinOf(modifiers);
    if (place) {
        setCurrent(place);
        select(joined(m_selection, {*place}, how));
    } else if (how == MapJoin::Replace) {
        select({});
    }
}

void BattleMapView::hover(QPointF at)
{
    m_pointer = at;
    showCursor(at);
    const bool over = m_cloud && m_projection.area().contains(at);
    const auto before = m_hovered;
    const std::size_t countBefore = m_hoveredCount;
    m_hovered = over && !m_layer.isDense() ? picking().at(at, pointReach) : std::nullopt;
    m_hoveredCount = over && m_layer.isDense() ? picking().around(at, densityReach) : 0;
    if (m_hovered != before && m_hovered)
        wantTexts();
    if (m_hovered != before || m_hoveredCount != countBefore || m_hovered || m_hoveredCount > 0)
        update();
}

void BattleMapView::showCursor(QPointF at)
{
    const Drag over = m_drag == Drag::None ? cutAt(at) : m_drag;
    if (over == Drag::HealthCut)
        setCursor(Qt::SplitVCursor);
    else if (over == Drag::DaysCut)
        setCursor(Qt::SplitHCursor);
    else if (over == Drag::Pan)
        setCursor(Qt::ClosedHandCursor);
    else if (m_spaceHeld || m_tool == Tool::Hand)
        setCursor(Qt::OpenHandCursor);
    else
        setCursor(m_projection.area().contains(at) ? Qt::CrossCursor : Qt::ArrowCursor);
}

/// To the next point; over a density, and with Ctrl, the map is moved instead.
bool BattleMapView::stepKey(QKeyEvent *event)
{
    const auto direction = directionOf(event->key());
    if (!direction || (event->modifiers() & (Qt::AltModifier | Qt::MetaModifier)) != 0)
        return false;
    if (event->modifiers().testFlag(Qt::ControlModifier) || m_layer.isDense())
        panBy((*direction * -keyPan).toPoint());
    else
        step(*direction);
    return true;
}

void BattleMapView::step(QPointF direction)
{
    const bool inSight =
        m_current && m_projection.area().contains(m_projection.toPixel(m_cloud->at(m_cloud->number(*m_current))));
    if (const auto next = picking().next(inSight ? m_current : std::nullopt, direction))
        setCurrent(next);
}

bool BattleMapView::zoomKey(int key)
{
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(zoomOfAStep); return true;
    case Qt::Key_Minus: zoomBy(1 / zoomOfAStep); return true;
    case Qt::Key_0: showAll(); return true;
    default: return false;
    }
}

void BattleMapView::keyPressEvent(QKeyEvent *event)
{
    if (!m_cloud || m_cloud->size() == 0)
        return event->ignore();
    if (stepKey(event) || zoomKey(event->key()))
        return;
    if (event->key() == Qt::Key_Space) {
        m_spaceUsed = m_spaceUsed && event->isAutoRepeat();
        m_spaceHeld = true;
        return showCursor(m_pointer);
    }
    if (event->key() == Qt::Key_Escape && !m_selection.empty())
        return select({});
    if (event->matches(QKeySequence::SelectAll))
        return select(picking().within(QPolygonF(m_projection.area())));
    event->ignore();
}

/// The space bar moves the map while it is held; pressed alone it chooses the deal that the keyboard is at, or lets it go.
void BattleMapView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat())
        return event->ignore();
    m_spaceHeld = false;
    showCursor(m_pointer);
    if (m_spaceUsed || !m_current)
        return;
    const bool chosen = std::ranges::binary_search(m_selection, *m_current);
    select(joined(m_selection, {*m_current}, chosen ? MapJoin::Subtract : MapJoin::Add));
}

void BattleMapView::focusOutEvent(QFocusEvent *event)
{
    m_spaceHeld = false;
    QWidget::focusOutEvent(event);
    update();
}

} // namespace ui
