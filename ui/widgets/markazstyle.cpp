// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markazstyle.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/stylepaint.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFrame>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>
#include <QTextOption>

namespace markaz::ui {
namespace {

constexpr int kControl = 32;

int controlHeight(const QWidget *widget)
{
    return widget && widget->property("compact").toBool() ? 28 : kControl;
}

bool isTextArea(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

template <class T>
const T *as(const QStyleOption *option)
{
    return qstyleoption_cast<const T *>(option);
}

} // namespace

MarkazStyle::MarkazStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

int MarkazStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth: // a frame of 2 leaves the square viewport inside the rounded border
        return 2;
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
        return 1;
    case PM_ButtonMargin:
        return 12;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize:
        return 16;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return 20;
    case PM_SplitterWidth:
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_TabBarTabHSpace:
    case PM_TabBarTabVSpace:
        return 16;
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_HeaderMargin:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int MarkazStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_UnderlineShortcut:
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animation_Duration:
    case SH_ComboBox_Popup:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_Table_GridLineColor:
        return static_cast<int>(currentTheme().colour(Colour::Line).rgb());
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize MarkazStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                    const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton: {
        const auto *button = as<QStyleOptionButton>(option);
        if (!button)
            break;
        const QString role = widget ? widget->property("role").toString() : QString();
        int width = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
        if (!button->icon.isNull())
            width += 16 + (button->text.isEmpty() ? 0 : 8);
        if (const QString key = widget ? widget->property("keyHint").toString() : QString(); !key.isEmpty())
            width += stylepaint::keyHintSize(key).width() + 10;
        if (button->features & QStyleOptionButton::HasMenu)
            width += 20;
        const int padding = role == QLatin1String("link") ? 2 : button->text.isEmpty() ? 8 : 12;
        return {width + 2 * padding, controlHeight(widget)};
    }
    case CT_ToolButton: {
        const auto *button = as<QStyleOptionToolButton>(option);
        if (!button)
            break;
        const bool text = button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
        const bool image = button->toolButtonStyle != Qt::ToolButtonTextOnly && !button->icon.isNull();
        const int height = controlHeight(widget);
        if (!text)
            return {height, height};
        int width = QFontMetrics(button->font).size(Qt::TextShowMnemonic, button->text).width() + 24;
        if (image)
            width += button->iconSize.width() + 8;
        if (button->features & QStyleOptionToolButton::HasMenu)
            width += 20;
        return {width, height};
    }
    case CT_LineEdit:
        return {size.width() + 16, controlHeight(widget)};
    case CT_ComboBox:
        return {size.width() + 42, controlHeight(widget)};
    case CT_SpinBox:
        return {size.width() + 36, controlHeight(widget)};
    case CT_HeaderSection: {
        const auto *header = as<QStyleOptionHeader>(option);
        if (!header)
            break;
        QFont font = currentTheme().font(Type::Chip);
        font.setWeight(QFont::Bold);
        const int arrow = header->sortIndicator != QStyleOptionHeader::None ? 18 : 0;
        return {QFontMetrics(font).horizontalAdvance(header->text) + 16 + arrow, 32};
    }
    case CT_MenuItem: {
        QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto *item = as<QStyleOptionMenuItem>(option);
        if (item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(std::max(result.height(), 32));
        return result;
    }
    case CT_ProgressBar:
        return {size.width(), 6};
    case CT_TabBarTab:
        return {size.width(), 40};
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect MarkazStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = as<QStyleOptionFrame>(option);
        const QRect inner = frame && frame->lineWidth > 0 ? option->rect.adjusted(6, 1, -6, -1) : option->rect;
        // A line edit hangs Nastaliq by the ascent of its first font and centres the placeholder by its tall line: the
        // one comes out too high, the other too low.
        const auto *edit = qobject_cast<const QLineEdit *>(widget);
        if (!isUrdu() || !edit)
            return inner;
        const bool empty = edit->text().isEmpty();
        const int lift = liftOf(empty ? edit->placeholderText() : edit->text(), edit->font());
        return inner.translated(0, empty ? -lift : lift);
    }
    if (element == SE_PushButtonContents || element == SE_ProgressBarContents || element == SE_ProgressBarGroove ||
        element == SE_HeaderLabel)
        return option->rect;
    if (element == SE_ProgressBarLabel || element == SE_HeaderArrow)
        return {};
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect MarkazStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                                  const QWidget *widget) const
{
    const QRect r = option->rect;
    if (control == CC_ComboBox && as<QStyleOptionComboBox>(option)) {
        if (subControl == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(9, 1, -30, -1));
        if (subControl == SC_ComboBoxArrow)
            return visualRect(option->direction, r, QRect(r.right() - 29, r.top(), 26, r.height()));
        if (subControl == SC_ComboBoxFrame)
            return r;
    }
    if (const auto *spin = as<QStyleOptionSpinBox>(option); control == CC_SpinBox && spin) {
        const bool buttons = spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int half = r.height() / 2;
        if (subControl == SC_SpinBoxEditField)
            return visualRect(option->direction, r, r.adjusted(6, 1, buttons ? -24 : -6, -1));
        if (subControl == SC_SpinBoxUp)
            return buttons ? visualRect(option->direction, r, QRect(r.right() - 22, r.top() + 4, 18, half - 4))
                           : QRect();
        if (subControl == SC_SpinBoxDown)
            return buttons ? visualRect(option->direction, r, QRect(r.right() - 22, r.top() + half, 18, half - 4))
                           : QRect();
        if (subControl == SC_SpinBoxFrame)
            return r;
    }
    if (const auto *bar = as<QStyleOptionSlider>(option); control == CC_ScrollBar && bar) {
        // No line buttons: the whole length is the groove.
        const bool tall = bar->orientation == Qt::Vertical;
        const int length = tall ? r.height() : r.width();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int handle = length;
        if (range > 0)
            handle = std::clamp(static_cast<int>(qint64(bar->pageStep) * length / (range + bar->pageStep)),
                                std::min(32, length), length);
        const int start =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
        const auto along = [&](int from, int extent) {
            return tall ? QRect(r.x(), r.y() + from, r.width(), extent)
                        : visualRect(bar->direction, r, QRect(r.x() + from, r.y(), extent, r.height()));
        };
        switch (subControl) {
        case SC_ScrollBarSlider:
            return along(start, handle);
        case SC_ScrollBarGroove:
            return r;
        case SC_ScrollBarSubPage:
            return along(0, start);
        case SC_ScrollBarAddPage:
            return along(start + handle, length - start - handle);
        default:
            return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

void MarkazStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    const Theme theme = currentTheme();
    switch (element) {
    case PE_FrameFocusRect:
        // Outside views the ring lies around the control and is FocusRing's.
        if (qobject_cast<const QAbstractItemView *>(widget))
            stylepaint::ring(*painter, option->rect, 4);
        return;
    case PE_PanelButtonCommand:
        if (const auto *button = as<QStyleOptionButton>(option))
            stylepaint::pushButton(*painter, *button, widget, *this);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
            stylepaint::input(*painter, *option, widget);
        return;
    case PE_FrameLineEdit:
        stylepaint::input(*painter, *option, widget);
        return;
    case PE_Frame: {
        const bool view = qobject_cast<const QAbstractItemView *>(widget);
        const bool text = isTextArea(widget);
        if (text)
            stylepaint::input(*painter, *option, widget);
        else
            stylepaint::box(*painter, option->rect, view ? theme.colour(Colour::Base) : QColor(),
                            theme.colour(Colour::Line));
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        stylepaint::checkBox(*painter, *option);
        return;
    case PE_IndicatorRadioButton:
        stylepaint::radioButton(*painter, *option);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter->fillRect(option->rect, theme.colour(Colour::Base));
        stylepaint::box(*painter, option->rect, {}, theme.colour(Colour::Line), 0);
        return;
    case PE_PanelTipLabel:
        stylepaint::box(*painter, option->rect, theme.colour(Colour::Base), theme.colour(Colour::Strong), 0);
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          theme.colour(Colour::Line));
        return;
    case PE_FrameTabWidget:
    case PE_FrameWindow:
    case PE_IndicatorHeaderArrow:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void MarkazStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto *button = as<QStyleOptionButton>(option))
            stylepaint::pushButton(*painter, *button, widget, *this);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = as<QStyleOptionButton>(option))
            stylepaint::pushButtonLabel(*painter, *button, widget, *this);
        return;
    case CE_HeaderLabel:
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBar:
    case CE_ProgressBarContents:
        if (const auto *bar = as<QStyleOptionProgressBar>(option))
            stylepaint::progressBar(*painter, *bar, widget);
        return;
    // With a style sheet set, Qt asks for the parts of a header and of a bar and not for the whole: one part paints it
    // all.
    case CE_Header:
    case CE_HeaderSection:
        if (const auto *header = as<QStyleOptionHeader>(option))
            stylepaint::header(*painter, *header, *this);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, currentTheme().colour(Colour::Alt));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          currentTheme().colour(Colour::Line));
        return;
    case CE_TabBarTab:
        if (const auto *tab = as<QStyleOptionTab>(option))
            stylepaint::tab(*painter, *tab, *this);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, currentTheme().colour(Colour::Line));
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void MarkazStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    const auto rectOf = [&](SubControl part) { return subControlRect(control, option, part, widget); };
    switch (control) {
    case CC_ToolButton:
        if (const auto *button = as<QStyleOptionToolButton>(option))
            stylepaint::toolButton(*painter, *button, widget, *this);
        return;
    case CC_ComboBox:
        if (const auto *combo = as<QStyleOptionComboBox>(option))
            stylepaint::comboBox(*painter, *combo, rectOf(SC_ComboBoxArrow), widget);
        return;
    case CC_SpinBox:
        if (const auto *spin = as<QStyleOptionSpinBox>(option))
            stylepaint::spinBox(*painter, *spin, rectOf(SC_SpinBoxUp), rectOf(SC_SpinBoxDown), widget);
        return;
    case CC_Slider:
        if (const auto *slider = as<QStyleOptionSlider>(option))
            stylepaint::slider(*painter, *slider, rectOf(SC_SliderHandle), widget);
        return;
    case CC_ScrollBar:
        if (const auto *bar = as<QStyleOptionSlider>(option))
            stylepaint::scrollBar(*painter, *bar, rectOf(SC_ScrollBarSlider));
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void MarkazStyle::drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette, bool enabled,
                               const QString &text, QPalette::ColorRole textRole) const
{
    // A line of Nastaliq is taller than the control that it is centred in, its ink is not: never clip it.
    if (!isUrdu() || flags & Qt::TextWordWrap) {
        QProxyStyle::drawItemText(painter, rect, flags, palette, enabled, text, textRole);
        return;
    }
    QProxyStyle::drawItemText(painter, rect.translated(0, -liftOf(text, painter->font())), flags | Qt::TextDontClip,
                              palette, enabled, text, textRole);
}

void MarkazStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // With a style sheet set, Qt measures a spin box by its own rules; the height of a control is ours.
    if (auto *spin = qobject_cast<QAbstractSpinBox *>(widget)) {
        spin->setMinimumHeight(controlHeight(spin));
        spin->setMinimumWidth(std::max(spin->minimumWidth(), 96));
    }
    // A plain text edit knows left and right only, not leading and trailing.
    if (auto *edit = qobject_cast<QPlainTextEdit *>(widget)) {
        QTextOption option = edit->document()->defaultTextOption();
        const Qt::Alignment side = edit->layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        if (option.alignment() != side) {
            option.setAlignment(side);
            edit->document()->setDefaultTextOption(option);
        }
    }
}

QIcon MarkazStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    if (pixmap == SP_LineEditClearButton)
        return icon(QStringLiteral("cross"), Colour::Text2);
    return QProxyStyle::standardIcon(pixmap, option, widget);
}

} // namespace markaz::ui
