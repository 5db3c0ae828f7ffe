// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/playbookjson.h"

#include "exchange/conditionjson.h"
#include "exchange/factjson.h"
#include "resources/embedded.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

using exchange::playbookFaults;
using exchange::readPlaybook;
using exchange::writePlaybook;
using nlohmann::ordered_json;
using support::Error;
using support::ErrorCode;

namespace {

std::string_view embedded(std::string_view name)
{
    const auto found = std::ranges::find(resources::playbooks(), name, &resources::Embedded::name);
    return found == resources::playbooks().end() ? std::string_view() : found->text;
}

domain::Playbook playbookOf(std::string_view name)
{
    return readPlaybook(embedded(name)).value();
}

/// `pointer` with each {x} that stands for an element of a list replaced by the place of the element with the id x.
std::string resolved(const ordered_json &document, const std::string &pointer)
{
    std::string path;
    std::string rest = pointer;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('/', 1), rest.size());
        std::string step = rest.substr(1, end - 1);
        rest = rest.substr(end);
        if (step.starts_with('{')) {
            const ordered_json &list = document.at(ordered_json::json_pointer(path));
            const auto isIt = [&](const ordered_json &part) { return part.at("id") == step.substr(1, step.size() - 2); };
            step = std::to_string(std::ranges::find_if(list, isIt) - list.begin());
        }
        path += "/" + step;
    }
    return path;
}

/// The standard playbook after one small edit.
std::string edited(const std::string &op, const std::string &pointer, const ordered_json &value)
{
    const ordered_json document = ordered_json::parse(embedded("default"));
    ordered_json patch = ordered_json::array({{{"op", op}, {"path", resolved(document, pointer)}, {"value", value}}});
    return document.patch(patch).dump();
}

domain::Playbook readEdited(const std::string &op, const std::string &pointer, const ordered_json &value)
{
    const auto playbook = readPlaybook(edited(op, pointer, value));
    EXPECT_TRUE(playbook) << (playbook ? "" : playbook.error().subject + ": " + playbook.error().detail);
    return playbook.value_or(domain::Playbook{});
}

const domain::Rule &rule(const domain::Playbook &playbook, const char *id)
{
    const domain::Rule *found = playbook.rule(*domain::RuleId::parse(id));
    EXPECT_NE(found, nullptr) << id;
    return found ? *found : playbook.rules.front();
}

} // namespace

TEST(PlaybookJson, ReadsEveryPlaybookThatComesWithTheProgram)
{
    ASSERT_GE(resources::playbooks().size(), 2U);
    for (const auto &[name, text] : resources::playbooks()) {
        for (const Error &fault : playbookFaults(text))
            ADD_FAILURE() << name << fault.subject << ": " << fault.detail;
        EXPECT_EQ(readPlaybook(text)->id, name);
    }
}

TEST(PlaybookJson, WritesThePlaybooksThatComeWithTheProgramAsTheyStandInTheTree)
{
    for (const auto &[name, text] : resources::playbooks())
        EXPECT_EQ(writePlaybook(*readPlaybook(text)), text) << name;
}

TEST(PlaybookJson, ReadsWhatItWritesWhateverTheOrderAndTheSpacing)
{
    for (const auto &[name, text] : resources::playbooks())
        EXPECT_EQ(writePlaybook(*readPlaybook(nlohmann::json::parse(text).dump())), text) << name;
}

TEST(PlaybookJson, KeepsEverySettingOnTheWayThroughTheFile)
{
    domain::Playbook playbook = playbookOf("default");
    playbook.health.fileCap = 4;
    playbook.health.askWindow = support::minutes(90);
    playbook.health.clampShown = true;
    playbook.map.daysCut = 45.5;
    playbook.windows.bounceDays = 5;
    playbook.pipelines[0].stages[1].wait = support::hours(12);
    playbook.rules[0].enabled = false;
    playbook.rules[0].urgency = 0.35;
    playbook.serviceEndField.reset();
    const domain::Playbook again = readPlaybook(writePlaybook(playbook)).value();
    EXPECT_EQ(again.health.fileCap, 4);
    EXPECT_EQ(again.health.askCap, std::nullopt);
    EXPECT_EQ(again.health.askWindow, support::minutes(90));
    EXPECT_TRUE(again.health.clampShown);
    EXPECT_EQ(again.map.daysCut, 45.5);
    EXPECT_EQ(again.windows.bounceDays, 5);
    EXPECT_EQ(again.pipelines[0].stages[1].wait, support::hours(12));
    EXPECT_FALSE(again.rules[0].enabled);
    EXPECT_EQ(again.rules[0].urgency, 0.35);
    EXPECT_EQ(again.serviceEndField, std::nullopt);
    EXPECT_EQ(writePlaybook(again), writePlaybook(playbook));
}

