// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF that came from anywhere is drawn by another process, which is given up when it takes too long.
#include "ui/widgets/codes/pdfpage.h"

#include "tests/support/testfolder.h"

#include <future>

namespace markaz::ui {
namespace {

const QDeadlineTimer kForever(QDeadlineTimer::Forever);

/// One page of 200 x 200 points that does what \p content says, with Helvetica, which is not embedded.
QByteArray pdfOf(const QByteArray &content)
{
    const QByteArrayList objects{
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        "<</Length " + QByteArray::number(content.size()) + ">>stream\n" + content + "\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    QByteArray pdf("%PDF-1.4\n");
    QByteArray table("xref\n0 6\n0000000000 65535 f \n");
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj" + objects[i] + "endobj\n";
    }
    const QByteArray begin = QByteArray::number(pdf.size());
    return pdf + table + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + begin + "\n%%EOF\n";
}

/// Minutes of work: so many areas over the whole page.
QByteArray slow()
{
    return pdfOf(QByteArray("0.5 g 0 0 m 200 3 l 3 200 l 197 190 l f\n").repeated(200'000));
}

/// Sets a variable of the environment for the life of a test.
class Variable
{
public:
    Variable(const char *name, const QByteArray &value)
        : m_name(name)
        , m_before(qgetenv(name))
        , m_was(qEnvironmentVariableIsSet(name))
    {
        qputenv(name, value);
    }
    ~Variable() { m_was ? qputenv(m_name, m_before) : qunsetenv(m_name); }
    Q_DISABLE_COPY_MOVE(Variable)

private:
    const char *m_name;
    QByteArray m_before;
    bool m_was;
};

TEST(PdfPage, aFontThatIsNotEmbedded_isDrawnAlsoWhereNothingIsKnownOfFontsYet)
{
    const markaz::test::TestFolder folder;
    const QString settings =
        folder.put("fonts.conf", "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
                                 "<dir>/usr/share/fonts</dir><cachedir>" +
                                     folder.filePath(QStringLiteral("cache")).toUtf8() + "</cachedir></fontconfig>");
    const Variable fonts("FONTCONFIG_FILE", settings.toLocal8Bit());
    const auto picture = drawPdfPage(pdfOf("BT /F 40 Tf 20 80 Td (Words) Tj ET"), 1, kForever);
    ASSERT_TRUE(picture.ok()) << qPrintable(picture.error().detail);
    bool dark = false;
    for (int y = 0; y < picture->height(); ++y) {
        for (int x = 0; x < picture->width(); ++x)
            dark = dark || qGray(picture->pixel(x, y)) < 64;
    }
    EXPECT_TRUE(dark) << "its words are on it";
}

TEST(PdfPage, whatTakesTooLong_isGivenUp)
{
    const auto late = drawPdfPage(slow(), 1, QDeadlineTimer(300));
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error().where, QStringLiteral("code.damaged"));
    EXPECT_EQ(late.error().detail, QStringLiteral("it took too long"));
}

TEST(PdfPage, whoAsksNoMore_isNotWaitedFor)
{
    std::stop_source stop;
    auto drawn =
        std::async(std::launch::async, [token = stop.get_token()] { return drawPdfPage(slow(), 1, kForever, token); });
    stop.request_stop();
    const auto late = drawn.get();
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error().detail, QStringLiteral("it took too long"));
}

} // namespace
} // namespace markaz::ui
