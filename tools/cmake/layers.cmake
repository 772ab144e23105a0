# cohoi_layer(NAME SOURCES a.cpp … DEPENDS base domain …): one static library per layer, named cohoi_NAME.
# DEPENDS takes the other layers and the third-party sqlite, imgui, the browser parts unicode, chunk_io and the generated text, icons.
function(cohoi_layer NAME)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "SOURCES;DEPENDS")
  if(layer_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "cohoi_layer(${NAME}): ${layer_UNPARSED_ARGUMENTS}?")
  endif()
  set(target cohoi_${NAME})
  # A library may be opened twice (web/ui by two owners): the second call adds its sources.
  if(NOT TARGET ${target})
    add_library(${target} STATIC "${CMAKE_SOURCE_DIR}/tools/cmake/empty.cpp")
    add_library(cohoi::${NAME} ALIAS ${target})
    target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}")
    target_include_directories(${target} SYSTEM PUBLIC "${COHOI_DEPS}/include")
    target_link_libraries(${target} PRIVATE cohoi_common cohoi_sanitized cohoi_warnings)
  endif()
  cohoi_existing(sources ${layer_SOURCES})
  target_sources(${target} PRIVATE ${sources})
  foreach(depended IN LISTS layer_DEPENDS)
    target_link_libraries(${target} PUBLIC $<TARGET_NAME_IF_EXISTS:cohoi_${depended}>)
  endforeach()
endfunction()

# A folder is a part of the build as soon as it says what it consists of.
function(cohoi_subdirectory FOLDER)
  if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${FOLDER}/CMakeLists.txt")
    add_subdirectory("${FOLDER}")
  endif()
endfunction()

# cohoi_executable(target layer …): an existing target compiled as our own code and linked with those layers.
function(cohoi_executable TARGET)
  target_include_directories(${TARGET} PRIVATE "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}")
  target_include_directories(${TARGET} SYSTEM PRIVATE "${COHOI_DEPS}/include")
  target_link_libraries(${TARGET} PRIVATE cohoi_common cohoi_sanitized cohoi_warnings)
  foreach(depended IN LISTS ARGN)
    target_link_libraries(${TARGET} PRIVATE $<TARGET_NAME_IF_EXISTS:cohoi_${depended}>)
  endforeach()
endfunction()

# Keeps the listed files that are there already, so that a list may run ahead of a file still being written;
# tests/checks/layers.py fails on one that never comes.
function(cohoi_existing RESULT)
  set(existing)
  foreach(source IN LISTS ARGN)
    file(GLOB found CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${source}")
    if(found)
      list(APPEND existing "${source}")
    else()
      message(WARNING "${CMAKE_CURRENT_SOURCE_DIR}/${source} is listed but not there yet")
    endif()
  endforeach()
  set(${RESULT} ${existing} PARENT_SCOPE)
endfunction()
