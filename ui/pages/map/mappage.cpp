// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/map/mappage.h"

#include "ui/models/dealtable.h"
#include "ui/models/dealwords.h"
#include "ui/models/mapwords.h"
#include "ui/pages/map/mapacts.h"
#include "ui/pages/map/mapside.h"
#include "ui/pages/map/maptools.h"
#include "ui/pages/map/playbar.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <utility>

namespace ui {
namespace {

constexpr int sideWidth = 340;
constexpr int narrowestSide = 260;
constexpr std::size_t listedAtFirst = 100;
constexpr std::size_t mostTrails = 600; ///< more of them would hide each other

/// The places of what is not hidden.
std::vector<std::uint32_t> shown(const workbench::BattleMap &map, const std::vector<std::uint8_t> &taken)
{
    std::vector<std::uint32_t> places;
    places.reserve(map.size());
    for (std::size_t place = 0; place < map.size(); ++place) {
        if (taken.empty() || taken[place] != 0)
            places.push_back(static_cast<std::uint32_t>(place));
    }
    return places;
}

/// Those that weigh most, the first of them first.
std::vector<std::uint32_t> biggest(const workbench::BattleMap &map, std::vector<std::uint32_t> places, std::size_t count)
{
    const auto end = places.begin() + static_cast<std::ptrdiff_t>(std::min(count, places.size()));
    std::ranges::partial_sort(places, end, [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(-map.weight[a], a) < std::pair(-map.weight[b], b);
    });
    places.erase(end, places.end());
    return places;
}

} // namespace

MapPage::MapPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_question(context.session, this)
    , m_texts(context.session, this)
    , m_deals(context.session, this)
    , m_map(new BattleMapView)
    , m_tools(new MapTools(*m_map))
    , m_player(context.session, this)
    , m_playBar(new PlayBar(m_player))
    , m_side(new MapSide(context.actions))
    , m_acts(new MapActs(context, *m_map, this))
    , m_stack(new QStackedWidget)
    , m_body(new QWidget)
    , m_empty(new TextLabel(Type::Heading, Tone::Muted))
{
    build();
    bindActions();
    listen();
    retranslate();
}

void MapPage::build()
{
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_map, 1);
    column->addWidget(m_playBar);
    m_acts->speakIn(column);
    m_acts->setAnchor(m_side->assignButton());
    auto *splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("mapColumns"));
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    m_side->setMinimumWidth(narrowestSide);
    splitter->addWidget(left);
    splitter->addWidget(m_side);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({2 * sideWidth, sideWidth});
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins({});
    body->setSpacing(0);
    body->addWidget(splitter, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setMargin(40);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);
}

void MapPage::bindActions()
{
    const auto hasCurrent = [this] { return current().has_value(); };
    actions().handle(
        Action::OpenDeal, this, [this] { openDeal(false); }, hasCurrent);
    actions().handle(
        Action::OpenDealWindow, this, [this] { openDeal(true); }, hasCurrent);
    actions().handle(
        Action::CopyReason, this, [this] { copy(); }, [this] { return !m_listed.empty(); });
}

void MapPage::listen()
{
    const auto renew = [this] {
        if (isVisible())
            ask();
    };
    connect(&session(), &Session::viewChanged, this, renew);
    connect(&session(), &Session::changed, this, renew);
    connect(&session(), &Session::timePassed, this, renew);
    connect(&session(), &Session::formatChanged, this, &MapPage::retranslate);
    connect(&session(), &Session::closed, this, [this] { show(nullptr, nullptr); });
    connect(&m_player, &MapPlayer::weekShown, this, &MapPage::showWeek);
    connect(m_map, &BattleMapView::textsWanted, this, &MapPage::askTexts);
    connect(m_map, &BattleMapView::selectionChanged, this, &MapPage::followSelection);
    connect(m_map, &BattleMapView::cutsChanged, this, &MapPage::followSelection);
    connect(m_map, &BattleMapView::currentChanged, this, &MapPage::followMap);
    connect(m_map, &BattleMapView::opened, this, [this](std::uint32_t place) {
        m_map->setCurrent(place);
        openDeal(false);
    });
    connect(m_side, &MapSide::opened, this, [this] { openDeal(false); });
    connect(m_side, &MapSide::currentChanged, this, &MapPage::followList);
    connect(m_side, &MapSide::moreWanted, this, [this] {
        if (!m_deals.isAsking())
            askDeals(2 * m_listed.size());
    });
    connect(m_side, &MapSide::withoutDaysWanted, this, &MapPage::selectWithoutDays);
}

