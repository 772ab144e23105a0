# Text functions, subset fonts and icon names, made at build time into <build>/generated and <build>/site/fonts.

# A version manager's python in front of PATH often lacks Debian's fonttools, so Debian's own is asked first.
find_program(COHOI_PYTHON python3 HINTS /usr/bin NO_DEFAULT_PATH)
find_program(COHOI_PYTHON python3 REQUIRED)

set(generated "${CMAKE_BINARY_DIR}/generated")
set(strings "${CMAKE_SOURCE_DIR}/assets/strings")
file(GLOB string_files CONFIGURE_DEPENDS "${strings}/en/*.ini" "${strings}/vi/*.ini")
add_custom_command(
  OUTPUT "${generated}/text.h" "${generated}/text.cpp"
  COMMAND "${COHOI_PYTHON}" "${strings}/gen_strings.py" "${strings}" "${generated}"
  # Unchanged content keeps its time, so ninja needs the stamp of the run from here.
  COMMAND "${CMAKE_COMMAND}" -E touch "${generated}/text.cpp"
  DEPENDS "${strings}/gen_strings.py" ${string_files}
  COMMENT "Texts")

set(font_folder "${CMAKE_SOURCE_DIR}/node_modules/@expo-google-fonts/be-vietnam-pro")
set(icon_font "${CMAKE_SOURCE_DIR}/node_modules/lucide-static/font")
set(site "${CMAKE_BINARY_DIR}/site")
set(font_files "${site}/fonts/be-vietnam-pro-400.ttf" "${site}/fonts/be-vietnam-pro-600.ttf" "${site}/fonts/lucide.ttf")
add_custom_command(
  OUTPUT ${font_files} "${generated}/icons.h" "${generated}/test_font.h" "${generated}/test_font.cpp"
  COMMAND "${COHOI_PYTHON}" "${CMAKE_SOURCE_DIR}/assets/fonts/gen_fonts.py"
    --regular "${font_folder}/400Regular/BeVietnamPro_400Regular.ttf"
    --semibold "${font_folder}/600SemiBold/BeVietnamPro_600SemiBold.ttf"
    --lucide "${icon_font}/lucide.ttf" --codepoints "${icon_font}/codepoints.json"
    --icons "${CMAKE_SOURCE_DIR}/assets/icons.txt" --fonts "${site}/fonts" --generated "${generated}"
  DEPENDS "${CMAKE_SOURCE_DIR}/assets/fonts/gen_fonts.py" "${CMAKE_SOURCE_DIR}/assets/icons.txt"
    "${icon_font}/lucide.ttf" "${icon_font}/codepoints.json"
  COMMENT "Fonts and icons")

# `#include "generated/text.h"` and "generated/icons.h"
add_library(cohoi_text STATIC "${generated}/text.cpp" "${generated}/text.h" "${generated}/icons.h")
target_include_directories(cohoi_text PUBLIC "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}")
target_include_directories(cohoi_text SYSTEM PUBLIC "${COHOI_DEPS}/include")
target_link_libraries(cohoi_text PRIVATE cohoi_common cohoi_sanitized cohoi_warnings)
add_library(cohoi_icons ALIAS cohoi_text)
add_custom_target(cohoi_fonts DEPENDS ${font_files})

# The real font's measures for drawing headless in tests: `std::span<const unsigned char> cohoi::test_font()`.
add_library(cohoi_test_font STATIC EXCLUDE_FROM_ALL "${generated}/test_font.cpp" "${generated}/test_font.h")
target_include_directories(cohoi_test_font PUBLIC "${CMAKE_BINARY_DIR}")
target_link_libraries(cohoi_test_font PRIVATE cohoi_common cohoi_sanitized cohoi_warnings)
