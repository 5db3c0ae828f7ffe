// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace exchange::sample {

// The world of the sample. Every company, district, product and competitor is made up.

/// A region of the sales organisation and the cities its customers are in.
struct Region {
    std::string_view name;
    std::span<const std::string_view> cities;
    int latitude; ///< of its middle, in hundredths of a degree
    int longitude;
};

/// How a customer's people speak of their house.
enum class Sector : std::uint8_t { Medical, Factory, Office };

/// What kind of customer it is, and how its names, people and buying look.
struct Industry {
    std::string_view name;
    std::span<const std::string_view> nameForms; ///< {city} and {brand} stand for their words
    std::span<const std::string_view> sizes;
    std::array<std::string_view, 3> roleTitles; ///< technical selector, budget approver, final approver
    std::span<const std::string_view> otherTitles;
    std::span<const std::size_t> products;
    int weight; ///< how many of a hundred customers
    int dwell;  ///< how long its decisions take, in hundredths of the usual
    Sector sector;
    bool needsSeals; ///< wants a stamp on whatever is shown to it
};

struct Product {
    std::string_view id;
    std::string_view name;
    std::string_view shortName;
    std::string_view line;
    std::int64_t listPrice; ///< in yuan
    int maxQuantity;
};

[[nodiscard]] std::span<const Region> regions();
[[nodiscard]] std::span<const Industry> industries();
[[nodiscard]] std::span<const Product> products();
/// The industry whose deals bounce on Friday afternoons for want of a stamp.
inline constexpr std::size_t sealedIndustry = 7;

/// The name of person number `number`, different for the first few thousand.
[[nodiscard]] std::string personName(std::uint64_t number);
[[nodiscard]] std::string_view surnameOf(std::string_view name);
/// A brand of two characters, different for the first 576.
[[nodiscard]] std::string brand(std::uint64_t number);
/// `form` with {key} replaced for each of the pairs of key and word.
[[nodiscard]] std::string filled(std::string_view form, std::span<const std::pair<std::string_view, std::string_view>> words);

} // namespace exchange::sample