QString MapPage::title() const
{
    return tr("Battle map");
}

void MapPage::retranslate()
{
    setAccessibleName(title());
    m_empty->setText(tr("No open deals here. The map fills as soon as there are some in this scope."));
    m_map->setFormat(session().format());
    m_tools->retranslate(session().format());
    m_playBar->retranslate(session().format());
    m_side->retranslate(session().format());
    setDeals(m_places, m_listed);
    Q_EMIT titleChanged();
}

void MapPage::activate()
{
    ask();
    session().askOrganisation();
    m_map->setFocus(Qt::OtherFocusReason);
}

void MapPage::ask()
{
    using Clouds = std::pair<std::shared_ptr<const MapCloud>, std::shared_ptr<const MapCloud>>;
    m_question.ask(
        [scope = session().scope(), asOf = session().asOf(),
         compared = session().comparedAsOf()](const workbench::Workbench &workbench, const std::stop_token &stop) -> Clouds {
            const auto at = [&](support::Instant instant) -> std::shared_ptr<const MapCloud> {
                auto map = workbench::battleMap(workbench, scope, instant, stop);
                return map ? std::make_shared<const MapCloud>(*std::move(map)) : nullptr;
            };
            auto then = compared ? at(*compared) : nullptr;
            return {at(asOf), std::move(then)};
        },
        [this](Clouds clouds) {
            if (clouds.first)
                show(std::move(clouds.first), std::move(clouds.second));
        });
}

void MapPage::show(std::shared_ptr<const MapCloud> cloud, std::shared_ptr<const MapCloud> compared)
{
    const bool any = cloud && cloud->map().size() > 0;
    m_places.clear(); // of the map before
    m_compared = std::move(compared);
    m_player.setNow(any ? cloud : nullptr);
    m_acts->setEarlier(false);
    m_map->setCloud(std::move(cloud));
    trail();
    m_playBar->retranslate(session().format());
    m_stack->setCurrentWidget(any ? m_body : m_empty);
    m_empty->setVisible(m_map->cloud() != nullptr && !any); // nothing is said while nothing is known
}

/// A week that is played. What was chosen now is chosen again when now is shown.
void MapPage::showWeek()
{
    const std::shared_ptr<const MapCloud> &cloud = m_player.shown();
    if (cloud.get() == m_map->cloud())
        return;
    if (!m_acts->isEarlier())
        m_chosenNow = m_map->selection();
    m_places.clear();
    m_acts->setEarlier(!m_player.isNow());
    m_map->setCloud(cloud, true);
    if (m_player.isNow())
        m_map->select(m_chosenNow);
    trail();
}

/// Behind the points lies where they were: in the weeks before while those are played, else on the day that is compared with.
void MapPage::trail()
{
    const MapCloud *cloud = m_map->cloud();
    if (cloud == nullptr)
        return;
    auto before = m_player.before();
    if (before.empty() && m_player.isNow() && m_compared)
        before = {m_compared};
    m_map->setTrails(mapTrails(*cloud, before, m_map->colouring(), m_map->selection(), mostTrails));
}

/// The names of points that are labelled or looked at.
void MapPage::askTexts(const std::vector<std::uint32_t> &places)
{
    m_texts.ask(
        [map = m_map->cloud()->shared(), places](const workbench::Workbench &workbench, const std::stop_token &) {
            std::map<std::uint32_t, MapText> texts;
            const auto deals = workbench::mapDeals(workbench, *map, places);
            for (std::size_t i = 0; i < deals.size(); ++i)
                texts[map->deal[places[i]]] = {deals[i].id ? deals[i].id->text() : std::string(), qstring(deals[i].customer),
                                               shortName(deals[i])};
            return texts;
        },
        [this](const std::map<std::uint32_t, MapText> &texts) {
            m_map->setTexts(texts);
            actions().refresh();
        });
}

/// The biggest of what is chosen, or else of what is shown.
void MapPage::askDeals(std::size_t count)
{
    const MapCloud *cloud = m_map->cloud();
    if (cloud == nullptr)
        return;
    struct Answer {
        std::vector<std::uint32_t> places;
        std::vector<workbench::DealSummary> deals;
    };
    m_deals.ask(
        [map = cloud->shared(), chosen = m_map->selection(), taken = m_map->colouring().taken(cloud->map()),
         count](const workbench::Workbench &workbench, const std::stop_token &) {
            Answer answer{biggest(*map, chosen.empty() ? shown(*map, taken) : chosen, count), {}};
            answer.deals = workbench::mapDeals(workbench, *map, answer.places);
            return answer;
        },
        [this, map = cloud->shared()](Answer answer) {
            if (m_map->cloud() != nullptr && m_map->cloud()->shared() == map)
                setDeals(std::move(answer.places), std::move(answer.deals));
        });
}

