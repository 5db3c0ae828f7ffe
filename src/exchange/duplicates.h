// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

/// Why two customers may be one.
enum class DuplicateReason : std::uint8_t {
    SameName,      ///< but for case, width, punctuation and spaces
    SameLegalForm, ///< but for 有限公司, Inc., GmbH and their like
    OneLetter,     ///< one letter more, less or other in a long name; a number in it is no slip: 第一医院 is not 第二医院
    SamePhone,     ///< of a contact
    SameDomain,    ///< of a contact's mail address, which is not a public mail service's
};

[[nodiscard]] std::string_view name(DuplicateReason reason);

struct DuplicatePair {
    std::string first; ///< ids; the first is the one that was seen earlier
    std::string second;
    std::string firstName;
    std::string secondName;
    std::set<DuplicateReason> reasons;
};

/// A name without case, width, punctuation and spaces.
[[nodiscard]] std::string bareName(std::string_view name);
/// A bare name without the words of a legal form.
[[nodiscard]] std::string withoutLegalForm(std::string_view name);

/// The custom field of customers that an import made up for deals without one: they are nobody's duplicates.
inline constexpr std::string_view assumedCustomer = "assumed_customer";

/// The custom field of customers that an import knows by their ids alone: two ids that look alike say nothing.
inline constexpr std::string_view unnamedCustomer = "unnamed_customer";

/// Collects customers and contacts and finds those that may be one. It never decides: a person does.
class DuplicateFinder {
public:
    void learn(const domain::Record &record);
    void learnCustomer(const std::string &id, const std::string &name);
    /// One that the workspace has already: it is compared with those that are learnt, but not with others like itself.
    void learnKnown(const std::string &id, const std::string &name);

    /// At most `limit` pairs, in the order in which their later customers came.
    [[nodiscard]] std::vector<DuplicatePair> pairs(std::size_t limit) const;

private:
    struct Known {
        std::string id;
        std::string name;
        bool isNew;
    };

    /// The places of those among `ids` that are known.
    [[nodiscard]] std::vector<std::size_t> placesOf(const std::set<std::string> &ids) const;

    std::vector<Known> m_customers;
    std::map<std::string, std::size_t> m_places; ///< by id
    std::map<std::string, std::set<std::string>> m_phones;
    std::map<std::string, std::set<std::string>> m_domains;
};

} // namespace exchange
