// Dear ImGui's compile-time switches (IMGUI_USER_CONFIG): every target that sees imgui.h must see these same ones.
#pragma once

// Names of people and emoji go beyond the first 65,536 code points.
#define IMGUI_USE_WCHAR32

// The item hooks feed the semantics recorder, the source of the accessibility mirror.
#define IMGUI_ENABLE_TEST_ENGINE

#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS

// Our own fonts are fetched by the page; the built-in one and ImGui's file access would only be weight.
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// Read only the layout files that we never write; the C library's one weighs 5 kB. The renderer does need it, for the
// version of its shaders.
#ifndef IMGUI_IMPL_OPENGL_ES3
#include <cstdio>
#define sscanf(...) 0
#endif
