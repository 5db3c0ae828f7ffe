// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace exchange {

/// What the rows of a table are. Tables of one import are read in this order, so that a row finds what it refers to.
enum class TableRole : std::uint8_t { People, Products, Customers, Contacts, Leads, Deals, History, Activities };

/// What a column of a table says. Several columns may say the same; the first filled one counts.
enum class Meaning : std::uint8_t {
    // a deal and its state
    DealId,
    DealName,
    Stage,
    Outcome,
    Amount,
    Currency,
    CreatedAt,
    CloseDate,
    ClosedAt,
    StageEnteredAt,
    ModifiedAt,
    LostReason,
    Category,
    NextStep,
    NextStepDue,
    // what it belongs to
    CustomerId,
    CustomerName,
    OwnerId,
    OwnerName,
    ActorId,
    TeamName,
    ManagerName,
    RegionName,
    ProductId,
    ProductName,
    LeadId,
    ContactId,
    ContactName,
    // what is known of a customer, a contact, a product, a lead
    Industry,
    Size,
    Region,
    Channel,
    Website,
    FirstName,
    LastName,
    Title,
    Phone,
    Email,
    ProductLine,
    ListPrice,
    Source,
    Behaviour,
    // an activity
    ActivityId,
    ActivityKind,
    Direction,
    StartedAt,
    DurationSeconds,
    Subject,
    // no meaning of its own: kept as a custom field, or left out for a stated reason
    Custom,
    Ignored,
};

inline constexpr std::size_t meaningCount = static_cast<std::size_t>(Meaning::Ignored) + 1;

/// The words under which profiles name them: "deal_id", "owner_name", …
[[nodiscard]] std::string_view name(Meaning meaning);
[[nodiscard]] std::string_view name(TableRole role);
[[nodiscard]] std::optional<Meaning> meaningNamed(std::string_view name);
[[nodiscard]] std::optional<TableRole> roleNamed(std::string_view name);

/// True for columns whose cells are days or times.
[[nodiscard]] bool holdsDates(Meaning meaning);
/// True for columns whose cells are amounts of money.
[[nodiscard]] bool holdsMoney(Meaning meaning);

} // namespace exchange
