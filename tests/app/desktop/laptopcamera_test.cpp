// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The camera as the program builds it, on a computer where there is none: a sentence and no crash, whenever it is asked
// for something.
#include "app/desktop/devices.h"

#include "ui/text/sentences.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace markaz::desktop {
namespace {

class LaptopCamera : public testing::Test
{
protected:
    void SetUp() override
    {
        m_camera = laptopCamera();
        if (!m_camera)
            GTEST_SKIP() << "built without Qt Multimedia";
        if (m_camera->isThere())
            GTEST_SKIP() << "this computer has a camera";
    }
    std::unique_ptr<ui::Camera> m_camera;
};

TEST_F(LaptopCamera, withoutADevice_saysSoAndGoesOn)
{
    QStringList said;
    QObject::connect(m_camera.get(), &ui::Camera::failed, m_camera.get(), [&said](const Error &error) {
        EXPECT_EQ(error.code, ErrorCode::NotFound);
        const ui::Sentence sentence = ui::sentences::of(error);
        said.append(sentence.fact);
        EXPECT_FALSE(sentence.next.isEmpty());
    });
    QSignalSpy frames(m_camera.get(), &ui::Camera::frame);
    QSignalSpy photos(m_camera.get(), &ui::Camera::captured);
    m_camera->stop(); // before it was ever started
    m_camera->capture();
    EXPECT_TRUE(said.isEmpty());
    for (int round = 0; round < 2; ++round) { // and again, as somebody who tries once more
        said.clear();
        m_camera->start();
        m_camera->capture();
        ASSERT_TRUE(QTest::qWaitFor([&said] { return !said.isEmpty(); }));
        EXPECT_TRUE(said.first().contains(QStringLiteral("camera"))) << qPrintable(said.first());
        m_camera->stop();
        m_camera->stop();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        m_camera->capture(); // of one that is switched off
    }
    m_camera->start();
    m_camera.reset(); // while it runs
    EXPECT_EQ(frames.count() + photos.count(), 0);
}

} // namespace
} // namespace markaz::desktop
