// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/evidence/photomarks.h"

#include "ui/text/format.h"
#include "ui/widgets/asktwice.h"
#include "ui/widgets/evidence/attachqueue.h"
#include "ui/widgets/evidence/markscanvas.h"
#include "ui/widgets/evidence/pictures.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/undokeys.h"

#include <QBuffer>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace markaz::ui {
namespace {

constexpr int kMargin = 16;
const QString kErrorKey = QStringLiteral("error");

const std::array kTools{std::pair{"arrow", Mark::Kind::Arrow}, std::pair{"circle", Mark::Kind::Circle},
                        std::pair{"text", Mark::Kind::Text}, std::pair{"crop", Mark::Kind::Crop}};
const std::array kColours{std::pair{"red", MarkColour::Red}, std::pair{"yellow", MarkColour::Yellow},
                          std::pair{"blue", MarkColour::Blue}};

QString nameOfCopy(const QString &original)
{
    const QString base = QFileInfo(original).completeBaseName();
    return (base.isEmpty() ? QStringLiteral("photo") : base.left(240)) + QStringLiteral("-marked.jpg");
}

Error notMade(const QString &why)
{
    return makeError(ErrorCode::StorageFailed, why, QStringLiteral("file.marks"));
}

/// The copy, from the original's own pixels.
Result<CheckedFile> copyOf(const ContentStore &store, const Evidence &original, const QList<Mark> &marks)
{
    QImage picture = readPicture(store, original.sha256(), {});
    if (picture.isNull())
        return notMade(QStringLiteral("the original cannot be read"));
    picture = marked(std::move(picture), marks);
    if (picture.isNull())
        return notMade(QStringLiteral("no memory for the copy"));
    // 2026-11-28: a JPEG, also of a PNG: a photo is one, and what was marked is looked at, not measured.
    QByteArray bytes = encoded(picture, "JPG");
    picture = {};
    if (bytes.isEmpty())
        return notMade(QStringLiteral("the copy cannot be written as a JPEG"));
    QBuffer source(&bytes);
    source.open(QIODevice::ReadOnly);
    auto checked = checkContent(store, source, nameOfCopy(original.filename()), {});
    if (checked)
        checked->marks = original.id();
    return checked;
}

} // namespace

PhotoMarks::PhotoMarks(const Services &services, const Evidence &original, QWidget *page)
    : Overlay(page)
    , m_services(services)
    , m_original(original)
    , m_reader(contentStoreOf(services.workspace))
{
    setObjectName(QStringLiteral("photoMarks"));
    setAccessibleName(tr("Mark a copy of a photo"));
    m_canvas = new MarksCanvas(this);
    m_messages = new MessageArea(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, 8, kMargin, kMargin);
    column->setSpacing(8);
    column->addWidget(buildHead());
    column->addWidget(buildTools());
    column->addWidget(m_messages);
    column->addWidget(m_canvas, 1);
    m_bar = new QProgressBar(this);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Saving the marked copy"));
    column->addWidget(m_bar);
    connect(m_canvas, &MarksCanvas::changed, this, &PhotoMarks::refresh);
    connect(&m_services.attaching, &AttachQueue::attached, this, [this](const Evidence &evidence) {
        if (m_saving && evidence.marks() == m_original.id()) {
            m_saving = false;
            close();
        }
    });
    connect(&m_services.attaching, &AttachQueue::changed, this, &PhotoMarks::settled);
    connect(m_canvas, &MarksCanvas::wordsNeeded, this, [this] { m_words->setFocus(Qt::OtherFocusReason); });
    addUndoKeys(this, m_undo, m_redo);
    refresh();
    show();
    raise();
    m_canvas->setFocus(Qt::OtherFocusReason);
    connect(&m_reader, &PictureReader::answered, this, [this] {
        if (m_reader.image().isNull())
            m_messages->post(kErrorKey, Message::of(notMade(QStringLiteral("the original cannot be read"))));
        m_canvas->setImage(m_reader.image());
        refresh();
    });
    m_reader.want(m_original.sha256(), screen()->availableSize() * devicePixelRatioF());
}

QWidget *PhotoMarks::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *title = plainLabel(tr("Mark a copy of %1").arg(format::words(m_original.filename())), head);
    title->setFont(currentTheme().font(Type::SectionTitle));
    title->setMinimumWidth(40);
    row->addWidget(title, 1);
    m_cancel = new AskTwice(QStringLiteral("cancelMarks"), QStringLiteral("keepMarks"), head);
    m_cancel->setStaying(tr("Go on marking"));
    m_save = new QPushButton(tr("Save the marked copy"), head);
    m_save->setObjectName(QStringLiteral("saveMarks"));
    m_save->setProperty("role", QStringLiteral("primary"));
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    connect(m_cancel, &AskTwice::confirmed, this, &QWidget::close);
    connect(m_save, &QPushButton::clicked, this, &PhotoMarks::save);
    return head;
}

