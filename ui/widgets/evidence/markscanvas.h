// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/evidence/marks.h"
#include "ui/widgets/evidence/strokesurface.h"

#include <QImage>

namespace markaz::ui {

/// A photo, as large as there is room, that marks are drawn on. With the keyboard: arrows move the cross (Shift: in
/// large steps), Space or Enter begins a mark and ends it, Esc gives it up.
class MarksCanvas final : public StrokeSurface
{
    Q_OBJECT
public:
    explicit MarksCanvas(QWidget *parent = nullptr);

    /// A null one is a picture that cannot be read, and that is said.
    void setImage(const QImage &image);
    const QImage &image() const { return m_image; }
    void setTool(Mark::Kind tool);
    void setColour(MarkColour colour) { m_colour = colour; }
    /// What the text tool writes.
    void setWords(const QString &words) { m_words = words; }
    /// Writes them at the cross, which stands where the photo was pressed when there were none yet.
    void placeWords();
    const MarkHistory &history() const { return m_history; }
    void undo();
    void redo();
    QRectF pictureRect() const; ///< where the picture lies

Q_SIGNALS:
    void changed();
    void wordsNeeded(); ///< the text tool has nothing to write

protected:
    void strokeBegan(const QPointF &at) override;
    void strokeMoved(const QPointF &at) override;
    void strokeEnded(const QPointF &at) override;
    void strokeCancelled() override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QPointF partAt(const QPointF &at) const;
    void begin(const QPointF &part);
    void end(const QPointF &part);

    QImage m_image;
    MarkHistory m_history;
    Mark::Kind m_tool = Mark::Kind::Arrow;
    MarkColour m_colour = MarkColour::Red;
    QString m_words;
    std::optional<Mark> m_begun;
    QPointF m_cross{0.5, 0.5};
    bool m_byKeys = false;
    bool m_unreadable = false;
};

} // namespace markaz::ui
