// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QCache>
#include <QStringList>

namespace markaz::ui {

/// The rows of a list whose ids are known, read a block at a time as they are painted; about 2,000 stay in memory.
template <class Row>
class RowBlocks
{
public:
    /// The row of `ids[index]`; \p read gives the rows of some ids, in their order. Nothing when it fails, or when one
    /// of the block's has gone since the ids were read, because all behind it would stand under the id of another: the
    /// cells stay empty until the list is read anew. Valid until the next call.
    template <class Read>
    const Row *row(const QStringList &ids, int index, Read read)
    {
        const int block = index / kBlock;
        QList<Row> *rows = m_blocks.object(block);
        if (rows == nullptr) {
            const QStringList wanted = ids.mid(block * kBlock, kBlock);
            Result<QList<Row>> fetched = read(wanted);
            if (!fetched || fetched->size() != wanted.size())
                return nullptr;
            rows = new QList<Row>(std::move(fetched).value());
            if (!m_blocks.insert(block, rows)) // it has deleted them
                return nullptr;
        }
        const int offset = index % kBlock;
        return offset < rows->size() ? &rows->at(offset) : nullptr;
    }
    void clear() { m_blocks.clear(); }

private:
    static constexpr int kBlock = 64;
    static constexpr int kBlocksKept = 32;
    QCache<int, QList<Row>> m_blocks{kBlocksKept};
};

} // namespace markaz::ui
