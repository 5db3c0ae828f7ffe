// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <utility>

namespace ui {

/// Where a worker leaves what it has to say to an object of the interface. Safe when that object is gone meanwhile.
class Mailbox {
public:
    explicit Mailbox(QObject *owner) : m_owner(owner) {}

    /// From any thread: `letter` is read on the owner's thread, in the order of posting, or never when the owner is gone.
    void post(std::function<void()> letter);
    /// The owner goes: what is still unread is dropped.
    void close();

private:
    std::mutex m_mutex;
    QObject *m_owner;
};

/// One question at a time, answered on a pool: asking again stops the question before it, and only the answer to the
/// newest one is delivered, on the thread of this object.
class Errand final : public QObject {
    Q_OBJECT
public:
    explicit Errand(QThreadPool &pool, QObject *parent = nullptr);
    ~Errand() override;

    /// `question(std::stop_token)` runs on the pool and owns all it needs; `deliver(answer)` runs here.
    template <class Question, class Deliver>
    void ask(Question question, Deliver deliver)
    {
        m_stop.request_stop();
        m_stop = std::stop_source();
        setAsking(true);
        const std::stop_token token = m_stop.get_token();
        m_pool.start([this, mailbox = m_mailbox, token, question = std::move(question), deliver = std::move(deliver)]() mutable {
            if (token.stop_requested())
                return;
            using Answer = decltype(question(token));
            auto answer = std::make_shared<Answer>(question(token));
            mailbox->post([this, token, answer = std::move(answer), deliver = std::move(deliver)] {
                if (token.stop_requested())
                    return;
                const QPointer<Errand> self(this);
                deliver(std::move(*answer));
                // What it led to may have asked anew, or have done away with this errand.
                if (self && !token.stop_requested())
                    setAsking(false);
            });
        });
    }

    void stop();
    /// A question waits for its answer.
    [[nodiscard]] bool isAsking() const { return m_asking; }

Q_SIGNALS:
    void askingChanged();

private:
    void setAsking(bool asking);

    QThreadPool &m_pool;
    std::shared_ptr<Mailbox> m_mailbox;
    std::stop_source m_stop;
    bool m_asking = false;
};

} // namespace ui
