# Third-party sources, fetched by tools/setup and compiled as they are (SQLite with lines between its files that say how), warnings off.

set(sqlite_folder "${CMAKE_SOURCE_DIR}/node_modules/better-sqlite3/deps/sqlite3")
set(sqlite_source "${sqlite_folder}/sqlite3.c")
if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
  # One file made of many: those that every row walks through are compiled to be fast, the others to be small. An import took 0.93 of the time that
  # it took with all of them small, one lesser change of ours counted in.
  set(small "_Pragma(\"clang attribute push(__attribute__((minsize)), apply_to = function)\")\n")
  set(fast "_Pragma(\"clang attribute pop\")\n")
  file(READ "${sqlite_source}" text)
  foreach(hot pcache pcache1 pager btree vdbemem vdbeaux vdbeapi vdbe)
    string(REPLACE "/************** Begin file ${hot}.c *" "${fast}/************** Begin file ${hot}.c *" text "${text}")
    string(REPLACE "/************** End of ${hot}.c *" "${small}/************** End of ${hot}.c *" text "${text}")
  endforeach()
  set(sqlite_source "${CMAKE_BINARY_DIR}/sqlite3.c")
  file(CONFIGURE OUTPUT "${sqlite_source}" CONTENT "${small}${text}${fast}" @ONLY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${sqlite_folder}/sqlite3.c")
endif()
add_library(cohoi_sqlite STATIC "${sqlite_source}")
target_include_directories(cohoi_sqlite SYSTEM PUBLIC "${sqlite_folder}")
# The same switches natively: a test must meet the SQLite that ships. OS_OTHER leaves our VFS as the only one.
target_compile_definitions(cohoi_sqlite PRIVATE
  SQLITE_THREADSAFE=0 SQLITE_OS_OTHER=1 SQLITE_OMIT_WAL SQLITE_OMIT_LOAD_EXTENSION
  SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE SQLITE_DQS=0
  SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_OMIT_PROGRESS_CALLBACK SQLITE_USE_ALLOCA SQLITE_TEMP_STORE=3
  SQLITE_OMIT_DECLTYPE SQLITE_OMIT_DESERIALIZE SQLITE_MAX_MMAP_SIZE=0 SQLITE_OMIT_AUTHORIZATION
  SQLITE_OMIT_TCL_VARIABLE SQLITE_OMIT_TRACE SQLITE_OMIT_AUTOINIT SQLITE_TRUSTED_SCHEMA=0
  # never used (a quicker copy of whole tables only by the VACUUM of an emptied file), and 35 kB of every first visit
  SQLITE_OMIT_DATETIME_FUNCS SQLITE_OMIT_FOREIGN_KEY SQLITE_OMIT_INCRBLOB SQLITE_OMIT_JSON SQLITE_OMIT_UTF16 SQLITE_OMIT_GET_TABLE
  SQLITE_OMIT_COMPLETE SQLITE_OMIT_COMPILEOPTION_DIAGS SQLITE_UNTESTABLE SQLITE_OMIT_GENERATED_COLUMNS
  SQLITE_OMIT_XFER_OPT
  # only tests ask how a query would be run: natively
  $<$<BOOL:${EMSCRIPTEN}>:SQLITE_OMIT_EXPLAIN>)
target_compile_options(cohoi_sqlite PRIVATE -w)
if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
  set(sqlite_optimisation -O2)
elseif(EMSCRIPTEN)
  set(sqlite_optimisation -Oz)
elseif(CMAKE_BUILD_TYPE STREQUAL "Debug")
  set(sqlite_optimisation -O1)
else()
  set(sqlite_optimisation -O2)
endif()
# Set on the file, because the last -O wins; -O1 in debug builds so that tests do not crawl.
set_source_files_properties("${sqlite_source}" PROPERTIES COMPILE_OPTIONS "${sqlite_optimisation}")
target_link_libraries(cohoi_sqlite PRIVATE cohoi_common)

if(NOT EMSCRIPTEN)
  add_library(cohoi_utf8proc STATIC "${COHOI_DEPS}/utf8proc/utf8proc.c")
  target_include_directories(cohoi_utf8proc SYSTEM PUBLIC "${COHOI_DEPS}/utf8proc")
  target_compile_definitions(cohoi_utf8proc PUBLIC UTF8PROC_STATIC)
  target_compile_options(cohoi_utf8proc PRIVATE -w)
  target_link_libraries(cohoi_utf8proc PRIVATE cohoi_common)
endif()

set(imgui_folder "${COHOI_DEPS}/imgui")
add_library(cohoi_imgui STATIC
  "${imgui_folder}/imgui.cpp" "${imgui_folder}/imgui_draw.cpp"
  "${imgui_folder}/imgui_widgets.cpp" "${CMAKE_SOURCE_DIR}/web/ui/no_tables.cpp")
target_include_directories(cohoi_imgui SYSTEM PUBLIC "${imgui_folder}" "${imgui_folder}/backends")
target_include_directories(cohoi_imgui PUBLIC "${CMAKE_SOURCE_DIR}")
target_compile_definitions(cohoi_imgui PUBLIC "IMGUI_USER_CONFIG=\"web/imconfig.h\"")
target_compile_options(cohoi_imgui PRIVATE -w)
target_link_libraries(cohoi_imgui PRIVATE cohoi_common)
if(EMSCRIPTEN)
  # Only the shipped program links it; tests draw without a renderer.
  add_library(cohoi_imgui_gl STATIC "${imgui_folder}/backends/imgui_impl_opengl3.cpp")
  target_compile_definitions(cohoi_imgui_gl PUBLIC IMGUI_IMPL_OPENGL_ES3)
  target_compile_options(cohoi_imgui_gl PRIVATE -w)
  target_link_libraries(cohoi_imgui_gl PRIVATE cohoi_common PUBLIC cohoi_imgui)
endif()
