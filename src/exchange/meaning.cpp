// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/meaning.h"

#include <algorithm>
#include <array>

namespace exchange {

namespace {

constexpr std::array<std::string_view, meaningCount> meaningNames{
    "deal_id",      "deal_name",     "stage",         "outcome",          "amount",        "currency",
    "created_at",   "close_date",    "closed_at",     "stage_entered_at", "modified_at",   "lost_reason",
    "category",     "next_step",     "next_step_due", "customer_id",      "customer_name", "owner_id",
    "owner_name",   "actor_id",      "team_name",     "manager_name",     "region_name",   "product_id",
    "product_name", "lead_id",       "contact_id",    "contact_name",     "industry",      "size",
    "region",       "channel",       "website",       "first_name",       "last_name",     "title",
    "phone",        "email",         "product_line",  "list_price",       "source",        "behaviour",
    "activity_id",  "activity_kind", "direction",     "started_at",       "duration_s",    "subject",
    "custom",       "ignored"};

constexpr std::array<std::string_view, 8> roleNames{"people", "products", "customers", "contacts",
                                                    "leads",  "deals",    "history",   "activities"};

template <class E, class Names>
std::optional<E> named(const Names &names, std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<E>(found - names.begin()));
}

} // namespace

std::string_view name(Meaning meaning)
{
    return meaningNames.at(static_cast<std::size_t>(meaning));
}

std::string_view name(TableRole role)
{
    return roleNames.at(static_cast<std::size_t>(role));
}

std::optional<Meaning> meaningNamed(std::string_view name)
{
    return named<Meaning>(meaningNames, name);
}

std::optional<TableRole> roleNamed(std::string_view name)
{
    return named<TableRole>(roleNames, name);
}

bool holdsDates(Meaning meaning)
{
    constexpr std::array dates{Meaning::CreatedAt,  Meaning::CloseDate,   Meaning::ClosedAt, Meaning::StageEnteredAt,
                               Meaning::ModifiedAt, Meaning::NextStepDue, Meaning::StartedAt};
    return std::ranges::find(dates, meaning) != dates.end();
}

bool holdsMoney(Meaning meaning)
{
    return meaning == Meaning::Amount || meaning == Meaning::ListPrice;
}

} // namespace exchange
