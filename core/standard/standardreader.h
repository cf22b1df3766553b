// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/itemreader.h"
#include "core/standard/judgestandard.h"
#include "core/standard/standard.h"

namespace markaz {

/// Reads a standard file part by part and then checks what only the whole can show. Used by readStandard alone.
class StandardReader
{
public:
    explicit StandardReader(const QJsonObject &root)
        : m_root(root, {}, m_log)
    {
    }
    Result<Standard> read();
    const ReadLog &log() const { return m_log; }

private:
    Q_DISABLE_COPY_MOVE(StandardReader) // nodes point at the log
    void readHead();
    QSet<QString> readLabels(const char *name, QHash<QString, LocalText> &labels);
    void readSections();
    void readItems();
    void readTiers();
    void checkMentions();
    void checkMention(const ReadLog::Mention &mention);
    void orderItems();

    ReadLog m_log;
    JsonNode m_root;
    Vocabulary m_vocabulary;
    Standard m_standard;
};

} // namespace markaz
