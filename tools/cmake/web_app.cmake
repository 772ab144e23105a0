# The shipped program: an ES module cohoi.js beside cohoi.wasm, imported by the page (web/page), which calls its default export.
file(GLOB js_libraries CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/js/*.js")
file(GLOB js_before CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/js/pre/*.js")

add_executable(cohoi web/main.cpp)
cohoi_executable(cohoi platform shell views ui app store domain base text imgui imgui_gl sqlite unicode)
set_target_properties(cohoi PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/site" SUFFIX ".js")

target_link_options(cohoi PRIVATE
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sUSE_ES6_IMPORT_META=1 -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0 -sWASM_BIGINT=1
  -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=33554432 -sMAXIMUM_MEMORY=2147483648 -sTOTAL_STACK=1048576
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
  -sFORCE_FILESYSTEM=1 -lidbfs.js -sERROR_ON_UNDEFINED_SYMBOLS=1 -sEXIT_RUNTIME=0
  "SHELL:-sEXPORTED_FUNCTIONS=_main,_malloc,_free"
  "SHELL:-sEXPORTED_RUNTIME_METHODS=FS,IDBFS,HEAPU8,UTF8ToString,stringToUTF8,lengthBytesUTF8")
foreach(library IN LISTS js_libraries)
  target_link_options(cohoi PRIVATE "SHELL:--js-library ${library}")
endforeach()
foreach(script IN LISTS js_before)
  target_link_options(cohoi PRIVATE "SHELL:--pre-js ${script}")
endforeach()
set_property(TARGET cohoi APPEND PROPERTY LINK_DEPENDS ${js_libraries} ${js_before})
add_dependencies(cohoi cohoi_fonts)

# The optimiser that comes with emcc is years older than binaryen's own; terser shortens the names emcc leaves. Functions in
# the order of their names stand beside their likes (one template's instances, one file's views), which brotli rewards.
# Measured on the program of 2.6 MB, with brotli: 13 kB, 8 kB and 14 kB less. Functions of up to three instructions cost more to call than to
# repeat: 1.6 kB less. No code of ours means to trap (a damaged file is an error, a full memory aborts by a call), so the optimiser need not keep traps:
# 0.7 kB less; the engine's own checks stay.
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  set(modules "${CMAKE_SOURCE_DIR}/node_modules")
  target_link_options(cohoi PRIVATE --profiling-funcs)  # keeps the names until then
  add_custom_command(TARGET cohoi POST_BUILD WORKING_DIRECTORY "${CMAKE_BINARY_DIR}/site" VERBATIM
    COMMAND node "${modules}/binaryen/bin/wasm-opt" --enable-bulk-memory --enable-bulk-memory-opt --enable-sign-ext
      --enable-nontrapping-float-to-int --enable-mutable-globals
      -Oz --converge --always-inline-max-function-size=3 --traps-never-happen --low-memory-unused --reorder-functions-by-name
      --strip-debug --strip-producers cohoi.wasm -o cohoi.wasm
    COMMAND node "${modules}/terser/bin/terser" cohoi.js --module --ecma 2020 --compress passes=2 --mangle -o cohoi.js)
endif()
