// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/signinpage.h"

#include "core/reporting/urdufont.h"
#include "ui/text/sentences.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace markaz::ui {
namespace {

constexpr int kCardWidth = 480;

/// The green side with the name of the program.
class BrandPane final : public QWidget
{
public:
    explicit BrandPane(QWidget *parent)
        : QWidget(parent)
    {
        setFixedWidth(320);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = currentTheme();
        QPainter painter(this);
        painter.fillRect(rect(), theme.colour(Colour::Rail));
        const QRect logo(32, 46, 32, 32);
        paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), logo), QStringLiteral("logo"),
                  theme.colour(Colour::RailText), 32);
        QFont font = theme.font(Type::PageTitle);
        painter.setFont(font);
        painter.setPen(theme.colour(Colour::RailText));
        const QRect name = QStyle::visualRect(layoutDirection(), rect(), QRect(76, 40, 220, 44));
        paintName(painter, theme, name);
        painter.setFont(theme.font(Type::Body));
        const QRect words = QStyle::visualRect(layoutDirection(), rect(), QRect(32, 104, 256, 120));
        painter.drawText(
            words, Qt::TextWordWrap | Qt::AlignLeading,
            SignInPage::tr("Audits idle buildings and certifies the freelancing centres that they become."));
    }

private:
    /// The name in both scripts. Each in its own font: merged with the Latin one, the Urdu letters stand apart.
    void paintName(QPainter &painter, const Theme &theme, const QRect &place) const
    {
        const QString latin = QStringLiteral("Markaz");
        QFont font = theme.font(Type::PageTitle);
        const int wide = QFontMetrics(font).horizontalAdvance(latin) + 12;
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        QRect first = place;
        first.setWidth(wide);
        QRect second = place.adjusted(wide, 0, 0, 0);
        if (mirrored) {
            first.moveRight(place.right());
            second.moveLeft(place.left());
        }
        const int side = Qt::AlignVCenter | Qt::AlignAbsolute | (mirrored ? Qt::AlignRight : Qt::AlignLeft);
        painter.setFont(font);
        painter.drawText(first, side, latin);
        font.setFamilies({urduFontFamily()});
        font.setStyleStrategy(QFont::NoFontMerging);
        painter.setFont(font);
        painter.drawText(second, side, QStringLiteral("مرکز"));
    }
};

QLineEdit *field(QVBoxLayout *column, const QString &label, const QString &name, QWidget *parent)
{
    auto *words = plainLabel(label, parent);
    words->setFont(currentTheme().font(Type::CaptionStrong));
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    words->setBuddy(edit);
    column->addWidget(words);
    column->addWidget(edit);
    return edit;
}

} // namespace

SignInPage::SignInPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("signInPage"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new BrandPane(this));
    auto *middle = new QVBoxLayout;
    middle->addStretch(2);
    auto *title = plainLabel(tr("Sign in to Markaz"), this);
    title->setFont(currentTheme().font(Type::PageTitle));
    auto *sub = plainLabel(tr("You need a network for this once. After it, inspections work without one."), this);
    sub->setWordWrap(true);
    m_messages = new MessageArea(this);
    auto *card = new Card(this);
    QVBoxLayout *form = card->body();
    form->setSpacing(8);
    m_server = field(form, tr("Server address"), QStringLiteral("serverAddress"), card);
    m_server->setPlaceholderText(QStringLiteral("https://markaz.example.gov.pk"));
    m_server->setLayoutDirection(Qt::LeftToRight);
    m_name = field(form, tr("Account"), QStringLiteral("accountName"), card);
    m_name->setMaxLength(60);
    m_password = field(form, tr("Password"), QStringLiteral("password"), card);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(1000);
    m_notice = plainLabel(card);
    m_notice->setWordWrap(true);
    form->addWidget(m_notice);
    auto *buttons = new QHBoxLayout;
    m_offline = new QPushButton(tr("Go on without a network"), card);
    m_signIn = new QPushButton(tr("Sign in"), card);
    m_signIn->setObjectName(QStringLiteral("signIn"));
    m_signIn->setProperty("role", QStringLiteral("primary"));
    m_signIn->setDefault(true);
    buttons->addWidget(m_offline);
    buttons->addStretch();
    buttons->addWidget(m_signIn);
    form->addSpacing(8);
    form->addLayout(buttons);
    auto *hint =
        plainLabel(tr("Only https is accepted, but for a server on this laptop. If the server’s certificate cannot "
                      "be checked, Markaz stops and says why."),
                   this);
    hint->setWordWrap(true);
    hint->setFont(currentTheme().font(Type::Caption));
    auto *box = new QVBoxLayout;
    box->setSpacing(12);
    for (QWidget *widget :
         {static_cast<QWidget *>(title), static_cast<QWidget *>(sub), static_cast<QWidget *>(m_messages),
          static_cast<QWidget *>(card), static_cast<QWidget *>(hint)}) {
        widget->setMaximumWidth(kCardWidth);
        widget->setMinimumWidth(kCardWidth);
        box->addWidget(widget);
    }
    auto *centre = new QHBoxLayout;
    centre->addStretch();
    centre->addLayout(box);
    centre->addStretch();
    middle->addLayout(centre);
    middle->addStretch(3);
    row->addLayout(middle, 1);

    for (QLineEdit *edit : {m_server, m_name, m_password}) {
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submit);
        connect(edit, &QLineEdit::textChanged, this, &SignInPage::refresh);
    }
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_offline, &QPushButton::clicked, this, &SignInPage::continueOffline);
    setNotice({});
    setMayContinueOffline(false);
    refresh();
}

void SignInPage::setServer(const QString &server)
{
    m_server->setText(server);
}

void SignInPage::setAccount(const QString &name)
{
    m_name->setText(name);
    if (!name.isEmpty())
        m_password->setFocus(Qt::OtherFocusReason);
}

void SignInPage::setNotice(const QString &notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

void SignInPage::setMayContinueOffline(bool may)
{
    m_offline->setVisible(may);
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void SignInPage::refresh()
{
    m_signIn->setText(m_busy ? tr("Signing in …") : tr("Sign in"));
    m_signIn->setEnabled(!m_busy && !m_server->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty() &&
                         !m_password->text().isEmpty());
}

void SignInPage::submit()
{
    if (!m_signIn->isEnabled())
        return;
    m_messages->withdraw(QStringLiteral("error"));
    Q_EMIT signInRequested(m_server->text().trimmed(), m_name->text().trimmed(), m_password->text());
}

void SignInPage::tell(const QString &key, const Message &message, const std::function<void()> &action)
{
    m_messages->post(key, message, action);
}

void SignInPage::showError(const Error &error)
{
    Message message = Message::of(error);
    message.closable = false;
    if (error.code == ErrorCode::Unauthenticated) // here nobody has a session that could have ended
        message.sentence = {tr("The name or the password is wrong."), tr("What is on this laptop stays as it is."),
                            tr("Type both again; capitals count.")};
    m_messages->post(QStringLiteral("error"), message);
    if (error.code == ErrorCode::Unauthenticated) {
        m_password->selectAll();
        m_password->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace markaz::ui
