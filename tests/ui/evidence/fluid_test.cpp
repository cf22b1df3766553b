// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The largest photo there may be: what takes its decoder a while is done elsewhere, and the window goes on.
// 2026-11-29: no clock decides here. What is decoded in the window's own thread is there when the call that asks for it
// returns; what is decoded elsewhere cannot be, because its answer comes with the events.
// 2026-11-30: nor may it be done in this thread a little later, as an event of its own: then most of the processor's
// time that the step takes is this thread's. The system counts that time for each thread, however long a busy machine
// lets any of them wait: what the window's loop does meanwhile was counted by its turns before, and came short on such
// a machine.
#include "tests/ui/evidence/evidencefixture.h"

#include "core/domain/evidence.h"
#include "ui/widgets/evidence/markscanvas.h"
#include "ui/widgets/evidence/photomarks.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/photoviewer.h"
#include "ui/widgets/evidence/pictures.h"

#include <cstdint>
#include <ctime>
#include <functional>

namespace markaz::ui {
namespace {

using namespace test;

class FluidTest : public EvidenceFixture
{
protected:
    void TearDown() override { leave(m_pane); }
    QImage thumbnail() const
    {
        return m_pane->model()->index(0).data(Qt::DecorationRole).value<QImage>(); // asks for it
    }
    /// The processor's time, in nanoseconds, that this thread or the whole program has had.
    static std::int64_t spent(clockid_t clock)
    {
        timespec time{};
        if (clock_gettime(clock, &time) != 0)
            qFatal("the system counts no time of the processor");
        return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    }
    /// Waits until \p done, and says whether the window was free to go on meanwhile.
    testing::AssertionResult goesOnUntil(const std::function<bool()> &done)
    {
        const std::int64_t window = spent(CLOCK_THREAD_CPUTIME_ID);
        const std::int64_t program = spent(CLOCK_PROCESS_CPUTIME_ID);
        if (!QTest::qWaitFor(done, 120'000))
            return testing::AssertionFailure() << "it is never there";
        const std::int64_t here = spent(CLOCK_THREAD_CPUTIME_ID) - window;
        const std::int64_t everywhere = spent(CLOCK_PROCESS_CPUTIME_ID) - program;
        if (here > everywhere / 2)
            return testing::AssertionFailure()
                   << "the window's thread did " << here << " of " << everywhere << " ns of the work";
        return testing::AssertionSuccess();
    }
    std::unique_ptr<EvidencePane> m_pane;
};

} // namespace

TEST_F(FluidTest, fortyMegapixels_areAttachedSeenAndMarkedWhileTheWindowGoesOn)
{
    const QSize size(8000, 5000);
    ASSERT_EQ(qint64(size.width()) * size.height(), evidence::kMaxPixels);
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    const QString path = writeFile(m_dir.filePath(QStringLiteral("large.jpg")), encoded(picture, "JPG"));
    picture = {};
    m_pane = std::make_unique<EvidencePane>(services());
    m_pane->resize(1366, 690);
    present(*m_pane);
    m_pane->showItem(m_draft, QStringLiteral("C-02"), true);

    m_pane->attach({path});
    EXPECT_TRUE(m_pane->isBusy());
    EXPECT_EQ(filesOf(m_draft), 0) << "it is looked at elsewhere";
    EXPECT_TRUE(goesOnUntil([this] { return m_pane->queue().pending() == 0; })) << "while it is checked";
    ASSERT_EQ(m_pane->model()->rowCount(), 1);
    EXPECT_TRUE(thumbnail().isNull()) << "made elsewhere";
    EXPECT_TRUE(goesOnUntil([this] { return !thumbnail().isNull(); })) << "while its small picture is made";

    Q_EMIT part<PhotoStrip>(*m_pane, "photoStrip")->openRequested(0);
    auto *viewer = m_pane->findChild<PhotoViewer *>();
    ASSERT_NE(viewer, nullptr);
    EXPECT_FALSE(viewer->showsPicture()) << "it opens before its picture is there";
    EXPECT_TRUE(goesOnUntil([viewer] { return viewer->showsPicture(); })) << "while it is opened";

    click(part<QPushButton>(*viewer, "markPhoto"));
    auto *marks = m_pane->findChild<PhotoMarks *>();
    ASSERT_NE(marks, nullptr);
    auto *canvas = part<MarksCanvas>(*marks, "marksCanvas");
    EXPECT_TRUE(canvas->image().isNull()) << "it opens before its picture is there";
    EXPECT_TRUE(goesOnUntil([canvas] { return !canvas->image().isNull(); })) << "while it is opened to be marked";
    QTest::keyClick(canvas, Qt::Key_Space);
    QTest::keyClick(canvas, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(canvas, Qt::Key_Space);
    part<QPushButton>(*marks, "saveMarks")->click();
    EXPECT_EQ(filesOf(m_draft), 1) << "the copy is made elsewhere";
    EXPECT_TRUE(goesOnUntil([this] { return filesOf(m_draft) == 2; })) << "while the marked copy is made";
}

} // namespace markaz::ui
