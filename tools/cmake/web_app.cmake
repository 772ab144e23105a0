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