TEST(PlaybookJson, KeepsEveryKindOfCondition)
{
    const char *const conditions[] = {
        R"({"measure": "health", "is": "<", "value": 59.5, "setting": "red"})",
        R"({"measure": "days_since_progress", "is": ">", "than": "stage_stale_days"})",
        R"({"field": "intent", "is": "强烈"})",
        R"({"field": "intent", "is_not": "较弱"})",
        R"({"field": "budget_range", "present": false})",
        R"({"field": "close_date", "present": true})",
        R"({"evidence": ["requirement", "need_survey"], "at_least": 2, "present": false})",
        R"({"stage": "negotiating", "is": "at"})",
        R"({"quadrant": "low_long"})",
        R"({"none": [{"quadrant": "high_short"}, {"any": [{"stage": "signed", "is": "after"}]}]})",
    };
    for (const char *condition : conditions) {
        const ordered_json json = ordered_json::parse(condition);
        const domain::Playbook playbook = readEdited("replace", "/rules/{red_and_far}/when", json);
        const ordered_json written = ordered_json::parse(writePlaybook(playbook));
        EXPECT_EQ(written.at(ordered_json::json_pointer(resolved(written, "/rules/{red_and_far}/when"))), json);
    }
}

TEST(PlaybookJson, TakesEvidenceAsOneFileThatIsThereUnlessSaidOtherwise)
{
    const auto playbook =
        readEdited("replace", "/rules/{red_and_far}/when", ordered_json::parse(R"({"evidence": ["contract"]})"));
    const auto test = std::get<domain::EvidenceTest>(rule(playbook, "red_and_far").when.test);
    EXPECT_EQ(test.atLeast, 1);
    EXPECT_TRUE(test.present);
}

TEST(PlaybookJson, TakesSixteenGroupsInsideEachOther)
{
    ordered_json condition = {{"quadrant", "low_long"}};
    for (int depth = 0; depth < 16; ++depth)
        condition = {{"any", ordered_json::array({condition})}};
    EXPECT_EQ(readEdited("replace", "/rules/{red_and_far}/when", condition).rules.size(), playbookOf("default").rules.size());
}

TEST(PlaybookJson, NamesThePlaceOfEveryFault)
{
    const ordered_json document = ordered_json::parse(embedded("default"));
    std::ifstream file(PLUMBLINE_TEST_DATA "/playbooks/broken.json");
    const ordered_json cases = ordered_json::parse(file);
    ASSERT_GE(cases.size(), 40U);
    for (const ordered_json &broken : cases) {
        ordered_json patch = broken.at("patch");
        for (ordered_json &operation : patch)
            operation["path"] = resolved(document, operation.at("path"));
        const auto playbook = readPlaybook(document.patch(patch).dump());
        ASSERT_FALSE(playbook) << broken.at("name");
        EXPECT_EQ(playbook.error().code, ErrorCode::BadPlaybook) << broken.at("name");
        EXPECT_EQ(playbook.error().subject, resolved(document, broken.at("at"))) << broken.at("name") << playbook.error().detail;
        EXPECT_FALSE(playbook.error().detail.empty()) << broken.at("name");
    }
}

TEST(PlaybookJson, TellsAllFaultsAtOnce)
{
    const std::string text = edited("replace", "/health", {{"role_weight", "heavy"}, {"colour", "red"}});
    const std::vector<Error> faults = playbookFaults(text);
    EXPECT_THAT(faults, testing::Contains(testing::Field(&Error::subject, "/health/role_weight")));
    EXPECT_THAT(faults, testing::Contains(testing::Field(&Error::subject, "/health/colour")));
    EXPECT_THAT(faults, testing::Contains(testing::Field(&Error::detail, testing::HasSubstr("file_weight"))));
}

