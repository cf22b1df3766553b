// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/answer.h"

#include "core/domain/recordspec.h"

#include <QStringList>

namespace markaz {
namespace {

const QString kValue = QStringLiteral("value");
const QString kRows = QStringLiteral("rows");
const QString kNa = QStringLiteral("na");
const QString kNotInspected = QStringLiteral("not_inspected");
const QString kCarried = QStringLiteral("carried");

} // namespace

Answer Answer::ofValue(const QJsonValue &value, const QString &instrument)
{
    QJsonObject json{{kValue, value}};
    if (!instrument.isEmpty())
        json.insert(QStringLiteral("instrument"), instrument);
    return Answer(json);
}

Answer Answer::ofRows(const QJsonArray &rows)
{
    return Answer(QJsonObject{{kRows, rows}});
}

Result<Answer> Answer::notApplicable(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("not applicable needs a reason"), kNa);
    return Answer(QJsonObject{{kNa, reason.trimmed()}});
}

Result<Answer> Answer::notInspected(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("not inspected needs a reason"), kNotInspected);
    return Answer(QJsonObject{{kNotInspected, reason.trimmed()}});
}

Result<Answer> Answer::fromJson(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const bool rows = object.contains(kRows);
    const bool na = object.contains(kNa);
    const bool notInspected = object.contains(kNotInspected);
    if (int(object.contains(kValue)) + int(rows) + int(na) + int(notInspected) != 1)
        return makeError(ErrorCode::InvalidValue,
                         QStringLiteral("an answer has one of value, rows, na, not_inspected"));
    if (rows && !object.value(kRows).isArray())
        return makeError(ErrorCode::InvalidValue, QStringLiteral("rows is not a list"), kRows);
    if (object.contains(kCarried) && !isRecordId(object.value(kCarried).toString()))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("not the id of a visit"), kCarried);
    if (const QString &name = na ? kNa : kNotInspected;
        (na || notInspected) && object.value(name).toString().trimmed().isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("a reason is missing"), name);
    return Answer(object);
}

Answer::Answer(QJsonObject json)
    : m_json(std::move(json))
    , m_value(m_json.value(kValue))
    , m_text(m_value.toString())
{
    if (!m_value.isUndefined()) {
        m_instrument = m_json.value(QStringLiteral("instrument")).toString();
    } else if (const QJsonValue rows = m_json.value(kRows); !rows.isUndefined()) {
        m_repeat = true;
        m_rows = rows.toArray();
    } else {
        m_state = m_json.contains(kNa) ? State::NotApplicable : State::NotInspected;
    }
}

QString Answer::reason() const
{
    return m_json.value(state() == State::NotApplicable ? kNa : kNotInspected).toString();
}

Answer Answer::carriedOver(const QString &visitId) const
{
    QJsonObject json = m_json;
    if (!json.contains(kCarried))
        json.insert(kCarried, visitId);
    return Answer(json);
}

Answer Answer::givenAt(const QString &isoTime) const
{
    QJsonObject json = m_json;
    json.insert(QStringLiteral("at"), isoTime);
    return Answer(json);
}

} // namespace markaz
