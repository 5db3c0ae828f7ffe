// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/customers.h"

#include "exchange/sample/calendar.h"

#include <fmt/format.h>

#include <algorithm>

namespace exchange::sample {

using support::Date;
using support::days;
using support::hours;
using support::Instant;
using support::minutes;

namespace {

constexpr std::array<std::int64_t, 12> monthWeights{90, 55, 125, 110, 100, 115, 95, 90, 120, 85, 115, 100};

struct Source {
    std::string_view channel;
    std::string_view source;
};
constexpr std::array<Source, 7> sources{{{"行业展会", "线下展会"},
                                         {"学术会议", "线下会议"},
                                         {"官网留言", "线上"},
                                         {"老客户转介绍", "转介绍"},
                                         {"电话开发", "自主开发"},
                                         {"招标平台", "公开招标"},
                                         {"公众号", "线上"}}};
constexpr std::array<int, 7> sourceWeights{18, 15, 17, 20, 15, 8, 7};

std::string leadId(const Buyer &buyer)
{
    return fmt::format("L{:06}", buyer.number);
}

constexpr std::array<std::string_view, 4> wakings{"发送同行业案例，询问今年的设备计划", "电话确认需求，对方要先看参数和报价区间",
                                                  "约下周四上门演示样机", "加了微信，已发产品资料"};

} // namespace

Rhythm::Rhythm(const Organisation &organisation) : m_start(organisation.start())
{
    const int span = organisation.today() - m_start;
    std::int64_t sum = 0;
    for (int day = 0; day < span; ++day) {
        const Date date = m_start + day;
        // The system came into use over the first year, so that most deals are of the second.
        const std::int64_t growth = 15 + std::int64_t(170) * day / span;
        if (isWorkday(date))
            sum += growth * monthWeights.at(support::civil(date).month - 1);
        m_upTo.push_back(sum);
    }
}

Instant Rhythm::begin(Random &random) const
{
    const std::int64_t drawn = random.below(m_upTo.back());
    const auto found = std::ranges::upper_bound(m_upTo, drawn);
    return officeTime(random, m_start + static_cast<int>(found - m_upTo.begin()));
}

Buyer Customers::draw(std::uint64_t number, Random &random) const
{
    Buyer buyer;
    buyer.number = number;
    buyer.id = fmt::format("C{:06}", number);
    std::array<int, 9> weights{};
    std::ranges::transform(industries(), weights.begin(), &Industry::weight);
    buyer.industryIndex = random.weighted(weights);
    buyer.industry = &industries()[buyer.industryIndex];
    buyer.team = static_cast<std::size_t>(random.below(static_cast<std::int64_t>(m_world.organisation.teams().size())));
    buyer.region = m_world.organisation.teams()[buyer.team].region;
    const std::string_view city = random.pick(regions()[buyer.region].cities);
    const std::string ownBrand = brand(m_world.spec.seed * 17 + number);
    const std::array<std::pair<std::string_view, std::string_view>, 2> words{{{"city", city}, {"brand", ownBrand}}};
    buyer.name = filled(random.pick(buyer.industry->nameForms), words);
    buyer.channel = sources.at(random.weighted(sourceWeights)).channel;
    for (std::size_t i = 0; i < buyer.speakers.size(); ++i) {
        Buyer::Speaker &speaker = buyer.speakers.at(i);
        speaker.id = fmt::format("{}-k{}", buyer.id, i + 1);
        speaker.name = personName(number * 4 + i + 5000);
        speaker.title = i < 3 ? buyer.industry->roleTitles.at(i) : random.pick(buyer.industry->otherTitles);
    }
    return buyer;
}

void Customers::introduce(Buyer &buyer, const std::vector<Course> &courses, Random &random) const
{
    const Course &first = courses.front();
    buyer.speakers[0].knownAt = first.created - minutes(random.between(10, 50));
    buyer.speakers[1].knownAt = officeTimeAfter(random, first.created, hours(random.between(6, 120)));
    for (const Course &course : courses) {
        const auto demo = course.stay(Demo);
        if (!demo)
            continue;
        buyer.speakers[2].knownAt = officeTimeAfter(random, demo->first, hours(random.between(2, 40)));
        break;
    }
    if (random.chance(250))
        buyer.speakers[3].knownAt = officeTimeAfter(random, first.created, days(random.between(9, 40)));
    for (const Course &course : courses) {
        if (course.trait == Trait::NoMaterial)
            buyer.speakers[3].knownAt = officeTimeAfter(random, m_world.spec.asOf - days(random.between(5, 8)), {});
    }
}

std::uint64_t Customers::tellBuyer(std::uint64_t number, std::uint64_t firstDeal, std::uint64_t limit)
{
    Random random(m_world.spec.seed, Stream::Customer, number);
    Buyer buyer = draw(number, random);
    constexpr std::array<int, 4> dealWeights{66, 22, 8, 4};
    const std::uint64_t count = std::min<std::uint64_t>(1 + random.weighted(dealWeights), limit);
    std::vector<Instant> begins;
    for (std::uint64_t i = 0; i < count; ++i)
        begins.push_back(m_rhythm.begin(random));
    std::ranges::sort(begins);
    std::vector<Course> courses;
    for (std::uint64_t i = 0; i < count; ++i)
        courses.push_back(planCourse(m_world.spec, m_world.organisation, buyer, firstDeal + i, begins[i]));
    courses.front().first = true;
    introduce(buyer, courses, random);
    const Course &first = courses.front();
    const bool fromLead = random.chance(550);
    if (fromLead)
        buyer.lead = leadId(buyer);
    const Instant came =
        fromLead ? officeTimeAfter(random, first.created - days(random.between(2, 14)), {}) : first.created - hours(1);
    tellCustomer(buyer, *first.owner, std::min(came, first.created - hours(1)), random);
    if (fromLead)
        tellLead(buyer, *first.owner, std::min(came, first.created - hours(1)), random);
    tellSpeakers(buyer, random);
    for (const Course &course : courses)
        DealTeller(m_world, buyer, course).tell();
    tellPageViews(buyer, courses, random);
    return count;
}

void Customers::tellCustomer(const Buyer &buyer, const Rep &owner, Instant when, Random &random)
{
    const Region &region = regions()[buyer.region];
    const auto around = [&](int hundredths) { return static_cast<double>(hundredths * 10 + random.between(-900, 900)) / 1000; };
    m_world.facts.add(domain::Customer{value<domain::CustomerId>(buyer.id), name(buyer.name), name(buyer.industry->name),
                                       name(random.pick(buyer.industry->sizes)), name(region.name), name(buyer.channel),
                                       domain::Latitude::of(around(region.latitude)).value(),
                                       domain::Longitude::of(around(region.longitude)).value(),
                                       value<domain::PersonId>(owner.id)},
                      When(when));
}

void Customers::tellSpeakers(const Buyer &buyer, Random &random)
{
    for (const Buyer::Speaker &speaker : buyer.speakers) {
        // The made-up numbers are of a range that is not given out (1990…).
        const std::string phone = fmt::format("1990{:07}", random.below(10'000'000));
        if (speaker.knownAt != Instant::max())
            m_world.facts.add(domain::Contact{value<domain::ContactId>(speaker.id), value<domain::CustomerId>(buyer.id),
                                              name(speaker.name), name(speaker.title), name(phone),
                                              random.chance(600) ? std::optional(name(fmt::format("{}@example.com", speaker.id)))
                                                                 : std::nullopt},
                              When(speaker.knownAt));
    }
}

void Customers::tellLead(const Buyer &buyer, const Rep &owner, Instant when, Random &random)
{
    const auto source = std::ranges::find(sources, buyer.channel, &Source::channel)->source;
    domain::Measures behaviour{{name("downloads"), static_cast<double>(random.between(0, 5))},
                               {name("site_dwell_s"), static_cast<double>(random.around(180, Spread::Wide))},
                               {name("visits"), static_cast<double>(random.between(1, 9))}};
    m_world.facts.add(domain::Lead{value<domain::LeadId>(leadId(buyer)),
                                   name(source),
                                   name(buyer.channel),
                                   value<domain::CustomerId>(buyer.id),
                                   name(buyer.industry->name),
                                   {},
                                   name(regions()[buyer.region].name),
                                   value<domain::PersonId>(owner.id),
                                   std::move(behaviour)},
                      When(when + minutes(2)));
}

void Customers::tellPageViews(const Buyer &buyer, const std::vector<Course> &courses, Random &random)
{
    for (const Course &course : courses) {
        for (std::int64_t n = random.between(0, 3); n > 0; --n) {
            const Instant viewed = course.created + minutes(random.between(10, 60 * 24 * 60));
            if (viewed < course.end)
                m_world.facts.add(domain::Activity{value<domain::ActivityId>(fmt::format("{}-v{}", course.id, n)),
                                                   domain::ActivityKind::PageView,
                                                   domain::Direction::In,
                                                   {},
                                                   value<domain::CustomerId>(buyer.id),
                                                   {},
                                                   {},
                                                   domain::Seconds::of(random.between(8, 400)).value(),
                                                   text("浏览官网产品页"),
                                                   {},
                                                   {},
                                                   {},
                                                   domain::Origin::Auto,
                                                   {}},
                                  When(viewed));
        }
    }
}

void Customers::tellProspect(std::uint64_t number)
{
    Random random(m_world.spec.seed, Stream::Customer, number);
    Buyer buyer = draw(number, random);
    const Instant came = officeTimeAfter(random, m_world.spec.asOf - days(random.between(2, 34)), {});
    if (came > m_world.spec.asOf)
        return;
    const Rep &owner = m_world.organisation.owner(random, buyer.team, dayOf(came));
    buyer.speakers[0].knownAt = came + minutes(20);
    tellCustomer(buyer, owner, came, random);
    tellLead(buyer, owner, came, random);
    tellSpeakers(buyer, random);
    wakeProspect(buyer, owner, came, random);
}

void Customers::wakeProspect(const Buyer &buyer, const Rep &owner, Instant came, Random &random)
{
    const Instant today = m_world.spec.asOf;
    const bool dormant = came < today - days(17) && random.chance(200);
    const bool unread = !dormant && came < today - days(8) && random.chance(120);
    const Instant until = dormant ? today - days(15) : today;
    int count = 0;
    for (Instant when = officeTimeAfter(random, came, hours(random.between(1, 20))); when < until;
         when = officeTimeAfter(random, when, days(random.between(3, 9)))) {
        const bool lastRead = !unread || when < today - days(8);
        std::optional<Instant> read;
        if (lastRead)
            read = when + minutes(random.between(2, 600));
        m_world.facts.add(domain::Activity{value<domain::ActivityId>(fmt::format("L{:06}-a{}", buyer.number, ++count)),
                                           domain::ActivityKind::Chat,
                                           domain::Direction::Out,
                                           {},
                                           value<domain::CustomerId>(buyer.id),
                                           value<domain::ContactId>(buyer.speakers[0].id),
                                           value<domain::PersonId>(owner.id),
                                           {},
                                           text(random.pick(wakings)),
                                           read,
                                           {},
                                           {},
                                           domain::Origin::Auto,
                                           {}},
                          When(std::max(when, buyer.speakers[0].knownAt + minutes(5))));
    }
    if (dormant)
        m_world.truth({"dormant_lead", leadId(buyer), until, today, "nothing was done for more than 14 days"});
}

} // namespace exchange::sample