TEST(PlaybookJson, StopsCountingFaultsAtAHundred)
{
    EXPECT_EQ(playbookFaults(edited("replace", "/rules", std::vector<int>(300, 1))).size(), 100U);
}

TEST(PlaybookJson, SaysThatAFileIsNewerBeforeAnythingElse)
{
    const std::vector<Error> faults = playbookFaults(R"({"format": 2, "shape": "round"})");
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].subject, "/format");
    EXPECT_THAT(faults[0].detail, testing::HasSubstr("up to format 1"));
}

TEST(PlaybookJson, RefusesWhatIsNoJson)
{
    for (const char *text : {"", "{", "playbook", "{\"format\": 1,}", "\xFF", "{\"a\": 1e999}"}) {
        const auto playbook = readPlaybook(text);
        ASSERT_FALSE(playbook) << text;
        EXPECT_EQ(playbook.error().code, ErrorCode::BadSyntax) << text;
    }
}

TEST(PlaybookJson, NamesTheLineAndTheColumnOfWhatIsNoJson)
{
    const auto place = [](std::string_view text) { return readPlaybook(text).error().subject; };
    EXPECT_EQ(place("{\"format\": 1,}"), "line 1, column 14");
    EXPECT_EQ(place("{\"format\": 1,\n  \"id\": \"x\",\n}"), "line 3, column 1");
    EXPECT_EQ(place("{\"名\": \"打法\" x}"), "line 1, column 12");
    EXPECT_EQ(place(""), "line 1, column 1");
    EXPECT_EQ(readPlaybook("{\"format\": 1,}").error().detail,
              "syntax error while parsing object key - unexpected '}'; expected string literal");
}

TEST(PlaybookJson, RefusesTheVersionNought)
{
    const std::vector<Error> faults = playbookFaults(edited("replace", "/version", 0));
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].subject, "/version");
    EXPECT_EQ(faults[0].detail, "expected a number from 1 to 1000000");
}

TEST(PlaybookJson, RefusesJsonThatIsNoPlaybook)
{
    for (const char *text : {"[]", "null", "7", "\"default\""}) {
        const auto playbook = readPlaybook(text);
        ASSERT_FALSE(playbook) << text;
        EXPECT_EQ(playbook.error().code, ErrorCode::BadPlaybook) << text;
        EXPECT_EQ(playbook.error().subject, "") << text;
    }
}

TEST(PlaybookJson, RefusesAKeyThatAnObjectHasTwice)
{
    const auto playbook = readPlaybook(R"({"format": 1, "focus": {"budget": 8, "budget": 7}})");
    ASSERT_FALSE(playbook);
    EXPECT_EQ(playbook.error().code, ErrorCode::BadSyntax);
    EXPECT_EQ(playbook.error().subject, "budget");
}

TEST(PlaybookJson, AsDeepAsConditionsMayBeIsReadBackFromAnExport)
{
    ordered_json when = {{"measure", "health"}, {"is", "<"}, {"than", "red_line"}};
    for (int depth = 0; depth < exchange::deepestCondition; ++depth)
        when = {{"all", ordered_json::array({when})}};
    const auto playbook = readPlaybook(edited("replace", "/rules/{red_line}/when", when));
    ASSERT_TRUE(playbook) << playbook.error().detail;
    const support::Instant now = support::parseInstant("2026-03-01T09:00:00Z").value();
    const domain::PlaybookPublished published{domain::Bounded<1, 1'000'000>::of(2).value(), exchange::publishedForm(*playbook),
                                              std::nullopt, std::nullopt};
    const std::string line = exchange::toJson(domain::Record::make(published, {now, now}).value());
    const auto read = exchange::FactReader().read(line, now);
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(exchange::toJson(*read), line);
}

TEST(PlaybookJson, RefusesTextOfMoreThanFourMebibytesAndAnyDepth)
{
    const auto large = readPlaybook(std::string(std::size_t{4} * 1024 * 1024 + 1, ' '));
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().code, ErrorCode::TooLarge);
    EXPECT_FALSE(readPlaybook(std::string(1'000'000, '[')));
    const std::string deep = std::string(500'000, '[') + std::string(500'000, ']');
    EXPECT_FALSE(readPlaybook(deep));
}
