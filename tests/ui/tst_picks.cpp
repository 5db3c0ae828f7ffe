// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/fuzzy.h"
#include "ui/models/organisationpicks.h"
#include "ui/models/pickmodel.h"
#include "ui/models/rowroles.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace {

std::vector<workbench::TeamView> organisation()
{
    return {{"cn", "China", "", {{"d1", "Director Du", domain::PersonRole::Director, "cn", true}}},
            {"east",
             "East",
             "cn",
             {{"m1", "Manager Ma", domain::PersonRole::Manager, "east", true},
              {"r1", "Rep Ren", domain::PersonRole::Rep, "east", true},
              {"r2", "Rep Rui", domain::PersonRole::Rep, "east", false}}}};
}

QStringList texts(const ui::PickModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all += model.index(row).data().toString();
    return all;
}

} // namespace

class PicksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsPiecesBeforeScatteredLetters()
    {
        QVERIFY(ui::likeness("deal", QStringLiteral("Open the deal"))
                > ui::likeness("deal", QStringLiteral("Does everyone ask late")));
        QVERIFY(ui::likeness("deal", QStringLiteral("Next deal")) > ui::likeness("deal", QStringLiteral("Ordeal")));
        QVERIFY(ui::likeness("otd", QStringLiteral("Open the deal")).has_value());
        QVERIFY(ui::likeness(QString::fromUtf8("商机"), QString::fromUtf8("下一个商机")).has_value());
    }

    void wantsEveryWord()
    {
        QVERIFY(ui::likeness("deal open", QStringLiteral("Open the deal")).has_value());
        QVERIFY(!ui::likeness("deal close", QStringLiteral("Open the deal")).has_value());
    }

    void offersTheFallbackAfterAllThatIsFound()
    {
        ui::PickModel model;
        const QAbstractItemModelTester tester(&model);
        model.setPicks({{.id = "a", .text = "Ordeal"}});
        model.setPattern(QStringLiteral("zebra"));
        QCOMPARE(texts(model), QStringList());
        model.setFallback([](const QString &words) { return ui::Pick{.id = "search", .text = "Search " + words}; });
        model.setPattern(QStringLiteral("zebras"));
        QCOMPARE(texts(model), QStringList{"Search zebras"});
        QVERIFY(model.first().isValid());
        model.setPattern(QStringLiteral("deal"));
        QCOMPARE(texts(model), (QStringList{"Ordeal", "Search deal"}));
        model.setFallback([](const QString &) { return ui::Pick{.id = "none", .text = "Nothing", .heading = true}; });
        model.setPattern(QStringLiteral("ordeal"));
        QVERIFY2(texts(model) == QStringList{"Ordeal"}, "what only says that there is nothing is left out");
    }

    void ranksWhatIsFoundAndKeepsTheOrderOtherwise()
    {
        ui::PickModel model;
        const QAbstractItemModelTester tester(&model);
        model.setPicks({{.id = "a", .text = "Ordeal"}, {.id = "b", .text = "Next deal"}, {.id = "c", .text = "Quit"}});
        QCOMPARE(texts(model), (QStringList{"Ordeal", "Next deal", "Quit"}));
        model.setPattern(QStringLiteral("deal"));
        QCOMPARE(texts(model), (QStringList{"Next deal", "Ordeal"}));
        model.setPattern({});
        QCOMPARE(texts(model), (QStringList{"Ordeal", "Next deal", "Quit"}));
    }

    void findsByOtherTextsToo()
    {
        ui::PickModel model;
        const QAbstractItemModelTester tester(&model);
        model.setPicks({{.id = "a", .text = "Undo", .alsoFound = {QString::fromUtf8("撤销"), "edit.undo"}}});
        for (const QString &pattern : {QString::fromUtf8("撤销"), QStringLiteral("edit.u"), QStringLiteral("undo")}) {
            model.setPattern(pattern);
            QCOMPARE(model.rowCount(), 1);
        }
        model.setPattern(QStringLiteral("redo"));
        QCOMPARE(model.rowCount(), 0);
    }

    void neverStandsOnAHeading()
    {
        ui::PickModel model;
        const QAbstractItemModelTester tester(&model);
        model.setPicks({{.id = "h", .text = "East", .heading = true}, {.id = "a", .text = "Ren"}});
        QCOMPARE(model.first().row(), 1);
        QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable));
    }

    void listsTeamsUnderTheirRegionAndPeopleUnderTheirTeam()
    {
        ui::PickModel model;
        model.setPicks(ui::scopePicks(organisation()));
        QCOMPARE(texts(model), (QStringList{"Everyone", "China", "Director Du", "East", "Manager Ma", "Rep Ren", "Rep Rui"}));
    }

    void listsWhoLeadsATeamFirst()
    {
        auto teams = organisation();
        for (workbench::TeamView &team : teams)
            std::ranges::reverse(team.people);
        ui::PickModel model;
        model.setPicks(ui::scopePicks(teams));
        const QStringList all = texts(model);
        QCOMPARE(all.indexOf(QStringLiteral("Manager Ma")), all.indexOf(QStringLiteral("East")) + 1);
    }

    void readsAPickBackAsTheScopeItStandsFor()
    {
        const workbench::Scope team{.team = *domain::TeamId::parse("east")};
        const workbench::Scope person{.person = *domain::PersonId::parse("r1")};
        for (const workbench::Scope &scope : {workbench::Scope{}, team, person})
            QVERIFY(ui::scopeOf(QString::fromStdString(ui::pickOf(scope))) == scope);
        QCOMPARE(ui::nameOf(team, organisation()), QStringLiteral("East"));
    }

    void startsARepWithTheirOwnDealsAndAManagerWithTheTeams()
    {
        const auto rep = *domain::PersonId::parse("r1");
        const auto manager = *domain::PersonId::parse("m1");
        QVERIFY(ui::startScope(rep, organisation()) == (workbench::Scope{.person = rep}));
        QVERIFY(ui::startScope(manager, organisation()) == (workbench::Scope{.team = *domain::TeamId::parse("east")}));
        QVERIFY(ui::startScope(*domain::PersonId::parse("gone"), organisation()) == workbench::Scope{});
    }

    void asksOnlyActivePeopleWhoTheyAre()
    {
        ui::PickModel model;
        model.setPicks(ui::peoplePicks(organisation()));
        QVERIFY(!texts(model).contains(QStringLiteral("Rep Rui")));
        QVERIFY(texts(model).contains(QStringLiteral("Rep Ren")));
    }

    void asksNobodyWhetherTheyAreWhoHasTheDealsOfNobody()
    {
        workbench::TeamView team{.id = "imported", .name = "imported", .parent = {}, .people = {}};
        team.people.push_back({.id = "unassigned", .name = "unassigned", .team = "imported"});
        team.people.push_back({.id = "1", .name = "Ann Lee", .team = "imported"});
        ui::PickModel model;
        model.setPicks(ui::peoplePicks({team}));
        QCOMPARE(texts(model), (QStringList{"Nobody in particular", "Reps", "Ann Lee"}));
        model.setPicks(ui::scopePicks({team})); // their deals can be looked at
        QVERIFY(texts(model).contains(QStringLiteral("Nobody yet")));
        QCOMPARE(ui::nameOf(*domain::PersonId::parse("unassigned"), {team}), QStringLiteral("Nobody yet"));
    }

    void findsAPersonByHowTheChineseNameIsTyped()
    {
        ui::PickModel model;
        workbench::TeamView team{.id = "t", .name = "华东一部", .parent = {}, .people = {}};
        team.people.push_back({.id = "1", .name = "袁宏伟", .role = domain::PersonRole::Rep, .team = "t"});
        team.people.push_back({.id = "2", .name = "冯少华", .role = domain::PersonRole::Rep, .team = "t"});
        model.setPicks(ui::peoplePicks({team}));
        for (const char *typed : {"yuanhongwei", "yhw", "yuan"}) {
            model.setPattern(QString::fromLatin1(typed));
            QCOMPARE(texts(model), QStringList{QString::fromUtf8("袁宏伟")});
        }
    }

    void asksThoseFirstWhoLookAfterATeam()
    {
        ui::PickModel model;
        workbench::TeamView office{.id = "office", .name = "Office", .parent = {}, .people = {}};
        office.people.push_back({.id = "o", .name = "Ops Ola", .role = domain::PersonRole::Ops, .team = "office"});
        workbench::TeamView team{.id = "t", .name = "Team", .parent = "office", .people = {}};
        team.people.push_back({.id = "r", .name = "Rep Ron", .role = domain::PersonRole::Rep, .team = "t"});
        team.people.push_back({.id = "m", .name = "Manager Mo", .role = domain::PersonRole::Manager, .team = "t"});
        model.setPicks(ui::peoplePicks({office, team}));
        QCOMPARE(texts(model),
                 (QStringList{"Nobody in particular", "Managers", "Manager Mo", "Reps", "Rep Ron", "Everybody else", "Ops Ola"}));
        QCOMPARE(model.index(2).data(ui::TrailingRole).toString(), QStringLiteral("Team"));
    }
};

QTEST_APPLESS_MAIN(PicksTest)
#include "tst_picks.moc"
