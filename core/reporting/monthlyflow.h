// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporting/pageparts.h"
#include "core/reporting/textblock.h"

#include <QList>
#include <QRectF>

#include <functional>

class QPainter;

namespace markaz {

/// How words look on the pages of the monthly report.
struct MonthlyVoice
{
    qreal size;
    QFont::Weight weight = QFont::Normal;
    QColor color = pageparts::kText;
};

/// Pages that fill from the top, for the monthly report. All places are counted from the leading side, which is the
/// right one in Urdu; what stands side by side is mirrored with it. For this room's sources.
class MonthlyFlow
{
public:
    using Voice = MonthlyVoice;
    static inline const Voice kTitle{26, QFont::Bold, pageparts::kAccent};
    static inline const Voice kMonth{17, QFont::Bold};
    static inline const Voice kSection{19, QFont::Bold, pageparts::kAccent};
    static inline const Voice kHeading{13, QFont::Bold};
    static inline const Voice kBody{11.5};
    static inline const Voice kStrong{11.5, QFont::Bold};
    static inline const Voice kSmall{10, QFont::Normal, pageparts::kText2};

    enum class Side { Leading, Trailing, Middle };

    explicit MonthlyFlow(bool urdu)
        : m_urdu(urdu)
    {
    }
    bool urdu() const { return m_urdu; }
    int pages() const { return m_page + 1; }
    qreal line(const Voice &voice) const { return voice.size * (m_urdu ? 2.2 : 1.5); }

    /// What stands at the head of every further page, until it is set anew.
    void setRunningHead(const QString &words) { m_running = words; }
    void newPage();
    /// Goes to the next page where less than \p height is left of this one.
    void need(qreal height);
    void skip(qreal height) { m_y += height; }
    bool isAtTop() const;

    /// How high \p words stand in a column of \p width.
    qreal heightOf(const QString &words, const Voice &voice, qreal width) const;
    /// \p draw gets the painter and the top of its room.
    void put(qreal height, const std::function<void(QPainter &, qreal)> &draw);
    void paragraph(const QString &words, const Voice &voice, qreal above = 0);
    /// Words with their top at \p top, in a column that begins \p from behind the leading side.
    void write(QPainter &painter, const QString &text, const Voice &voice, qreal from, qreal top, qreal width,
               Side side = Side::Leading) const;
    /// The rectangle that begins \p from behind the leading side.
    QRectF box(qreal from, qreal top, qreal width, qreal height) const;
    /// Where the point \p from behind the leading side lies on the page.
    qreal at(qreal from) const;

    void paint(QPainter &painter, int page) const;

private:
    TextStyle styleOf(const QString &words, const Voice &voice, Side side) const;
    struct Mark
    {
        int page;
        qreal y;
        std::function<void(QPainter &, qreal)> draw;
    };
    bool m_urdu;
    int m_page = 0;
    qreal m_y = pageparts::kTop;
    QString m_running;
    QList<Mark> m_marks;
};

} // namespace markaz
