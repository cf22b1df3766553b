// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/httptypes.h"

#include <QDateTime>

/// What the pages for everybody have in common.
namespace markaz::server::publicpage {

/// One page: no script, one style sheet inside. The members but `style` and `title` are HTML.
struct Frame
{
    QByteArray style;
    QString title; ///< plain
    QString other; ///< the way to the other language; empty: none
    QString body;
    QString foot;
    bool urdu = false;
    bool found = true; ///< search engines may list it
};

/// \p words with nothing in them that HTML would take for its own.
QString h(const QString &words);
/// The same for codes, numbers and dates, which read left to right in Urdu too.
QString isolated(const QString &words);
QString languageOf(bool urdu); ///< "en", "ur"
/// "24 November 2026", the month by its name in the page's language and the figures in their order; as HTML.
QString dayHtml(const QDate &day, bool urdu);
/// "24 November 2026, 14:00", by a clock in Pakistan; as HTML.
QString momentHtml(const QDateTime &moment, bool urdu);
/// HTML that marks sample data, with \p words for it; empty where it is none.
QString sampleMark(bool sample, const QString &words);
QByteArray html(const Frame &frame);
/// The Content-Security-Policy that allows exactly that style sheet and the page's form.
QByteArray policyOf(const QByteArray &style);
/// 200 with \p page; how long it may be kept is its controller's to say.
ApiResponse reply(const QByteArray &page, const QByteArray &policy);

} // namespace markaz::server::publicpage
