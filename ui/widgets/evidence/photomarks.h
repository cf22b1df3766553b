// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/evidence.h"
#include "ui/services.h"
#include "ui/widgets/evidence/marks.h"
#include "ui/widgets/evidence/picturereader.h"
#include "ui/widgets/overlay.h"

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace markaz::ui {

class AskTwice;
class MarksCanvas;
class MessageArea;
class SegmentedControl;

/// Draws arrows, circles, words and a crop on a copy of a photo of a draft. What is on the screen is a small picture,
/// read in another thread; only the queue of files, to which the copy is given when it is saved, reads the original as
/// large as it is. The copy becomes evidence of the same item, also when this is gone by then; the original is never
/// written.
class PhotoMarks final : public Overlay
{
    Q_OBJECT
public:
    /// \p original: a photo whose content is here.
    PhotoMarks(const Services &services, const Evidence &original, QWidget *page);
    bool isSaving() const { return m_saving; }

protected:
    void leave() override;

private:
    QWidget *buildHead();
    QWidget *buildTools();
    void save();
    void settled();
    void refresh();

    Services m_services;
    Evidence m_original;
    PictureReader m_reader;
    bool m_saving = false;
    std::shared_ptr<std::optional<Error>> m_why; ///< the copy could not be made; the queue's until it is settled
    MarksCanvas *m_canvas;
    MessageArea *m_messages;
    SegmentedControl *m_tools;
    SegmentedControl *m_colours;
    QLineEdit *m_words;
    QToolButton *m_undo;
    QToolButton *m_redo;
    AskTwice *m_cancel;
    QPushButton *m_save;
    QLabel *m_hint;
    QProgressBar *m_bar;
};

} // namespace markaz::ui
