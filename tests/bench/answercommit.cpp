// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/inspections.h"
#include "tests/bench/cache.h"
#include "tests/bench/figures.h"
#include "tests/bench/rawsqlite.h"

#include <QTemporaryDir>

namespace markaz::bench {
namespace {

const QString kInspector = QStringLiteral("01900000-0000-7000-8000-0000000000a1");

/// Answers the draft's yes_no items over and over, each time with the other answer.
class Answering
{
public:
    Answering(Cache &cache, const Carried &carried, Record draft)
        : m_cache(cache)
        , m_standards(carried.standard)
        , m_recording(cache.workspace, m_standards)
        , m_draft(std::move(draft))
    {
        for (const Item &item : carried.standard.items()) {
            if (item.type == ItemType::YesNo)
                m_items.append(item.code);
        }
    }
    Result<void> next()
    {
        const bool yes = (m_made / m_items.size()) % 2 == 0;
        const QString item = m_items.at(m_made++ % m_items.size());
        m_cache.clock.advance(1'000);
        // The reference changes with every round, so that no answer is ever the one that stands there.
        QJsonObject json{{QStringLiteral("value"), yes ? QStringLiteral("yes") : QStringLiteral("no")},
                         {QStringLiteral("reference"), QString::number(m_made)}};
        auto answer = Answer::fromJson(json);
        if (!answer)
            return answer.error();
        auto recorded = m_recording.run(m_actor, m_draft.id, item, *answer);
        return recorded ? Result<void>() : Result<void>(recorded.error());
    }
    qsizetype made() const { return m_made; }

private:
    Cache &m_cache;
    StandardCatalogue m_standards;
    RecordAnswer m_recording;
    Record m_draft;
    Actor m_actor{kInspector,
                  QStringLiteral("sample.inspector"),
                  QStringLiteral("Sample inspector"),
                  Role::Inspector,
                  {QStringLiteral("PK-PB")}};
    QStringList m_items;
    qsizetype m_made = 0;
};

/// The draft as it stands when nearly all is answered, every answer with its time.
Result<Record> draftIn(Cache &cache, Workload &workload, bool known)
{
    const QList<Record> buildings = workload.buildings(1);
    if (auto put = cache.records.putFromServer(buildings.first(), {}); !put)
        return put.error();
    Record draft = workload.inspections(1, buildings, kInspector, false).first();
    QJsonObject answers = draft.fields.value(QStringLiteral("answers")).toObject();
    for (const QString &code : answers.keys()) {
        QJsonObject answer = answers.value(code).toObject();
        answer.insert(QStringLiteral("at"), toIso(cache.clock.now()));
        answers.insert(code, answer);
    }
    draft.fields.insert(QStringLiteral("answers"), answers);
    draft.rev = known ? 1 : 0;
    auto put = known ? cache.records.putFromServer(draft, {}) : cache.records.putLocal(draft);
    if (!put)
        return put.error();
    return draft;
}

} // namespace

/// 2026-11-24: not by Google Benchmark, which runs one thing to its end before the next: here each answer has its raw
/// row beside it, so that a slow moment of the disk falls on both.
Result<Outcome> answerCommit(const Options &options)
{
    const int pairs = options.small ? 40 : 200;
    auto carried = Carried::read();
    if (!carried)
        return carried.error();
    const QTemporaryDir folder(options.workFolder + QStringLiteral("/answer-XXXXXX"));
    auto cache = Cache::open(folder.filePath(QStringLiteral("cache.sqlite")), *carried);
    if (!cache)
        return cache.error();
    Workload workload(*carried, options.seed);
    auto draft = draftIn(**cache, workload, false);
    if (!draft)
        return draft.error();
    Answering answering(**cache, *carried, *draft);

    auto raw = RawSqlite::open(folder.filePath(QStringLiteral("raw.sqlite")));
    if (!raw)
        return raw.error();
    if (auto made = raw->execute("CREATE TABLE outbox (position INTEGER PRIMARY KEY, payload BLOB NOT NULL)"); !made)
        return made.error();
    auto insert = RawStatement::prepare(*raw, "INSERT INTO outbox (payload) VALUES (?)");
    if (!insert)
        return insert.error();
    const QByteArray payload(200, 'x'); // about what one answer weighs in the outbox
    const auto rawNext = [&] {
        insert->bindBlob(1, payload);
        return insert->step();
    };

    Figure ratio{QStringLiteral("p50, ours / raw"),
                 QStringLiteral("x"),
                 {},
                 Bound{Bound::Kind::AtMost, 2.0},
                 Bound{Bound::Kind::AtMost, 1.3}};
    Figure p99{QStringLiteral("p99 of ours"), QStringLiteral("ms"), {}, {}, Bound{Bound::Kind::AtMost, 5.0}};
    Figure p99Raw{QStringLiteral("p99 of raw"), QStringLiteral("ms"), {}, {}, {}};
    Figure ours50{QStringLiteral("p50 of ours"), QStringLiteral("us"), {}, {}, {}};
    Figure raw50{QStringLiteral("p50 of raw"), QStringLiteral("us"), {}, {}, {}};
    Figure cpu50{QStringLiteral("p50 of ours, processor time"), QStringLiteral("us"), {}, {}, {}};
    for (int block = -1; block < options.repetitions(); ++block) {
        QList<double> ours;
        QList<double> raws;
        QList<double> processor;
        for (int i = 0; i < pairs; ++i) {
            for (const bool own : {i % 2 == 0, i % 2 != 0}) {
                auto took = own ? timed([&] { return answering.next(); }) : timed(rawNext);
                if (!took)
                    return took.error();
                (own ? ours : raws).append(took->seconds);
                if (own)
                    processor.append(took->processor);
            }
        }
        if (block < 0)
            continue; // warms both up
        ratio.values.append(percentile(ours, 0.5) / percentile(raws, 0.5));
        p99.values.append(percentile(ours, 0.99) * 1e3);
        p99Raw.values.append(percentile(raws, 0.99) * 1e3);
        ours50.values.append(percentile(ours, 0.5) * 1e6);
        raw50.values.append(percentile(raws, 0.5) * 1e6);
        cpu50.values.append(percentile(processor, 0.5) * 1e6);
    }
    auto owed = (*cache)->outbox.counts();
    if (!owed || owed->waiting != answering.made())
        return makeError(ErrorCode::Internal, QStringLiteral("not every answer has its outbox row"));
    return Outcome{QStringLiteral("answer-commit"),
                   QStringLiteral("RecordAnswer on a real cache: one answer with its outbox row, synchronous=FULL"),
                   QStringLiteral("sqlite3 in C: one row of 200 bytes, synchronous=FULL, answer by answer beside it"),
                   {ratio, p99, p99Raw, ours50, raw50, cpu50},
                   {QStringLiteral("%1 pairs a repetition; the draft weighs %2 bytes")
                        .arg(pairs)
                        .arg(Workload::meanBytes({*draft}))}};
}

} // namespace markaz::bench
