// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/pages/map/mapplayer.h"
#include "ui/pages/page.h"
#include "ui/widgets/battlemapview.h"

class QStackedWidget;

namespace ui {

class MapActs;
class MapSide;
class MapTools;
class PlayBar;
class TextLabel;

/// All open deals by their health and the days to their close.
class MapPage final : public Page {
    Q_OBJECT
public:
    explicit MapPage(const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void retranslate() override;
    void activate() override;
    /// The deals that are chosen, or else all that are shown, the biggest first.
    [[nodiscard]] std::vector<TableSource> tables() const override;

    [[nodiscard]] BattleMapView &map() const { return *m_map; }
    [[nodiscard]] MapPlayer &player() { return m_player; }
    [[nodiscard]] MapSide &side() const { return *m_side; }
    [[nodiscard]] const std::vector<workbench::DealSummary> &listed() const { return m_listed; }

private:
    void build();
    void bindActions();
    void listen();
    void ask();
    void show(std::shared_ptr<const MapCloud> cloud, std::shared_ptr<const MapCloud> compared);
    void showWeek();
    void trail();
    void askTexts(const std::vector<std::uint32_t> &places);
    void askDeals(std::size_t count);
    void setDeals(std::vector<std::uint32_t> places, std::vector<workbench::DealSummary> deals);
    void followSelection();
    void followMap();
    void followList();
    void openDeal(bool inWindow);
    void selectWithoutDays();
    void copy() const;
    /// Where the keyboard is: a point of the map, or a row of the list.
    [[nodiscard]] std::optional<domain::DealId> current() const;
    /// Of what is chosen, or else of what is shown.
    [[nodiscard]] workbench::MapSum sum() const;

    Inquiry m_question;
    Inquiry m_texts;
    Inquiry m_deals;
    BattleMapView *m_map;
    MapTools *m_tools;
    MapPlayer m_player;
    PlayBar *m_playBar;
    MapSide *m_side;
    MapActs *m_acts;
    QStackedWidget *m_stack;
    QWidget *m_body;
    TextLabel *m_empty;
    std::shared_ptr<const MapCloud> m_compared; ///< of the day that is compared with
    std::vector<std::uint32_t> m_chosenNow;     ///< in the map of now, while an earlier week is shown
    std::vector<std::uint32_t> m_places;        ///< of the rows beside the map
    std::vector<workbench::DealSummary> m_listed;
    bool m_following = false; ///< map and list are being brought together
};

} // namespace ui