QWidget *PhotoMarks::buildTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_tools = new SegmentedControl(tools);
    m_tools->setAccessibleName(tr("What to draw"));
    m_tools->setSegments({{QStringLiteral("arrow"), tr("Arrow"), QStringLiteral("draw-arrow")},
                          {QStringLiteral("circle"), tr("Circle"), QStringLiteral("draw-circle")},
                          {QStringLiteral("text"), tr("Words"), QStringLiteral("draw-text")},
                          {QStringLiteral("crop"), tr("Crop"), QStringLiteral("transform-crop")}});
    m_tools->setCurrent(QStringLiteral("arrow"));
    m_colours = new SegmentedControl(tools);
    m_colours->setAccessibleName(tr("Colour of the marks"));
    m_colours->setSegments({{QStringLiteral("red"), tr("Red"), {}},
                            {QStringLiteral("yellow"), tr("Yellow"), {}},
                            {QStringLiteral("blue"), tr("Blue"), {}}});
    m_colours->setCurrent(QStringLiteral("red"));
    m_words = new QLineEdit(tools);
    m_words->setObjectName(QStringLiteral("markWords"));
    m_words->setMaxLength(80);
    m_words->setPlaceholderText(tr("Words to write, then Enter or press on the photo"));
    m_words->setAccessibleName(tr("Words to write"));
    m_hint = plainLabel(tools);
    m_hint->setFont(currentTheme().font(Type::Caption));
    m_undo = new QToolButton(tools);
    m_undo->setObjectName(QStringLiteral("undoMark"));
    m_undo->setIcon(icon(QStringLiteral("edit-undo")));
    m_undo->setAccessibleName(tr("Undo"));
    m_undo->setToolTip(tr("Takes the last mark back (Ctrl+Z)"));
    m_redo = new QToolButton(tools);
    m_redo->setObjectName(QStringLiteral("redoMark"));
    m_redo->setIcon(icon(QStringLiteral("edit-redo")));
    m_redo->setAccessibleName(tr("Redo"));
    m_redo->setToolTip(tr("Draws it again (Ctrl+Y)"));
    for (QToolButton *button : {m_undo, m_redo})
        button->setProperty("role", QStringLiteral("flat"));
    row->addWidget(m_tools);
    row->addWidget(m_colours);
    row->addWidget(m_words, 1);
    row->addWidget(m_hint, 1);
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    connect(m_tools, &SegmentedControl::chosen, this, [this](const QString &id) {
        for (const auto &[name, kind] : kTools) {
            if (id == QLatin1String(name))
                m_canvas->setTool(kind);
        }
        refresh();
        if (id == QLatin1String("text"))
            m_words->setFocus(Qt::OtherFocusReason);
    });
    connect(m_colours, &SegmentedControl::chosen, this, [this](const QString &id) {
        for (const auto &[name, colour] : kColours) {
            if (id == QLatin1String(name))
                m_canvas->setColour(colour);
        }
    });
    connect(m_words, &QLineEdit::textChanged, m_canvas, &MarksCanvas::setWords);
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        m_canvas->setFocus(Qt::OtherFocusReason);
        m_canvas->placeWords();
    });
    connect(m_undo, &QToolButton::clicked, m_canvas, &MarksCanvas::undo);
    connect(m_redo, &QToolButton::clicked, m_canvas, &MarksCanvas::redo);
    return tools;
}

/// What was drawn lies nowhere else: the queue attaches it before the records are closed.
void PhotoMarks::save()
{
    if (m_saving || !m_canvas->history().canUndo())
        return;
    m_saving = true;
    m_why = std::make_shared<std::optional<Error>>();
    m_messages->withdraw(kErrorKey);
    refresh();
    m_services.attaching.add(
        m_services.actor, {m_original.inspectionId(), m_original.item()}, nameOfCopy(m_original.filename()),
        AttachQueue::Original::Here,
        [original = m_original, marks = m_canvas->history().shown(), why = m_why](const ContentStore &store) {
            auto copy = copyOf(store, original, marks);
            if (!copy)
                *why = copy.error();
            return copy;
        });
}

/// Nothing is under way at the item any more, and the copy is not there: the marks stay, and it may be saved again.
void PhotoMarks::settled()
{
    if (!m_saving || m_services.attaching.pending({m_original.inspectionId(), m_original.item()}) > 0)
        return;
    m_saving = false;
    m_messages->post(kErrorKey, Message::of(*m_why ? **m_why : notMade(QStringLiteral("it was not attached"))));
    refresh();
}

void PhotoMarks::leave()
{
    m_cancel->press();
}

void PhotoMarks::refresh()
{
    const bool any = m_canvas->history().canUndo();
    const bool text = m_tools->current() == QLatin1String("text");
    m_undo->setEnabled(any && !m_saving);
    m_redo->setEnabled(m_canvas->history().canRedo() && !m_saving);
    m_save->setEnabled(any && !m_saving && !m_canvas->image().isNull());
    m_canvas->setEnabled(!m_saving);
    m_tools->setEnabled(!m_saving);
    m_colours->setEnabled(!m_saving && m_tools->current() != QLatin1String("crop"));
    m_words->setVisible(text);
    m_words->setEnabled(!m_saving);
    m_hint->setVisible(!text);
    m_bar->setVisible(m_saving);
    if (m_saving)
        m_hint->setText(tr("The copy is being made, also when you go on"));
    else
        m_hint->setText(m_tools->current() == QLatin1String("crop")
                            ? tr("Drag over what the copy keeps")
                            : tr("Drag on the photo; the original stays as it is"));
    if (m_saving)
        m_cancel->setWords(tr("Close"));
    else if (any)
        m_cancel->setWords(tr("Cancel"), tr("Throw the marks away"), tr("Your marks are not saved."));
    else
        m_cancel->setWords(tr("Cancel"));
}

} // namespace markaz::ui
