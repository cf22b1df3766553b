// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/policy.h"
#include "tests/core/workflow/workflowfixture.h"
#include "tests/ui/uitest.h"
#include "ui/services.h"
#include "ui/widgets/answers/itemrow.h"
#include "ui/widgets/answers/typingpause.h"
#include "ui/widgets/evidence/attachqueue.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractItemView>
#include <QDeadlineTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>

namespace markaz::ui::test {

/// The sync worker's face, without a worker: says what the test tells it to say.
class FakeSync final : public SyncStatus
{
public:
    SyncSnapshot snapshot() const override { return m_snapshot; }
    void syncNow() override { ++asked; }
    void set(const SyncSnapshot &snapshot)
    {
        m_snapshot = snapshot;
        Q_EMIT changed();
    }
    int asked = 0;

private:
    SyncSnapshot m_snapshot;
};

/// A server that is asked and does not answer.
class SilentServer final : public Administration
{
public:
    void ask(const AdminRequest &request, QObject *, Reply) override { asked.append(request.path); }
    QStringList asked;
};

/// Pages over a real cache with the real standard and gazetteer, for a person of Punjab, on 2026-11-24 at 14:00 in
/// Karachi.
class DeskFixture : public markaz::test::WorkflowFixture
{
protected:
    FakeSync m_sync;
    SilentServer m_administration;
    std::unique_ptr<AttachQueue> m_attaching;
    bool m_sampleData = true; ///< whether the profile was opened as one of the sample
    const ProgrammePolicy m_policy = builtinPolicy().value();

    Services services(const Actor &actor)
    {
        return {*m_workspace, attaching(),  markaz::test::gazetteer(), m_standards, m_policy, m_programme, m_sync,
                actor,        m_sampleData, &m_administration};
    }
    /// Of the workspace that is there now.
    AttachQueue &attaching()
    {
        if (!m_attaching || &m_attaching->workspace() != m_workspace.get())
            m_attaching = std::make_unique<AttachQueue>(*m_workspace);
        return *m_attaching;
    }
    Services services() { return services(m_me); }

    /// A draft of the inspector's with these answers, put there at once.
    QString draftWith(const QString &building, const QHash<QString, Answer> &answers, const QJsonObject &more = {})
    {
        QJsonObject fields =
            inspectionFields(building, m_inspector, "draft",
                             with({{QStringLiteral("standard"), markaz::test::standard().id()},
                                   {QStringLiteral("standard_hash"), markaz::test::standard().hash()},
                                   {QStringLiteral("started_at"), QStringLiteral("2026-11-23T09:00:00.000Z")},
                                   {QStringLiteral("sample"), true}},
                                  more));
        fields.insert(QStringLiteral("answers"), samples::answersField(answers));
        return put(Entity::Inspection, fields);
    }
    QHash<QString, Answer> perfect() { return samples::perfectAnswers(markaz::test::standard(), 1); }
    Answer perfectAnswer(const char *code)
    {
        const auto all = perfect();
        return all.constFind(QLatin1String(code)).value();
    }
    QString account(const QString &id, const char *name, const char *display, const char *role)
    {
        return put(Entity::Account,
                   {{QStringLiteral("name"), QLatin1String(name)},
                    {QStringLiteral("display_name"), QLatin1String(display)},
                    {QStringLiteral("role"), QLatin1String(role)},
                    {QStringLiteral("provinces"), QJsonArray{markaz::test::cityOf("LHE").province}}},
                   id);
    }
    QJsonObject storedAnswer(const QString &inspection, const char *code)
    {
        return fieldsOf(Entity::Inspection, inspection)
            .value(QStringLiteral("answers"))
            .toObject()
            .value(QLatin1String(code))
            .toObject();
    }
    QString storedValue(const QString &inspection, const char *code)
    {
        return storedAnswer(inspection, code).value(QStringLiteral("value")).toString();
    }
};

/// The one child of this name; the test ends when there is none.
template <class T>
T *part(QWidget &page, const char *name)
{
    auto *found = page.findChild<T *>(QLatin1String(name));
    if (found == nullptr)
        qFatal("no part called %s", name);
    return found;
}

/// The visible button with these words, or nullptr.
template <class Button = QAbstractButton>
Button *buttonSaying(QWidget &page, const QString &words)
{
    const auto all = page.findChildren<Button *>();
    for (Button *button : all) {
        QString text = button->text();
        if (text.remove(QLatin1Char('&')) == words && button->isVisibleTo(&page))
            return button;
    }
    return nullptr;
}

inline void click(QWidget *widget)
{
    ASSERT_NE(widget, nullptr);
    QTest::mouseClick(widget, Qt::LeftButton);
}

/// Types, also what is not ASCII, which QTest::keyClicks does not know.
inline void type(QWidget *widget, const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() < 128)
            QTest::keyClick(widget, c.toLatin1());
        else
            QTest::sendKeyEvent(QTest::Click, widget, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
}

/// Replaces what stands in a field, as a person does, and leaves it with Tab.
inline void fillIn(QLineEdit *line, const QString &text)
{
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    type(line, text);
    QTest::keyClick(line, Qt::Key_Tab);
}

/// All words of the messages that a page shows.
inline QString messagesOf(QWidget &page)
{
    QStringList all;
    const auto bars = page.findChildren<MessageBar *>();
    for (const MessageBar *bar : bars) {
        if (bar->isVisibleTo(&page))
            all.append(bar->message().sentence.plain());
    }
    return all.join(QLatin1Char('\n'));
}

/// All words that labels show, for tests that ask whether something is said at all.
inline QString wordsOf(QWidget &page)
{
    QStringList all;
    const auto labels = page.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(&page))
            all.append(label->text());
    }
    return all.join(QLatin1Char('\n'));
}

/// Widgets that were put off with deleteLater() go, as they do between two events.
inline void settle()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
}

/// Closes a page and lets it go, as a window does with the pages in it: what has the keyboard is left first.
template <class Page>
void leave(std::unique_ptr<Page> &page)
{
    if (page) {
        page->close();
        page.reset();
    }
}

/// Without the marks that keep what was entered apart from the words around it.
inline QString plain(QString words)
{
    return words.remove(QChar(0x2068)).remove(QChar(0x2069));
}

/// The pause of the typing in \p field is over: what waits for it is saved with the next events.
inline void endPause(QWidget *field)
{
    auto *pause = field->findChild<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    if (pause == nullptr || !pause->isActive())
        qFatal("nothing waits");
    EXPECT_EQ(pause->interval(), kTypingPause);
    pause->setInterval(0);
}

/// Types into \p field without a pause until \p saved; false when that never comes. The field ends as it began.
inline bool typeOnUntil(QWidget *field, const std::function<bool()> &saved)
{
    for (const QDeadlineTimer end(20'000); !saved() && !end.hasExpired();) {
        QTest::keyClick(field, Qt::Key_X);
        QTest::keyClick(field, Qt::Key_Backspace);
        QCoreApplication::processEvents();
    }
    return saved();
}

/// The row of an item on an inspection page that shows it; nullptr when it does not.
inline ItemRow *rowFor(QWidget &page, const char *code)
{
    settle();
    const auto rows = page.findChildren<ItemRow *>();
    for (ItemRow *row : rows) {
        if (row->code() == QLatin1String(code) && row->isVisibleTo(&page))
            return row;
    }
    return nullptr;
}

} // namespace markaz::ui::test