std::vector<TableSource> MapPage::tables() const
{
    const MapCloud *cloud = m_map->cloud();
    if (cloud == nullptr || cloud->map().size() == 0)
        return {};
    const bool chosen = !m_map->selection().empty();
    return {{chosen ? tr("Chosen deals") : tr("Deals of the map"),
             [map = cloud->shared(), selection = m_map->selection(), taken = m_map->colouring().taken(cloud->map()),
              format = session().format()](const workbench::Workbench &workbench, const std::stop_token &) {
                 const auto places = biggest(*map, selection.empty() ? shown(*map, taken) : selection, map->size());
                 return support::Result<workbench::TableReport>(dealTable(workbench::mapDeals(workbench, *map, places), format));
             }}};
}

void MapPage::setDeals(std::vector<std::uint32_t> places, std::vector<workbench::DealSummary> deals)
{
    const QScopedValueRollback following(m_following, true);
    m_places = std::move(places);
    m_listed = std::move(deals);
    m_side->setDeals(m_listed, sum().deals);
    actions().refresh();
}

workbench::MapSum MapPage::sum() const
{
    const MapCloud *cloud = m_map->cloud();
    if (cloud == nullptr)
        return {};
    if (!m_map->selection().empty())
        return workbench::sumOf(cloud->map(), m_map->selection());
    return workbench::sumOf(cloud->map(), shown(cloud->map(), m_map->colouring().taken(cloud->map())));
}

void MapPage::followSelection()
{
    const MapCloud *cloud = m_map->cloud();
    m_side->setClosed(m_acts->closed());
    if (!m_player.before().empty() || m_compared)
        trail();
    m_side->setSum(!m_map->selection().empty(), sum(), cloud == nullptr ? 0 : cloud->map().size() - cloud->map().placed);
    askDeals(listedAtFirst);
    actions().refresh();
}

/// The row of the point that the keyboard is at.
void MapPage::followMap()
{
    if (!m_following) {
        const QScopedValueRollback following(m_following, true);
        const auto row = m_map->current() ? std::ranges::find(m_places, *m_map->current()) : m_places.end();
        m_side->setCurrent(row == m_places.end() ? std::nullopt : std::optional(static_cast<int>(row - m_places.begin())));
    }
    actions().refresh();
}

/// The point of the row that was gone to.
void MapPage::followList()
{
    const auto row = m_side->current();
    if (!m_following && row && static_cast<std::size_t>(*row) < m_places.size()) {
        const QScopedValueRollback following(m_following, true);
        const std::uint32_t place = m_places[static_cast<std::size_t>(*row)];
        m_map->setCurrent(place < m_map->cloud()->map().placed ? std::optional(place) : std::nullopt);
    }
    actions().refresh();
}

std::optional<domain::DealId> MapPage::current() const
{
    if (m_map->current()) {
        const MapText *text = m_map->text(*m_map->current());
        auto id = text != nullptr ? domain::DealId::parse(text->id) : support::failure(support::ErrorCode::UnknownDeal, "", "");
        return id ? std::optional(*std::move(id)) : std::nullopt;
    }
    const auto row = m_side->current();
    return row && static_cast<std::size_t>(*row) < m_listed.size() ? m_listed[static_cast<std::size_t>(*row)].id : std::nullopt;
}

void MapPage::openDeal(bool inWindow)
{
    const auto deal = current();
    if (deal && inWindow)
        Q_EMIT dealWindowRequested(*deal);
    else if (deal)
        Q_EMIT dealRequested(*deal);
}

void MapPage::selectWithoutDays()
{
    const workbench::BattleMap &map = m_map->cloud()->map();
    std::vector<std::uint32_t> places(map.size() - map.placed);
    std::iota(places.begin(), places.end(), static_cast<std::uint32_t>(map.placed));
    m_map->select(std::move(places));
}

/// The listed deals as a table that spreadsheets take.
void MapPage::copy() const
{
    QGuiApplication::clipboard()->setText(dealTable(session().format(), m_listed));
}

} // namespace ui
