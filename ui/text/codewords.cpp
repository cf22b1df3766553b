// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/codewords.h"

#include "core/workflow/verifycode.h"

#include <QCoreApplication>

#include <optional>

namespace markaz::ui::codewords {
namespace {

struct CodeWords
{
    Q_DECLARE_TR_FUNCTIONS(CodeWords)
};

/// What is said alike of a code that sets up a laptop and of a certificate's; \p nothing is lost, \p orElse may be
/// done.
std::optional<Sentence> ofAnyCode(const QString &where, const QString &nothing, const QString &orElse)
{
    if (where == QLatin1String("code.pixels"))
        return Sentence{CodeWords::tr("This picture has more than 40 megapixels."), nothing,
                        CodeWords::tr("Save it smaller, or cut out the code.") + QLatin1Char(' ') + orElse};
    if (where == QLatin1String("code.size"))
        return Sentence{CodeWords::tr("This file is larger than 100 MiB."), nothing,
                        CodeWords::tr("Choose the picture of the code itself.")};
    if (where == QLatin1String("code.nofile"))
        return Sentence{CodeWords::tr("This is no file that can be read: it is a folder, a device or a pipe."), nothing,
                        CodeWords::tr("Choose a file.")};
    if (where == QLatin1String("code.camera"))
        return Sentence{CodeWords::tr("No camera can be used on this laptop."), nothing,
                        CodeWords::tr("Read the code from a picture.") + QLatin1Char(' ') + orElse};
    return std::nullopt;
}

} // namespace

Sentence failure(const Error &error)
{
    const QString &where = error.where;
    const QString nothing = CodeWords::tr("What you typed stays as it is.");
    const QString orType = CodeWords::tr("You can also type the code.");
    if (const auto said = ofAnyCode(where, nothing, orType))
        return *said;
    if (where == QLatin1String("code.none"))
        return {CodeWords::tr("No QR code can be read in this picture."), nothing,
                CodeWords::tr("Take it again from nearer, straight from above and in good light, with the white margin "
                              "around the code.") +
                    QLatin1Char(' ') + orType};
    if (where == QLatin1String("code.several"))
        return {CodeWords::tr("This picture shows more than one QR code."), nothing,
                CodeWords::tr("Take a picture with yours alone, or cut the others away.")};
    if (where == QLatin1String("code.type"))
        return {CodeWords::tr("This is not a picture that Markaz reads."), nothing,
                CodeWords::tr("Choose a photo or a screenshot, JPEG or PNG.")};
    if (where == QLatin1String("code.damaged"))
        return {CodeWords::tr("This picture is damaged or was not copied whole."), nothing,
                CodeWords::tr("Copy it again, or take another.")};
    return {CodeWords::tr("The picture cannot be opened."), nothing,
            CodeWords::tr("See that it is still there and that you may read it.")};
}

Sentence certificateFailure(const Error &error)
{
    const QString &where = error.where;
    const QString nothing = CodeWords::tr("Nothing is known of the certificate.");
    const QString orPaste = CodeWords::tr("You can also paste the code’s text, or ask on the server’s public page.");
    if (const auto said = ofAnyCode(where, nothing, orPaste))
        return *said;
    if (where == QLatin1String("code.none"))
        return {CodeWords::tr("No QR code can be read in it."), nothing,
                CodeWords::tr("Take the picture again from nearer, straight from above and in good light, with the "
                              "white margin around the code.") +
                    QLatin1Char(' ') + orPaste};
    if (where == QLatin1String("code.several"))
        return {CodeWords::tr("It shows the codes of more than one certificate."), nothing,
                CodeWords::tr("Take a picture with one alone, or cut the others away.")};
    if (where == QLatin1String("code.pdfsize"))
        return {CodeWords::tr("This PDF is larger than 32 MiB."), nothing,
                CodeWords::tr("Choose a picture of the code itself.")};
    if (where == QLatin1String("code.pdf"))
        return {CodeWords::tr("This laptop has no program that draws PDFs for Markaz (pdftoppm of poppler-utils)."),
                nothing,
                CodeWords::tr("Open the PDF and take a screenshot of its QR code.") + QLatin1Char(' ') + orPaste};
    if (where == QLatin1String("code.type"))
        return {CodeWords::tr("This is neither a PDF, a picture nor the text of a certificate’s code."), nothing,
                CodeWords::tr("Choose the certificate as PDF, or a photo of it (JPEG, PNG).")};
    if (where == QLatin1String("code.damaged"))
        return {CodeWords::tr("This file is damaged, locked with a password, or was not copied whole."), nothing,
                CodeWords::tr("Copy it again, or take a picture of the code.")};
    return {CodeWords::tr("The file cannot be opened."), nothing,
            CodeWords::tr("See that it is still there and that you may read it.")};
}

Sentence notAnEnrolment(const QString &text)
{
    const QString nothing = CodeWords::tr("What you typed stays as it is.");
    const QString ask = CodeWords::tr("Take the code that your administrator gave you for this laptop.");
    if (isCertificateCode(text))
        return {CodeWords::tr("This is the code of a certificate: it sets up no laptop."), nothing, ask};
    if (text.startsWith(QLatin1String("markaz-enrol:")))
        return {CodeWords::tr("This code sets up laptops, but this Markaz cannot read what it says."), nothing,
                CodeWords::tr("Install the newest Markaz, or ask your administrator for another code.")};
    return {CodeWords::tr("This QR code is not one of Markaz."), nothing, ask};
}

} // namespace markaz::ui::codewords
