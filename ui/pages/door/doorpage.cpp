// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/door/doorpage.h"

#include "core/reporting/urdufont.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
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
        painter.drawText(words, Qt::TextWordWrap | Qt::AlignLeading,
                         DoorPage::tr("Audits idle buildings and certifies the freelancing centres that they become."));
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
        const auto side =
            static_cast<int>(Qt::AlignVCenter | Qt::AlignAbsolute | (mirrored ? Qt::AlignRight : Qt::AlignLeft));
        painter.setFont(font);
        painter.drawText(first, side, latin);
        font.setFamilies({urduFontFamily()});
        font.setStyleStrategy(QFont::NoFontMerging);
        painter.setFont(font);
        painter.drawText(second, side, QStringLiteral("مرکز"));
    }
};

} // namespace

DoorPage::DoorPage(const QString &title, const QString &sub, QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new BrandPane(this));
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(16, 0, 16, 16);
    const bool urdu = isUrdu();
    auto *language = new QPushButton(urdu ? QStringLiteral("English") : QStringLiteral("اردو"), this);
    language->setObjectName(QStringLiteral("otherLanguage"));
    language->setProperty("role", QStringLiteral("link"));
    language->setAutoDefault(false);
    connect(language, &QPushButton::clicked, this,
            [this, urdu] { Q_EMIT languageRequested(urdu ? Language::English : Language::Urdu); });
    m_title = plainLabel(title, this);
    m_title->setFont(currentTheme().font(Type::PageTitle));
    m_sub = plainLabel(sub, this);
    m_sub->setWordWrap(true);
    m_messages = new MessageArea(this);
    m_card = new Card(this);
    m_card->body()->setSpacing(8);
    m_hint = plainLabel(this);
    m_hint->setWordWrap(true);
    m_hint->setFont(currentTheme().font(Type::Caption));
    m_hint->hide();
    m_column = new QVBoxLayout;
    m_column->setSpacing(12);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_sub), static_cast<QWidget *>(m_messages),
          static_cast<QWidget *>(m_card), static_cast<QWidget *>(m_hint)})
        addBelow(widget);
    auto *centre = new QHBoxLayout;
    centre->addStretch();
    centre->addLayout(m_column);
    centre->addStretch();
    // A long message and a long form together may be more than a small screen shows: then they are scrolled.
    auto *body = new QWidget(this);
    auto *inBody = new QVBoxLayout(body);
    inBody->setContentsMargins(0, 16, 0, 0);
    inBody->addStretch(2);
    inBody->addLayout(centre);
    inBody->addStretch(3);
    middle->addWidget(scrolling(body, this), 1);
    middle->addWidget(language, 0, Qt::AlignTrailing);
    row->addLayout(middle, 1);
}

void DoorPage::tell(const QString &key, const Message &message, const std::function<void()> &action)
{
    m_messages->post(key, message, action);
}

void DoorPage::addBelow(QWidget *widget)
{
    widget->setFixedWidth(kCardWidth); // so that labels that wrap know their height
    m_column->addWidget(widget);
}

void DoorPage::setTitle(const QString &title, const QString &sub)
{
    m_title->setText(title);
    m_sub->setText(sub);
}

void DoorPage::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

QLineEdit *addField(QVBoxLayout *column, const QString &label, const QString &name, QWidget *parent)
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

QLineEdit *addSecretField(QVBoxLayout *column, const QString &label, const QString &name, QWidget *parent)
{
    QLineEdit *edit = addField(column, label, name, parent);
    edit->setEchoMode(QLineEdit::Password);
    edit->setMaxLength(1000);
    return edit;
}

} // namespace markaz::ui
