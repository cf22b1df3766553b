// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The largest photo there may be, and a window that answers meanwhile.
#include "tests/ui/evidence/evidencefixture.h"

#include "core/domain/evidence.h"
#include "ui/widgets/evidence/markscanvas.h"
#include "ui/widgets/evidence/photomarks.h"
#include "ui/widgets/evidence/photostrip.h"
#include "ui/widgets/evidence/photoviewer.h"
#include "ui/widgets/evidence/picturedecoder.h"
#include "ui/widgets/evidence/pictures.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace markaz::ui {
namespace {

using namespace test;

/// The longest that the thread of the window went without answering an event, in milliseconds.
class LongestGap
{
public:
    LongestGap()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, [this] { note(); });
        m_timer.start(1);
        m_since.start();
    }
    qint64 take()
    {
        note();
        return std::exchange(m_longest, 0);
    }

private:
    void note() { m_longest = std::max(m_longest, m_since.restart()); }

    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

class FluidTest : public EvidenceFixture
{
protected:
    void TearDown() override { leave(m_pane); }
    std::unique_ptr<EvidencePane> m_pane;
};

} // namespace

/// Each step does what takes the decoder a while, so a step that did it in the window's own thread would leave a gap as
/// long. What is allowed goes by how long that is on this machine as it is busy now.
TEST_F(FluidTest, fortyMegapixels_attachedSeenAndMarked_leaveNoGap)
{
    const QSize size(8000, 5000);
    ASSERT_EQ(qint64(size.width()) * size.height(), evidence::kMaxPixels);
    QImage picture(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) { // something in every block, or the decoder has nothing to do
        auto *line = reinterpret_cast<quint32 *>(picture.scanLine(y));
        for (int x = 0; x < size.width(); ++x)
            line[x] = 0xff000000U | (static_cast<quint32>(x * 31 + y * 17) & 0x7f7f7fU);
    }
    QByteArray bytes = encoded(picture, "JPG");
    picture = {};
    const QString path = writeFile(m_dir.filePath(QStringLiteral("large.jpg")), bytes);
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    QElapsedTimer work;
    work.start();
    ASSERT_FALSE(decodePicture(file, {}).isNull());
    const qint64 most = std::max<qint64>(400, work.elapsed() / 2);

    m_pane = std::make_unique<EvidencePane>(services());
    m_pane->resize(1366, 690);
    present(*m_pane);
    m_pane->showItem(m_draft, QStringLiteral("C-02"), true);
    LongestGap gap;
    m_pane->attach({path});
    waitFor(*m_pane);
    ASSERT_EQ(m_pane->model()->rowCount(), 1);
    const QModelIndex index = m_pane->model()->index(0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !index.data(Qt::DecorationRole).value<QImage>().isNull(); }, 60'000));
    EXPECT_LT(gap.take(), most) << "attaching";

    Q_EMIT part<PhotoStrip>(*m_pane, "photoStrip")->openRequested(0);
    auto *viewer = m_pane->findChild<PhotoViewer *>();
    ASSERT_NE(viewer, nullptr);
    ASSERT_TRUE(QTest::qWaitFor([viewer] { return viewer->showsPicture(); }, 60'000));
    EXPECT_LT(gap.take(), most) << "seeing";

    click(part<QPushButton>(*viewer, "markPhoto"));
    auto *marks = m_pane->findChild<PhotoMarks *>();
    ASSERT_NE(marks, nullptr);
    auto *canvas = part<MarksCanvas>(*marks, "marksCanvas");
    ASSERT_TRUE(QTest::qWaitFor([canvas] { return !canvas->image().isNull(); }, 60'000));
    QTest::keyClick(canvas, Qt::Key_Space);
    QTest::keyClick(canvas, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(canvas, Qt::Key_Space);
    part<QPushButton>(*marks, "saveMarks")->click();
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_pane->model()->rowCount() == 2; }, 120'000));
    EXPECT_LT(gap.take(), most) << "marking";
}

} // namespace markaz::ui
