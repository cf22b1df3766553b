// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/standardreader.h"

#include <algorithm>

namespace markaz {

void StandardReader::checkMentions()
{
    for (const ReadLog::Mention &mention : std::as_const(m_log.mentions))
        checkMention(mention);
}

/// A rule or a calculation must read an item that is there and that can give what it asks for.
void StandardReader::checkMention(const ReadLog::Mention &mention)
{
    const Item *item = m_standard.item(mention.code);
    if (!item)
        return m_log.fail(mention.path, QStringLiteral("there is no item %1").arg(mention.code));
    const bool number = item->type == ItemType::Measurement || item->type == ItemType::Calculated;
    if (!mention.field.isEmpty()) {
        const bool column =
            std::any_of(item->repeatFields.begin(), item->repeatFields.end(), [&](const RepeatField &f) {
                return f.name == mention.field && f.type == ItemType::Measurement && f.required;
            });
        if (!column)
            return m_log.fail(mention.path,
                              QStringLiteral("item %1 has no number %2 in each row").arg(mention.code, mention.field));
    } else if (item->type == ItemType::Repeat || item->type == ItemType::Position || (mention.numeric && !number)) {
        return m_log.fail(mention.path, QStringLiteral("item %1 gives no such value").arg(mention.code));
    }
    const Item *reader = m_standard.item(mention.reader);
    if (reader && reader->type == ItemType::Calculated && mention.numeric && item->notApplicableAllowed) {
        // "Not applicable" would leave the calculated item missing for ever.
        return m_log.fail(mention.path, QStringLiteral("item %1 may be not applicable").arg(mention.code));
    }
    for (const QJsonValue &constant : mention.constants) {
        const QString token = constant.toString();
        const bool yesNo = item->type == ItemType::YesNo;
        const bool known = yesNo ? token == QLatin1String("yes") || token == QLatin1String("no")
                                 : std::any_of(item->options.begin(), item->options.end(),
                                               [&](const Option &option) { return option.token == token; });
        if ((yesNo || item->type == ItemType::Choice) && !known)
            return m_log.fail(mention.path, QStringLiteral("item %1 never has this value").arg(mention.code));
    }
}

/// Orders the items so that each comes after those it reads; the ones left over read each other in a circle.
void StandardReader::orderItems()
{
    QHash<QString, QSet<QString>> waitsFor;
    for (const ReadLog::Mention &mention : std::as_const(m_log.mentions)) {
        waitsFor[mention.reader].insert(mention.code);
        m_standard.m_items[m_standard.m_byCode.find(mention.code)].readByOthers = true;
    }
    QSet<QString> done;
    for (bool moved = true; moved;) {
        moved = false;
        for (qsizetype i = 0; i < m_standard.m_items.size(); ++i) {
            const QString &code = m_standard.m_items.at(i).code;
            if (done.contains(code) || !done.contains(waitsFor.value(code)))
                continue;
            done.insert(code);
            m_standard.m_order.append(i);
            moved = true;
        }
    }
    for (const ReadLog::Mention &mention : std::as_const(m_log.mentions)) {
        if (!done.contains(mention.reader))
            return m_log.fail(
                mention.path,
                QStringLiteral("%1 and %2 read each other in a circle").arg(mention.reader, mention.code));
    }
}

} // namespace markaz
