// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <QThread>

namespace markaz::bench {
namespace {

QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

QString boundText(const std::optional<Bound> &bound, const QString &unit)
{
    if (!bound)
        return QStringLiteral("-");
    return QStringLiteral("%1 %2 %3")
        .arg(bound->kind == Bound::Kind::AtMost ? QStringLiteral("<=") : QStringLiteral(">="), number(bound->value),
             unit);
}

QString verdict(const Figure &figure)
{
    if (figure.missed(figure.must))
        return QStringLiteral("**missed**");
    if (figure.target)
        return figure.missed(figure.target) ? QStringLiteral("holds, target missed") : QStringLiteral("target reached");
    return figure.must ? QStringLiteral("holds") : QString();
}

/// How busy the machine was, because that moves every absolute figure.
QString load()
{
    QFile file(QStringLiteral("/proc/loadavg"));
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("unknown");
    return QString::fromLatin1(file.readAll().split(' ').first());
}

QString markdown(const Options &options, const QList<Outcome> &outcomes)
{
    QString text =
        QStringLiteral("# Benchmarks\n\nW(%1), seed %2%3; %4, %5 processors, load %6.\n"
                       "Each figure: minimum, median and maximum of its repetitions; the median is judged.\n")
            .arg(options.inspections())
            .arg(options.seed)
            .arg(options.small ? QStringLiteral(" (small: too little work to judge by)") : QString(),
                 QSysInfo::prettyProductName())
            .arg(QThread::idealThreadCount())
            .arg(load());
    for (const Outcome &outcome : outcomes) {
        text += QStringLiteral("\n## %1\n\n%2\n").arg(outcome.name, outcome.title);
        if (!outcome.reference.isEmpty())
            text += QStringLiteral("Reference in the same run: %1\n").arg(outcome.reference);
        text += QStringLiteral("\n| figure | unit | n | min | median | max | must | target | |\n"
                               "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (const Figure &figure : outcome.figures) {
            const Spread spread = spreadOf(figure.values);
            text += QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 | %7 | %8 | %9 |\n")
                        .arg(figure.name, figure.unit, QString::number(figure.values.size()), number(spread.min),
                             number(spread.median), number(spread.max), boundText(figure.must, figure.unit),
                             boundText(figure.target, figure.unit), verdict(figure));
        }
        for (const QString &note : outcome.notes)
            text += QStringLiteral("\n- ") + note;
        if (!outcome.notes.isEmpty())
            text += QLatin1Char('\n');
    }
    return text;
}

QJsonValue json(const std::optional<Bound> &bound)
{
    if (!bound)
        return QJsonValue::Null;
    return QJsonObject{
        {bound->kind == Bound::Kind::AtMost ? QStringLiteral("at_most") : QStringLiteral("at_least"), bound->value}};
}

QJsonObject json(const Figure &figure)
{
    const Spread spread = spreadOf(figure.values);
    QJsonArray values;
    for (const double value : figure.values)
        values.append(value);
    return {{QStringLiteral("name"), figure.name},
            {QStringLiteral("unit"), figure.unit},
            {QStringLiteral("min"), spread.min},
            {QStringLiteral("median"), spread.median},
            {QStringLiteral("max"), spread.max},
            {QStringLiteral("values"), values},
            {QStringLiteral("must"), json(figure.must)},
            {QStringLiteral("target"), json(figure.target)},
            {QStringLiteral("must_missed"), figure.missed(figure.must)},
            {QStringLiteral("target_missed"), figure.missed(figure.target)}};
}

QJsonObject json(const Options &options, const QList<Outcome> &outcomes)
{
    QJsonArray list;
    for (const Outcome &outcome : outcomes) {
        QJsonArray figures;
        for (const Figure &figure : outcome.figures)
            figures.append(json(figure));
        list.append(QJsonObject{{QStringLiteral("name"), outcome.name},
                                {QStringLiteral("title"), outcome.title},
                                {QStringLiteral("reference"), outcome.reference},
                                {QStringLiteral("figures"), figures},
                                {QStringLiteral("notes"), QJsonArray::fromStringList(outcome.notes)}});
    }
    return {{QStringLiteral("inspections"), options.inspections()},
            {QStringLiteral("seed"), static_cast<qint64>(options.seed)},
            {QStringLiteral("small"), options.small},
            {QStringLiteral("system"), QSysInfo::prettyProductName()},
            {QStringLiteral("processors"), QThread::idealThreadCount()},
            {QStringLiteral("load"), load()},
            {QStringLiteral("benchmarks"), list}};
}

Result<void> write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    return {};
}

} // namespace

Result<QString> writeReport(const QString &folder, const Options &options, const QList<Outcome> &outcomes)
{
    QDir().mkpath(folder);
    const QString text = markdown(options, outcomes);
    if (auto written = write(folder + QStringLiteral("/report.md"), text.toUtf8()); !written)
        return written.error();
    const QByteArray document = QJsonDocument(json(options, outcomes)).toJson();
    if (auto written = write(folder + QStringLiteral("/report.json"), document); !written)
        return written.error();
    return text;
}

} // namespace markaz::bench
