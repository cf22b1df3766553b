// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standardjson.h"

#include <QJsonArray>

namespace markaz::samples {

/// A standard that has every type of item and uses every member that the format knows.
inline QJsonObject everyType()
{
    QJsonObject measured =
        json("{'unit': 'in', 'instruments': ['tape'], 'number': {'least': '0', 'most': '500', 'decimals': 2},"
             "'evidence': {'photos': 1, 'document': false}, 'not_applicable': false}");
    measured.insert(QStringLiteral("credit"), bands("at_most", {{"3", 10'000}, {"5", 5000}, {"6.5", 2500}}));
    QJsonObject calculated =
        json("{'calculate': {'ratio': [{'difference': [{'product': [{'item': 'B-01'}, {'constant': '-0.5'}]},"
             "{'building': 'storeys'}]}, {'sum': [{'rows': 'C-01', 'field': 'seats'}, {'tier': true}]}]}}");
    calculated.insert(QStringLiteral("credit"), bands("at_least", {{"0.25", 10'000}}));
    QJsonObject policy = json("{'calculate': {'median': [{'item': 'B-02'}, {'programme': 'figure'}]}}");
    QJsonObject limited = bands("at_most", {{"4000", 10'000}});
    limited.insert(QStringLiteral("limit_from"), json("{'programme': 'figure'}"));
    policy.insert(QStringLiteral("credit"), limited);
    QJsonObject rows =
        json("{'repeat': {'kind': 'room', 'min_rows': 2, 'rows': 'sum:seats', 'fields': ["
             "{'name': 'name', 'label': {'en': 'n', 'ur': 'n'}, 'type': 'text', 'distinct': true},"
             "{'name': 'seats', 'label': {'en': 's', 'ur': 's'}, 'type': 'measurement', 'unit': 'in', 'number': "
             "{'least': '0', 'decimals': 0}},"
             "{'name': 'kind', 'label': {'en': 'k', 'ur': 'k'}, 'type': 'choice', 'required': false, 'options': ["
             "{'token': 'a', 'label': {'en': 'a', 'ur': 'a'}, 'credit_bp': 10000}, {'token': 'b', 'label': {'en': 'b', "
             "'ur': 'b'}, 'credit_bp': 0}]},"
             "{'name': 'until', 'label': {'en': 'u', 'ur': 'u'}, 'type': 'expiry_date', 'required': false},"
             "{'name': 'fine', 'label': {'en': 'f', 'ur': 'f'}, 'type': 'yes_no'}]}}");
    rows.insert(QStringLiteral("credit"), bands("at_least", {{"10", 10'000}, {"5", 5000}}));
    QJsonObject worst = json(
        "{'repeat': {'kind': 'test', 'min_rows': 1, 'rows': 'worst', 'fields': ["
        "{'name': 'level', 'label': {'en': 'l', 'ur': 'l'}, 'type': 'measurement', 'number': {}, 'distinct': true}]}}");
    QJsonObject choice = json("{'partial_tolerated': true, 'options': ["
                              "{'token': 'both', 'label': {'en': 'b', 'ur': 'b'}, 'credit_bp': 10000}, {'token': "
                              "'one', 'label': {'en': 'o', 'ur': 'o'}, 'credit_bp': 5000},"
                              "{'token': 'none', 'label': {'en': 'n', 'ur': 'n'}, 'credit_bp': 0}]}");
    const QJsonObject rule = json(
        "{'visible_when': {'all': [{'any': [{'equals': [{'item': 'A-02'}, 'both']}, {'at_most': [{'tier': true}, 2]}]},"
        "{'not': {'one_of': [{'building': 'condition'}, ['dangerous', 'poor']]}}, {'at_least': [{'programme': "
        "'figure'}, '1.5']}]}}");
    QJsonObject position{{QStringLiteral("credit"), bands("at_most", {{"50", 10'000}})}};
    QJsonObject standard = standardOf(
        {item("A-01", "yes_no", 10, json("{'credit': {'yes_bp': 0, 'no_bp': 10000}, 'not_applicable': true}")),
         criticalItem("A-02", "choice", 10, choice), item("A-03", "text", 0, rule),
         item("B-01", "measurement", 10, measured), item("B-02", "calculated", 10, calculated),
         criticalItem("B-03", "calculated", 10, policy), item("C-01", "repeat", 10, rows),
         item("C-02", "repeat", 10, worst), item("C-03", "expiry_date", 10), item("C-04", "photo", 5),
         item("C-05", "document", 5), item("C-06", "signature", 5), item("C-07", "position", 5, position)},
        json("{'B': 6000}"));
    standard.insert(QStringLiteral("$schema"), QStringLiteral("standard.schema.json"));
    return standard;
}

} // namespace markaz::samples
