// Everything a view draws with.
#pragma once

#include "web/ui/board.h"
#include "web/ui/button.h"
#include "web/ui/context.h"
#include "web/ui/dialog.h"
#include "web/ui/display.h"
#include "web/ui/field.h"
#include "web/ui/layout.h"
#include "web/ui/list.h"
#include "web/ui/menu.h"
#include "web/ui/paint.h"
#include "web/ui/picker.h"
#include "web/ui/scroll.h"
#include "web/ui/tabs.h"
#include "web/ui/text.h"
#include "web/ui/theme.h"
#include "web/ui/typography.h"
