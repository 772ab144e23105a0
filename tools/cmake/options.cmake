# What every translation unit of ours is compiled with. Third-party targets link cohoi_common only.

add_library(cohoi_common INTERFACE)
target_compile_options(cohoi_common INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions;-fno-rtti>)
# Test cases run once: optimising them costs more than it saves.
set(of_tests "$<IF:$<STREQUAL:$<TARGET_PROPERTY:NAME>,cohoi_tests>")

# Sanitizers look at our code. SQLite would take two minutes to compile with them, and its misuse by us still shows:
# the heap and memcpy are watched in the whole program.
add_library(cohoi_sanitized INTERFACE)
if(COHOI_SANITIZE)
  target_compile_options(cohoi_sanitized INTERFACE
    -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all)
  target_compile_options(cohoi_common INTERFACE ${of_tests},-O0,-O1> -g1)
  target_link_options(cohoi_common INTERFACE -fsanitize=address,undefined)
elseif(CMAKE_BUILD_TYPE STREQUAL "Debug" AND NOT EMSCRIPTEN)
  # Line tables are enough for a stack trace and halve the link.
  target_compile_options(cohoi_common INTERFACE -g1)
elseif(CMAKE_BUILD_TYPE STREQUAL "Release" AND EMSCRIPTEN)
  # Measured: -Oz is smaller than -Os and no frame feels it; hot files ask for more with cohoi_hot().
  set(CMAKE_C_FLAGS_RELEASE "-DNDEBUG")
  set(CMAKE_CXX_FLAGS_RELEASE "-DNDEBUG")
  target_compile_options(cohoi_common INTERFACE ${of_tests},-O1,-Oz>)
  target_link_options(cohoi_common INTERFACE ${of_tests},-O1,-Oz>)
  # On by default in newer emcc; each spares instructions. Drop them first if an older browser has to be served.
  target_compile_options(cohoi_common INTERFACE -mbulk-memory -mnontrapping-fptoint -msign-ext)
  # Optimised as one program, and without the code that would take statics down at an exit that a page never has: 22 kB less
  # with brotli, for a minute of linking.
  target_compile_options(cohoi_common INTERFACE ${of_tests},,-flto> $<$<COMPILE_LANGUAGE:CXX>:-fno-c++-static-destructors>)
  target_link_options(cohoi_common INTERFACE -flto)
endif()
if(COHOI_FUZZ)
  # Coverage in every file, or the fuzzer gropes in the dark.
  target_compile_options(cohoi_sanitized INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Debug")
  set(CMAKE_C_FLAGS_DEBUG "")
  set(CMAKE_CXX_FLAGS_DEBUG "")
  target_compile_options(cohoi_common INTERFACE -O1 -g2)
  target_link_options(cohoi_common INTERFACE -O1 -g2 -sASSERTIONS=1)
endif()

add_library(cohoi_warnings INTERFACE)
target_compile_options(cohoi_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-align -Wcast-qual
  -Wnon-virtual-dtor -Woverloaded-virtual -Wundef -Wunused -Wformat=2 -Wimplicit-fallthrough -Wdouble-promotion
  -Wnull-dereference
  # A designated initialiser that leaves defaulted members out is how we write optional parts.
  -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(cohoi_warnings INTERFACE
    -Wextra-semi -Wunreachable-code -Wrange-loop-analysis -Wnewline-eof -Wheader-hygiene)
endif()
if(COHOI_WERROR)
  target_compile_options(cohoi_warnings INTERFACE -Werror)
endif()

# cohoi_hot(a.cpp …): what every line of an import and every word of a search walk through. For -Oz emcc 3.1.6 says -fno-inline-functions, which
# keeps even a string's size() a call, also in a file that then asks for -O3; the limit of 0 takes that back. In all files it costs 12 kB with brotli. SQLite
# has its own way (third_party.cmake).
function(cohoi_hot)
  if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
    set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS -sINLINING_LIMIT=0)
  endif()
endfunction()
# cohoi_hottest(a.cpp …): what a key stroke in Search and Find waits for.
function(cohoi_hottest)
  cohoi_hot(${ARGN})
  if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
    set_property(SOURCE ${ARGN} APPEND PROPERTY COMPILE_OPTIONS -O2)
  endif()
endfunction()
