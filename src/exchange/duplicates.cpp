// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/duplicates.h"

#include "exchange/textcell.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>
#include <variant>

namespace exchange {

namespace {

/// Words of a legal form at the end of a bare name, longest first where one ends another.
constexpr std::array<std::string_view, 26> legalForms{
    "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "股份公司", "集团公司", "集团", "公司", "incorporated",
    "corporation",  "limited",      "company",      "gmbh",     "corp",     "inc",      "ltd",  "llc",  "plc",
    "pty",          "ag",           "sa",           "bv",       "srl",      "co",       "kg",   "oy"};

constexpr std::array<std::string_view, 14> publicMail{"gmail.com",   "outlook.com", "hotmail.com", "yahoo.com", "icloud.com",
                                                      "aol.com",     "qq.com",      "163.com",     "126.com",   "sina.com",
                                                      "foxmail.com", "139.com",     "live.com",    "sohu.com"};

/// A name has to be this long for one letter to be a slip: 张三 and 李三 are two people.
constexpr std::size_t longName = 8;
/// More customers than this under one key are a chain or a switchboard, not one customer.
constexpr std::size_t maxAlike = 20;

std::vector<std::string> letters(std::string_view text)
{
    std::vector<std::string> points;
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        const std::int32_t from = at;
        UChar32 point = 0;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t *>(text.data()), at, length, point);
        points.emplace_back(text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(at - from)));
    }
    return points;
}

/// What a name comes to when a letter is taken out, and whose name it is. Two names one edit apart share one of these; that two
/// texts may share a hash does no harm, since every pair is looked at again. A million customers have ten million of them.
struct Variant {
    std::uint64_t hash;
    std::uint32_t place;

    friend auto operator<=>(const Variant &, const Variant &) = default;
};

void addVariants(std::vector<Variant> &variants, const std::string &name, std::size_t place)
{
    const auto points = letters(name);
    if (points.size() + 1 < longName) // the other one may be a letter longer
        return;
    const std::hash<std::string_view> hash;
    const auto at = static_cast<std::uint32_t>(place);
    variants.push_back({hash(name), at});
    std::string variant;
    for (std::size_t out = 0, offset = 0; out < points.size(); offset += points[out].size(), ++out) {
        variant.assign(name, 0, offset).append(name, offset + points[out].size());
        variants.push_back({hash(variant), at});
    }
}

/// True when one letter more, less or other makes `a` into `b`.
bool oneEditApart(const std::string &a, const std::string &b)
{
    const auto x = letters(a);
    const auto y = letters(b);
    const auto [left, right] = std::ranges::mismatch(x, y);
    auto p = left;
    auto q = right;
    if (x.size() >= y.size() && p != x.end())
        ++p;
    if (y.size() >= x.size() && q != y.end())
        ++q;
    return a != b && std::equal(p, x.end(), q, y.end());
}

bool isNumeral(const std::string &letter)
{
    static constexpr std::string_view chinese = "〇零一二三四五六七八九十百千两";
    return (letter >= "0" && letter <= "9" && letter.size() == 1) || (letter.size() > 1 && chinese.find(letter) != chinese.npos);
}

/// The numbers in a name, which tell branches and buildings apart.
std::vector<std::string> numeralsIn(const std::string &name)
{
    std::vector<std::string> numerals = letters(name);
    std::erase_if(numerals, [](const std::string &letter) { return !isNumeral(letter); });
    return numerals;
}

std::string digitsOf(std::string_view phone)
{
    std::string digits;
    std::ranges::copy_if(foldWidth(phone), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    constexpr std::size_t telling = 11; // without country and trunk prefixes
    return digits.size() > telling ? digits.substr(digits.size() - telling) : digits;
}

/// The pairs found so far, by the places of the two customers.
using Found = std::map<std::pair<std::size_t, std::size_t>, std::set<DuplicateReason>>;

void pairUp(Found &found, const std::vector<std::size_t> &alike, DuplicateReason reason)
{
    if (alike.size() > maxAlike)
        return;
    for (std::size_t i = 0; i < alike.size(); ++i) {
        for (std::size_t j = i + 1; j < alike.size(); ++j) {
            if (alike[i] != alike[j])
                found[std::minmax(alike[i], alike[j])].insert(reason);
        }
    }
}

/// Pairs up the long names among `names` that are one letter apart.
void pairUpNear(Found &found, const std::vector<std::string> &names)
{
    std::vector<Variant> variants;
    for (std::size_t i = 0; i < names.size(); ++i)
        addVariants(variants, names[i], i);
    std::ranges::sort(variants);
    Found near;
    for (auto first = variants.begin(); first != variants.end();) {
        const auto last = std::find_if(first, variants.end(), [&](const Variant &one) { return one.hash != first->hash; });
        std::vector<std::size_t> alike;
        for (; first != last; ++first)
            alike.push_back(first->place);
        alike.erase(std::ranges::unique(alike).begin(), alike.end());
        pairUp(near, alike, DuplicateReason::OneLetter);
    }
    for (const auto &[pair, reasons] : near) {
        const std::string &one = names[pair.first];
        const std::string &other = names[pair.second];
        if (letters(one).size() >= longName && oneEditApart(one, other) && numeralsIn(one) == numeralsIn(other))
            found[pair].insert(DuplicateReason::OneLetter);
    }
}

} // namespace

