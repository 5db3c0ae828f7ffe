// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/tableimport.h"

#include <algorithm>
#include <tuple>
#include <variant>

namespace exchange {

std::string kindOf(const domain::Fact &fact)
{
    std::string kind(domain::typeName(fact));
    if (const auto *event = std::get_if<domain::DealEvent>(&fact))
        kind += '.' + std::visit([](const auto &body) { return std::string(std::decay_t<decltype(body)>::kind); }, event->body);
    return kind;
}

std::string ImportPlan::answer(const Question &question) const
{
    const auto found = answers.find(question.key());
    return found == answers.end() ? question.standard : found->second;
}

std::string ImportPlan::nameOf(std::span<const Input> inputs, const RowPlace &place) const
{
    const auto table = std::ranges::find_if(recognition.tables, [&](const TableUse &one) {
        return std::tie(one.file.input, one.file.sheet) == std::tie(place.input, place.sheet);
    });
    return table == recognition.tables.end() ? inputs[place.input].name : placeOf(inputs, table->file);
}

} // namespace exchange
