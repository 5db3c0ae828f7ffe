// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/factjson.h"
#include "exchange/playbookjson.h"

#include "domain/build.h"
#include "resources/embedded.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>

// The manual page of the format, packaging/linux/plumb-facts.5, against the types of the program.

namespace exchange {

namespace {

using testing::ElementsAreArray;

/// What the page tells of one type or kind.
struct Described {
    std::vector<std::string> keys;                      ///< "name", "kind optional", "stage or null"
    std::map<std::string, std::set<std::string>> words; ///< the quoted words below a key
    std::vector<std::string> examples;
};

using Section = std::map<std::string, Described>;

std::map<std::string, Section> readPage()
{
    std::map<std::string, Section> page;
    std::ifstream file(PLUMBLINE_TEST_DATA "/../../packaging/linux/plumb-facts.5");
    static const std::regex item(R"(\.It Cm (\w+)(?: Pq (.*))?)");
    static const std::regex quoted(R"(\.Ql (\w+)(?: .*)?)");
    std::string section;
    std::string part;
    std::string key;
    for (std::string line; std::getline(file, line);) {
        std::smatch found;
        if (line.starts_with(".Sh ")) {
            section = line.substr(4);
            part.clear();
            key.clear();
        } else if (line.starts_with(".Ss ")) {
            part = line.substr(4);
            key.clear();
        } else if (std::regex_match(line, found, item)) {
            key = found[1];
            page[section][part].keys.push_back(key + (found[2].matched ? ' ' + found[2].str() : ""));
        } else if (!key.empty() && std::regex_match(line, found, quoted)) {
            page[section][part].words[key].insert(found[1]);
        } else if (line.starts_with('{')) {
            page[section][part].examples.push_back(line);
        }
    }
    return page;
}

const std::map<std::string, Section> &page()
{
    static const auto read = readPage();
    return read;
}

template <class T>
struct Plain {
    using Type = T;
    static constexpr std::string_view mark = "";
};
template <class T>
struct Plain<std::optional<T>> {
    using Type = T;
    static constexpr std::string_view mark = " optional";
};
template <class T>
struct Plain<domain::Clearable<T>> {
    using Type = T;
    static constexpr std::string_view mark = " or null";
};

/// The keys of a struct with their marks, as the page is to have them.
template <class Struct>
std::vector<std::string> keysOf()
{
    std::vector<std::string> keys;
    std::apply(
        [&]<class... F>(const F &...field) {
            (keys.push_back(std::string(field.key) + std::string(Plain<typename F::Type>::mark)), ...);
        },
        Struct::fields());
    return keys;
}

/// Expects below every key that takes one of some words exactly these.
template <class Struct>
void expectWords(const Described &described)
{
    const auto expectThose = [&]<class F>(const F &field) {
        using T = typename Plain<typename F::Type>::Type;
        if constexpr (std::is_enum_v<T>) {
            const std::set<std::string> words(domain::Words<T>::list.begin(), domain::Words<T>::list.end());
            const auto told = described.words.find(std::string(field.key));
            EXPECT_EQ(told == described.words.end() ? std::set<std::string>() : told->second, words) << field.key;
        }
    };
    std::apply([&](const auto &...field) { (expectThose(field), ...); }, Struct::fields());
}

template <class Variant, class Take, std::size_t... I>
void eachAlternative(Take take, std::index_sequence<I...>)
{
    (take.template operator()<std::variant_alternative_t<I, Variant>>(), ...);
}

template <class Variant, class Take>
void eachAlternative(Take take)
{
    eachAlternative<Variant>(take, std::make_index_sequence<std::variant_size_v<Variant>>());
}

const Described &part(const std::string &section, std::string_view name)
{
    static const Described nothing;
    const auto found = page().find(section);
    const auto one = found == page().end() ? Section::const_iterator() : found->second.find(std::string(name));
    return found == page().end() || one == found->second.end() ? nothing : one->second;
}

/// The example, with a real playbook where the page only names one.
std::string whole(std::string example)
{
    constexpr std::string_view standIn = "PLAYBOOK";
    if (const std::size_t at = example.find(standIn); at != std::string::npos) {
        const auto text = std::ranges::find(resources::playbooks(), "default", &resources::Embedded::name)->text;
        example.replace(at, standIn.size(), publishedForm(readPlaybook(text).value()).text);
    }
    return example;
}

domain::Record read(const std::string &example)
{
    const auto now = support::parseInstant("2026-03-01T09:00:00Z").value();
    auto record = FactReader().read(whole(example), now);
    EXPECT_TRUE(record) << example << ": " << record.error().subject << ' ' << record.error().detail;
    return record.value();
}

} // namespace

TEST(FactsPage, TellsEveryTypeWithItsKeys)
{
    std::size_t types = 0;
    eachAlternative<domain::Fact>([&]<class T>() {
        ++types;
        const Described &described = part("TYPES", T::type);
        std::vector<std::string> keys;
        if constexpr (std::is_same_v<T, domain::DealEvent>) {
            keys = keysOf<domain::EventHead>();
            keys.emplace_back("kind");
        } else {
            keys = keysOf<T>();
            expectWords<T>(described);
        }
        keys.emplace_back(T::timing == domain::Timing::Required ? "occurred_at" : "occurred_at optional");
        EXPECT_THAT(described.keys, ElementsAreArray(keys)) << T::type;
    });
    EXPECT_EQ(page().at("TYPES").size(), types) << "the page tells of no other";
}

TEST(FactsPage, TellsEveryKindOfEventWithItsKeys)
{
    std::size_t kinds = 0;
    eachAlternative<domain::EventBody>([&]<class T>() {
        ++kinds;
        const Described &described = part("KINDS OF EVENT", T::kind);
        EXPECT_THAT(described.keys, ElementsAreArray(keysOf<T>())) << T::kind;
        expectWords<T>(described);
    });
    EXPECT_EQ(page().at("KINDS OF EVENT").size(), kinds) << "the page tells of no other";
}

TEST(FactsPage, ShowsALineOfEveryTypeAndKindThatIsRead)
{
    eachAlternative<domain::Fact>([]<class T>() {
        if constexpr (!std::is_same_v<T, domain::DealEvent>) {
            EXPECT_FALSE(part("TYPES", T::type).examples.empty()) << T::type;
            for (const std::string &example : part("TYPES", T::type).examples)
                EXPECT_TRUE(std::holds_alternative<T>(read(example).fact())) << example;
        }
    });
    eachAlternative<domain::EventBody>([]<class T>() {
        EXPECT_FALSE(part("KINDS OF EVENT", T::kind).examples.empty()) << T::kind;
        for (const std::string &example : part("KINDS OF EVENT", T::kind).examples) {
            const domain::Record record = read(example);
            EXPECT_TRUE(std::holds_alternative<T>(std::get<domain::DealEvent>(record.fact()).body)) << example;
        }
    });
}

} // namespace exchange
