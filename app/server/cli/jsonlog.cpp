// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/jsonlog.h"

#include "core/support/clock.h"
#include "core/support/log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <cstdio>
#include <cstring>

namespace markaz::server {
namespace {

const char *levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return "error";
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QJsonObject line;
    if (std::strcmp(context.category, lcRequest().categoryName()) == 0)
        line = QJsonDocument::fromJson(message.toUtf8()).object();
    else
        line.insert(QStringLiteral("message"), message);
    line.insert(QStringLiteral("time"), toIso(SystemClock().now()));
    line.insert(QStringLiteral("level"), QLatin1String(levelOf(type)));
    line.insert(QStringLiteral("category"), QLatin1String(context.category));
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    // One call a line: stderr is not buffered, and lines of several threads do not mix.
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stderr);
}

} // namespace

JsonLog::JsonLog()
{
    // The environment's QT_LOGGING_RULES come after these and may silence it.
    QLoggingCategory::setFilterRules(QStringLiteral("markaz.request.info=true"));
    m_before = qInstallMessageHandler(write);
}

JsonLog::~JsonLog()
{
    qInstallMessageHandler(m_before);
}

} // namespace markaz::server
