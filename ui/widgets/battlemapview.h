// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/widgets/map/mapcolouring.h"
#include "ui/widgets/map/mapground.h"
#include "ui/widgets/map/maplayer.h"
#include "ui/widgets/map/mapselecting.h"
#include "ui/widgets/map/maptrails.h"

#include <QPointer>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

class CutHandle;

/// What a deal is called on the map.
struct MapText {
    std::string id;
    QString customer;
    QString deal;
};

/// The battle map: every open deal a point at its health and its expected days to the close. Zoomed by the wheel, moved with the
/// middle button or the space bar, chosen by rectangle or lasso; the lines that divide it are dragged.
class BattleMapView final : public QWidget {
    Q_OBJECT
public:
    enum class Tool : std::uint8_t { Rectangle, Lasso, Hand };

    explicit BattleMapView(QWidget *parent = nullptr);

    /// Shows another map. What was chosen stays chosen where it is still there. With `still` the same of the world stays in
    /// sight, else everything does where everything was.
    void setCloud(std::shared_ptr<const MapCloud> cloud, bool still = false);
    [[nodiscard]] const MapCloud *cloud() const { return m_cloud.get(); }
    void setFormat(const Format &format);
    void setTool(Tool tool);
    [[nodiscard]] Tool tool() const { return m_tool; }

    void colourBy(workbench::MapBy by);
    void sizeByMoney(bool sized);
    void isolate(std::optional<std::uint8_t> colour);
    [[nodiscard]] const MapColouring &colouring() const { return m_colouring; }

    [[nodiscard]] workbench::MapCuts cuts() const;
    void setCuts(const workbench::MapCuts &cuts);
    void resetCuts();
    [[nodiscard]] bool hasOwnCuts() const { return m_cuts.has_value(); }
    /// Of what is shown, divided where it is divided now.
    [[nodiscard]] const workbench::MapTally &tally() const { return m_tally; }

    /// Places in the map, ascending.
    [[nodiscard]] const std::vector<std::uint32_t> &selection() const { return m_selection; }
    void select(std::vector<std::uint32_t> places);
    /// The deal that the keyboard is at.
    [[nodiscard]] std::optional<std::uint32_t> current() const { return m_current; }
    void setCurrent(std::optional<std::uint32_t> place);

    void zoomBy(double factor);
    void panBy(QPoint by);
    void showAll();
    [[nodiscard]] bool showsAll() const { return m_home; }
    [[nodiscard]] const MapProjection &projection() const { return m_projection; }
    [[nodiscard]] bool isDense() const { return m_layer.isDense(); }
    [[nodiscard]] const MapLayer &layer() const { return m_layer; }

    void setTrails(std::vector<MapTrail> trails);
    /// By deal: the answer to `textsWanted`.
    void setTexts(const std::map<std::uint32_t, MapText> &texts);
    /// Null where it is not known yet.
    [[nodiscard]] const MapText *text(std::uint32_t place) const;
    /// The labels as they were painted last.
    [[nodiscard]] const std::vector<QRectF> &labelAreas() const { return m_labelAreas; }

    [[nodiscard]] QSize sizeHint() const override { return {720, 480}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }

Q_SIGNALS:
    void selectionChanged();
    void currentChanged();
    void cutsChanged();
    void opened(std::uint32_t place);
    /// Places whose texts are needed and not known.
    void textsWanted(const std::vector<std::uint32_t> &places);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag : std::uint8_t { None, Pan, Outline, HealthCut, DaysCut };

    [[nodiscard]] MapScene scene() const { return {m_projection, palette(), m_format, m_cloud->map(), m_shownCuts}; }
    [[nodiscard]] MapPicking picking() const { return {*m_cloud, m_layer.looks(), m_projection}; }
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] QRectF homeWorld() const;
    void look();  ///< colours, sizes and what is chosen have changed
    void count(); ///< the tally of what is shown
    void describe();
    void placeHandles();
    void moveCut(Drag which, QPointF to);
    [[nodiscard]] Drag cutAt(QPointF at) const;
    void zoomAt(QPointF at, double factor);
    void moved(); ///< another part is in sight
    void wantTexts();
    void hover(QPointF at);
    void finishOutline(Qt::KeyboardModifiers modifiers);
    void click(QPointF at, Qt::KeyboardModifiers modifiers);
    void step(QPointF direction);
    [[nodiscard]] QPolygonF outline() const;
    [[nodiscard]] bool stepKey(QKeyEvent *event);
    [[nodiscard]] bool zoomKey(int key);
    void showCursor(QPointF at);

    void paintTrails(QPainter &painter) const;
    void paintLabels(QPainter &painter, const std::vector<MapCaption> &captions);
    void paintMarks(QPainter &painter) const;
    void paintHover(QPainter &painter) const;
    void paintDensityKey(QPainter &painter) const;

    std::shared_ptr<const MapCloud> m_cloud;
    Format m_format;
    MapLayer m_layer;
    MapColouring m_colouring;
    MapProjection m_projection;
    bool m_home = true; ///< everything is in sight, also when the size changes
    Tool m_tool = Tool::Rectangle;
    std::optional<workbench::MapCuts> m_cuts; ///< none: the playbook's
    workbench::MapCuts m_shownCuts;
    workbench::MapTally m_tally;
    std::vector<std::uint32_t> m_selection;
    std::optional<std::uint32_t> m_current;
    std::optional<std::uint32_t> m_hovered;
    std::size_t m_hoveredCount = 0; ///< of a density
    QPointF m_pointer;
    std::vector<MapTrail> m_trails;
    std::map<std::uint32_t, MapText> m_texts; ///< by deal
    std::vector<std::uint32_t> m_heaviest;    ///< places in sight
    std::vector<QRectF> m_labelAreas;
    Drag m_drag = Drag::None;
    bool m_dragged = false; ///< it went further than a click
    bool m_lasso = false;   ///< of this outline
    bool m_spaceHeld = false;
    bool m_spaceUsed = false;
    QPolygonF m_path;
    CutHandle *m_healthHandle;
    CutHandle *m_daysHandle;
};

} // namespace ui
