// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/fakes/historytext.h"

#include <sstream>

namespace tests {

namespace {

class Teller {
public:
    template <class I>
    void shelf(const char *name, const history::Shelf<I> &shelf)
    {
        for (std::uint32_t i = 0; i < shelf.size(); ++i) {
            const I index{i};
            m_text << name << ' ' << i << " key " << shelf.key(index) << (shelf.find(shelf.key(index)) == index ? "" : " lost")
                   << '\n';
            const history::Block &block = shelf.block(index);
            const std::size_t slot = history::Shelf<I>::slot(index);
            m_text << " glance " << block.wonOrFromLead(slot) << '\n';
            run("event", block, block.events(slot));
            run("act", block, block.acts(slot));
            run("file", block, block.files(slot));
        }
    }
    [[nodiscard]] std::string text() const { return m_text.str(); }
    std::ostringstream &stream() { return m_text; }

private:
    template <class Payload>
    void run(const char *name, const history::Block &block, const history::Run<Payload> &run)
    {
        for (std::size_t i = 0; i < run.size(); ++i) {
            const Payload &fact = run.facts[i];
            m_text << "  " << name << ' ' << fact.number << " at " << run.stamps[i].occurred.micros << " known "
                   << run.stamps[i].recorded.micros;
            if (fact.superseded)
                m_text << " until " << block.until(fact.number).micros;
            columns(block, fact);
            m_text << '\n';
        }
    }
    void columns(const history::Block &block, const history::Event &event)
    {
        m_text << " kind " << static_cast<int>(event.kind) << (block.holds(event.kind) ? " " : " unknown ") << event.value << ' '
               << event.object << ' ' << event.a << ' ' << event.b << ' ' << event.c << ' ' << event.d;
    }
    void columns(const history::Block &block, const history::Act &act)
    {
        m_text << ' ' << act.bits << ' ' << act.contact << ' ' << act.actor << ' ' << act.signals;
        if (act.read)
            m_text << " read " << block.readAt(act.number).micros;
    }
    void columns(const history::Block &, const history::File &file)
    {
        m_text << ' ' << file.hash << ' ' << file.evidence << ' ' << file.kind << ' ' << file.actor << ' '
               << static_cast<int>(file.verdict);
    }

    std::ostringstream m_text;
};

} // namespace

std::string textOf(const history::History &known)
{
    Teller teller;
    teller.stream() << known.facts() << " facts from " << known.oldest().micros << " known " << known.newest().micros << " last "
                    << known.lastEvent().micros << " planned " << known.lastPlan().days << '\n';
    teller.shelf("deal", known.deals());
    teller.shelf("customer", known.customers());
    teller.shelf("lead", known.leads());
    teller.shelf("person", known.people());
    return teller.text();
}

} // namespace tests