std::string_view name(DuplicateReason reason)
{
    switch (reason) {
    case DuplicateReason::SameName: return "same_name";
    case DuplicateReason::SameLegalForm: return "same_but_legal_form";
    case DuplicateReason::OneLetter: return "one_letter";
    case DuplicateReason::SamePhone: return "same_phone";
    case DuplicateReason::SameDomain: return "same_domain";
    }
    return "";
}

std::string bareName(std::string_view name)
{
    return headerKey(name);
}

std::string withoutLegalForm(std::string_view name)
{
    std::string bare = bareName(name);
    const std::string folded = foldCase(name);
    bool cut = true;
    while (cut && std::ranges::find(legalForms, bare) == legalForms.end()) {
        cut = false;
        for (const std::string_view form : legalForms) {
            // A Latin form has to be a word of its own: "Inc" ends "Zinc" too.
            const bool latin = static_cast<unsigned char>(form.front()) < 0x80;
            const std::size_t at = folded.rfind(form);
            const bool word = !latin || (at != std::string::npos && at > 0 && headerKey(folded.substr(at - 1, 1)).empty());
            if (word && bare.ends_with(form) && bare.size() > form.size() + 2) {
                bare.resize(bare.size() - form.size());
                cut = true;
            }
        }
    }
    return bare;
}

void DuplicateFinder::learnCustomer(const std::string &id, const std::string &name)
{
    if (m_places.try_emplace(id, m_customers.size()).second)
        m_customers.push_back({id, name, true});
}

void DuplicateFinder::learnKnown(const std::string &id, const std::string &name)
{
    if (m_places.try_emplace(id, m_customers.size()).second)
        m_customers.push_back({id, name, false});
}

void DuplicateFinder::learn(const domain::Record &record)
{
    const auto isMark = [](const auto &extra) { return extra.first == assumedCustomer || extra.first == unnamedCustomer; };
    const auto *customer = std::get_if<domain::Customer>(&record.fact());
    if (customer != nullptr && std::ranges::none_of(record.extras(), isMark))
        learnCustomer(customer->id.text(), customer->name.text());
    const auto *contact = std::get_if<domain::Contact>(&record.fact());
    if (contact == nullptr)
        return;
    constexpr std::size_t shortestPhone = 7;
    const std::string phone = contact->phone ? digitsOf(contact->phone->text()) : std::string();
    if (phone.size() >= shortestPhone)
        m_phones[phone].insert(contact->customer.text());
    const std::string mail = contact->email ? foldCase(contact->email->text()) : std::string();
    const std::size_t at = mail.rfind('@');
    if (at != std::string::npos && std::ranges::find(publicMail, mail.substr(at + 1)) == publicMail.end())
        m_domains[mail.substr(at + 1)].insert(contact->customer.text());
}

std::vector<std::size_t> DuplicateFinder::placesOf(const std::set<std::string> &ids) const
{
    std::vector<std::size_t> places;
    for (const std::string &id : ids) {
        if (const auto place = m_places.find(id); place != m_places.end())
            places.push_back(place->second);
    }
    return places;
}

std::vector<DuplicatePair> DuplicateFinder::pairs(std::size_t limit) const
{
    Found found;
    std::unordered_map<std::string, std::vector<std::size_t>> byName;
    std::unordered_map<std::string, std::vector<std::size_t>> byForm;
    std::vector<std::string> cores;
    for (std::size_t i = 0; i < m_customers.size(); ++i) {
        byName[bareName(m_customers[i].name)].push_back(i);
        cores.push_back(withoutLegalForm(m_customers[i].name));
        byForm[cores.back()].push_back(i);
    }
    for (const auto &[key, alike] : byName)
        pairUp(found, alike, DuplicateReason::SameName);
    for (const auto &[key, alike] : byForm)
        pairUp(found, alike, DuplicateReason::SameLegalForm);
    pairUpNear(found, cores);
    for (const auto &[phone, ids] : m_phones)
        pairUp(found, placesOf(ids), DuplicateReason::SamePhone);
    for (const auto &[domain, ids] : m_domains)
        pairUp(found, placesOf(ids), DuplicateReason::SameDomain);
    std::erase_if(found, [this](const auto &pair) {
        return !m_customers[pair.first.first].isNew && !m_customers[pair.first.second].isNew;
    });
    std::vector<DuplicatePair> pairs;
    for (auto &[places, reasons] : found) {
        if (pairs.size() == limit)
            break;
        if (reasons.contains(DuplicateReason::SameName))
            reasons.erase(DuplicateReason::SameLegalForm);
        const Known &first = m_customers[places.first];
        const Known &second = m_customers[places.second];
        pairs.push_back({first.id, second.id, first.name, second.name, reasons});
    }
    return pairs;
}

} // namespace exchange
