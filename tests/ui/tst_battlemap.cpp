// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/handmademap.h"

#include "ui/models/language.h"
#include "ui/widgets/battlemapview.h"
#include "ui/widgets/map/cuthandle.h"
#include "ui/widgets/map/maplabels.h"
#include "ui/widgets/theme.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>
#include <set>

namespace {

using ui::BattleMapView;

std::shared_ptr<const ui::MapCloud> cloudOf(std::size_t deals)
{
    return std::make_shared<const ui::MapCloud>(handmade::map(deals));
}

/// The map in a window of its own, painted once.
struct Shown {
    BattleMapView map;

    explicit Shown(std::size_t deals)
    {
        map.setFormat(ui::Format(QLocale(QLocale::English), support::TimeZone::utc()));
        map.resize(900, 600);
        map.show();
        map.setCloud(cloudOf(deals));
        paint();
    }

    void paint() { map.grab(); }
    [[nodiscard]] QPoint pointOf(std::uint32_t place) const
    {
        const auto &cloud = *map.cloud();
        return map.projection().toPixel(cloud.at(cloud.number(place))).toPoint();
    }
    /// Presses, goes there, lets go.
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mousePress(&map, button, modifiers, from);
        for (int step = 1; step <= 4; ++step)
            move(from + (to - from) * step / 4, button, modifiers);
        QTest::mouseRelease(&map, button, modifiers, to);
    }
    void move(QPoint to, Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
    {
        QMouseEvent event(QEvent::MouseMove, to, map.mapToGlobal(to), Qt::NoButton, button, modifiers);
        QApplication::sendEvent(&map, &event);
    }
    /// The places of the points in a rectangle, looked for one after the other.
    [[nodiscard]] std::vector<std::uint32_t> slowlyWithin(const QRectF &area) const
    {
        std::vector<std::uint32_t> places;
        for (std::uint32_t place = 0; place < map.cloud()->map().placed; ++place) {
            const QPointF at = map.projection().toPixel(map.cloud()->at(map.cloud()->number(place)));
            if (at.x() >= area.left() && at.x() < area.right() && at.y() >= area.top() && at.y() < area.bottom())
                places.push_back(place);
        }
        return places;
    }
};

std::uint32_t quadrantsOf(const workbench::MapTally &tally)
{
    std::uint32_t sum = 0;
    for (const workbench::MapSum &one : tally.quadrants)
        sum += one.deals;
    return sum;
}

} // namespace

class BattleMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsThePointsOfARectangleWithoutTheOthers()
    {
        const auto cloud = cloudOf(5000);
        std::mt19937 random(7);
        const auto below = [&](unsigned end) { return static_cast<double>(random() % end); };
        for (int round = 0; round < 50; ++round) {
            const QRectF all = cloud->bounds();
            const QRectF area(all.left() + all.width() * below(100) / 100.0, all.top() + all.height() * below(100) / 100.0,
                              all.width() * below(50) / 100.0, all.height() * below(50) / 100.0);
            std::set<std::uint32_t> found;
            cloud->each(area, [&](std::size_t i) { found.insert(cloud->place(i)); });
            std::set<std::uint32_t> expected;
            for (std::uint32_t place = 0; place < cloud->map().placed; ++place) {
                const QPointF at = cloud->at(cloud->number(place));
                if (at.x() >= area.left() && at.x() <= area.right() && at.y() >= area.top() && at.y() <= area.bottom())
                    expected.insert(place);
            }
            QCOMPARE(found, expected);
        }
    }

    void raisesNoDealAcrossAStepOfTheHealth()
    {
        const auto cloud = cloudOf(2000);
        QCOMPARE(cloud->healthStep(), 5);
        for (std::size_t i = 0; i < cloud->size(); ++i) {
            const double health = ui::healthFromMap(static_cast<double>(cloud->y(i)));
            const int exact = cloud->map().health[cloud->place(i)];
            QVERIFY(health >= exact - 0.01 && health < exact + 5);
        }
    }

    void marksAnAxisWithRoundValuesThatKeepTheirDistance()
    {
        std::mt19937 random(3);
        const auto below = [&](unsigned end) { return static_cast<double>(random() % end); };
        for (int round = 0; round < 200; ++round) {
            const double least = below(4000) - 3000;
            const double most = least + 1 + below(3000);
            const auto toPixel = [](double health) { return -2 * ui::healthToMap(health); };
            const auto ticks = ui::mapTicks(least, most, 40, toPixel);
            for (const ui::MapTick &tick : ticks)
                QVERIFY(tick.value >= least && tick.value <= most && tick.pixel == toPixel(tick.value));
            for (std::size_t a = 0; a < ticks.size(); ++a) {
                for (std::size_t b = 0; b < a; ++b)
                    QVERIFY(std::abs(ticks[a].pixel - ticks[b].pixel) >= 40);
            }
        }
    }

    void placesNoLabelOverAnother()
    {
        std::mt19937 random(5);
        const auto below = [&](unsigned end) { return static_cast<double>(random() % end); };
        const QRectF area(0, 0, 400, 300);
        for (int round = 0; round < 100; ++round) {
            std::vector<ui::MapLabel> labels;
            for (int i = 0; i < 40; ++i)
                labels.push_back({QPointF(below(400), below(300)), 4, QSizeF(20 + below(80), 15)});
            const QRectF taken(100, 100, 80, 60);
            const auto placed = ui::placeLabels(labels, area, {taken});
            std::size_t shown = 0;
            for (std::size_t a = 0; a < placed.size(); ++a) {
                if (!placed[a])
                    continue;
                ++shown;
                QVERIFY(area.contains(*placed[a]) && !placed[a]->intersects(taken));
                for (std::size_t b = 0; b < a; ++b)
                    QVERIFY(!placed[b] || !placed[a]->intersects(*placed[b]));
            }
            QVERIFY(shown > 5);
        }
    }

    void paintsTheSameAfterItWasMovedAsAnew()
    {
        Shown moved(3000);
        moved.map.zoomBy(3);
        moved.paint();
        moved.drag({450, 300}, {417, 321}, {}, Qt::MiddleButton);
        moved.paint();
        ui::MapLayer anew;
        anew.setColours(false, ui::lightColours().surface, ui::lightColours().text);
        anew.setCloud(moved.map.layer().cloud(), moved.map.layer().looks());
        ui::MapLayer old = moved.map.layer();
        QCOMPARE(old.paint(moved.map.projection(), 1), anew.paint(moved.map.projection(), 1));
    }

    void countsEveryPointOfADensityOnce()
    {
        Shown shown(40'000);
        QVERIFY(shown.map.isDense());
        QCOMPARE(shown.map.layer().density().sum(), std::uint64_t{36'000});
        shown.map.zoomBy(1.2);
        shown.drag({450, 300}, {437, 309}, {}, Qt::MiddleButton);
        shown.paint();
        QVERIFY(shown.map.isDense());
        ui::MapDensity anew;
        anew.count(*shown.map.cloud(), shown.map.layer().looks(), shown.map.projection(), 1);
        QCOMPARE(shown.map.layer().density().sum(), anew.sum());
    }

    void turnsADensityIntoPointsWhereFewEnoughAreInSight()
    {
        Shown shown(40'000);
        QVERIFY(shown.map.isDense());
        QTest::keyClicks(&shown.map, QStringLiteral("+++++++"));
        shown.paint();
        QVERIFY(!shown.map.isDense());
        QTest::keyClick(&shown.map, Qt::Key_0);
        shown.paint();
        QVERIFY(shown.map.isDense() && shown.map.showsAll());
    }

    void choosesByRectangleAddsAndTakesAway()
    {
        Shown shown(800);
        const QPoint a(200, 100);
        const QPoint b(500, 400);
        shown.drag(a, b);
        const auto first = shown.slowlyWithin(QRectF(a, b));
        QVERIFY(!first.empty());
        QCOMPARE(shown.map.selection(), first);
        shown.drag({500, 100}, {700, 400}, Qt::ShiftModifier);
        QVERIFY(shown.map.selection().size() > first.size());
        shown.drag({500, 100}, {701, 400}, Qt::ControlModifier);
        QVERIFY(shown.map.selection().size() <= first.size());
        QTest::keyClick(&shown.map, Qt::Key_Escape);
        QVERIFY(shown.map.selection().empty());
    }

    void choosesByLassoWhatLiesInsideOfIt()
    {
        Shown shown(2000);
        shown.map.setTool(BattleMapView::Tool::Lasso);
        const QPolygonF triangle{QPointF(200, 100), QPointF(700, 150), QPointF(300, 450)};
        QTest::mousePress(&shown.map, Qt::LeftButton, {}, triangle[0].toPoint());
        shown.move(triangle[1].toPoint(), Qt::LeftButton, {});
        shown.move(triangle[2].toPoint(), Qt::LeftButton, {});
        QTest::mouseRelease(&shown.map, Qt::LeftButton, {}, triangle[2].toPoint());
        QVERIFY(!shown.map.selection().empty());
        std::size_t inside = 0;
        for (std::uint32_t place = 0; place < shown.map.cloud()->map().placed; ++place) {
            const bool chosen = std::ranges::binary_search(shown.map.selection(), place);
            const QPointF at = shown.map.projection().toPixel(shown.map.cloud()->at(shown.map.cloud()->number(place)));
            const bool in = triangle.containsPoint(at, Qt::OddEvenFill);
            inside += in ? 1U : 0U;
            if (chosen != in) { // only where the outline itself runs
                bool near = false;
                for (int turn = 0; turn < 8; ++turn)
                    near = near || triangle.containsPoint(at + QPointF(turn % 3 - 1, turn / 3 - 1) * 1.5, Qt::OddEvenFill) != in;
                QVERIFY(near);
            }
        }
        QVERIFY(inside > 20);
    }

    void choosesThePointThatIsClickedAndOpensTheOneThatIsClickedTwice()
    {
        Shown shown(60);
        const QPoint at = shown.pointOf(7);
        QTest::mouseClick(&shown.map, Qt::LeftButton, {}, at);
        QCOMPARE(shown.map.selection().size(), std::size_t{1});
        QCOMPARE(shown.map.current(), std::optional(shown.map.selection().front()));
        QSignalSpy opened(&shown.map, &BattleMapView::opened);
        QTest::mouseDClick(&shown.map, Qt::LeftButton, {}, at);
        QCOMPARE(opened.count(), 1);
    }

    void dividesTheMapWhereALineIsDraggedTo()
    {
        Shown shown(1000);
        const std::uint32_t all = quadrantsOf(shown.map.tally());
        const double y = shown.map.projection().y(ui::healthToMap(60));
        const int to = static_cast<int>(shown.map.projection().y(ui::healthToMap(120)));
        const std::uint32_t healthy = shown.map.tally().of(domain::Quadrant::HighShort).deals;
        shown.drag({800, static_cast<int>(y)}, {800, to});
        QCOMPARE(shown.map.cuts().health, std::int64_t{120});
        QVERIFY(shown.map.hasOwnCuts());
        QVERIFY(shown.map.tally().of(domain::Quadrant::HighShort).deals < healthy);
        QCOMPARE(quadrantsOf(shown.map.tally()), all);
        shown.map.resetCuts();
        QVERIFY(!shown.map.hasOwnCuts());
        QCOMPARE(shown.map.tally().of(domain::Quadrant::HighShort).deals, healthy);
    }

    void dividesTheMapByKeysAsWell()
    {
        Shown shown(1000);
        for (ui::CutHandle *handle : shown.map.findChildren<ui::CutHandle *>()) {
            QVERIFY(!handle->accessibleName().isEmpty());
            QTest::keyClick(handle, Qt::Key_Up);
        }
        QCOMPARE(shown.map.cuts().health, std::int64_t{65});
        QCOMPARE(shown.map.cuts().days, std::optional(51.0));
    }

    void zoomsAtThePointerAndComesBack()
    {
        Shown shown(300);
        const QPointF at(400, 200);
        const QPointF before = shown.map.projection().toWorld(at);
        QWheelEvent wheel(at, shown.map.mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&shown.map, &wheel);
        const QPointF after = shown.map.projection().toWorld(at);
        QVERIFY(!shown.map.showsAll());
        QVERIFY(std::abs(after.x() - before.x()) < 0.02 && std::abs(after.y() - before.y()) < 1);
        shown.map.showAll();
        QVERIFY(shown.map.showsAll());
    }

    void walksFromPointToPointWithTheArrows()
    {
        Shown shown(200);
        QTest::keyClick(&shown.map, Qt::Key_Right);
        QVERIFY(shown.map.current());
        std::set<std::uint32_t> met{*shown.map.current()};
        for (int step = 0; step < 10; ++step) {
            const int x = shown.pointOf(*shown.map.current()).x();
            QTest::keyClick(&shown.map, Qt::Key_Left);
            QVERIFY(shown.pointOf(*shown.map.current()).x() <= x + 1);
            met.insert(*shown.map.current());
        }
        QVERIFY(met.size() > 3);
        QTest::keyClick(&shown.map, Qt::Key_Space);
        QCOMPARE(shown.map.selection(), std::vector{*shown.map.current()});
        QVERIFY(shown.map.accessibleDescription().contains(QStringLiteral("Health")));
    }

    void hidesAllButTheColourThatIsIsolated()
    {
        Shown shown(1000);
        shown.map.colourBy(workbench::MapBy::Region);
        const std::uint32_t all = quadrantsOf(shown.map.tally());
        std::uint32_t parts = 0;
        for (const ui::MapEntry &entry : shown.map.colouring().entries()) {
            shown.map.isolate(entry.colour);
            QCOMPARE(static_cast<std::size_t>(quadrantsOf(shown.map.tally())), entry.deals);
            parts += quadrantsOf(shown.map.tally());
            QTest::keyClick(&shown.map, Qt::Key_A, Qt::ControlModifier);
            QCOMPARE(shown.map.selection().size(), entry.deals);
        }
        QCOMPARE(parts, all);
    }

    void keepsWhatIsChosenWhenFactsComeIn()
    {
        Shown shown(500);
        shown.map.select({3, 9, 460});
        auto later = std::make_shared<workbench::BattleMap>(*handmade::map(500));
        later->days[3] += 10;
        shown.map.setCloud(std::make_shared<const ui::MapCloud>(later));
        QCOMPARE(shown.map.selection(), (std::vector<std::uint32_t>{3, 9, 460}));
    }

    void tellsTheWholeMapInWords()
    {
        const Shown shown(500);
        const QString told = shown.map.accessibleDescription();
        for (const domain::Quadrant quadrant : {domain::Quadrant::HighShort, domain::Quadrant::LowLong})
            QVERIFY(told.contains(QString::number(shown.map.tally().of(quadrant).deals)));
    }
};

QTEST_MAIN(BattleMapTest)
#include "tst_battlemap.moc"
