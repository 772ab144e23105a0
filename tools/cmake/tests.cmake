# One doctest executable for everything; cohoi_tests(SOURCES x_test.cpp …) adds to it from any folder of tests/.
add_executable(cohoi_tests)
function(cohoi_tests)
  cmake_parse_arguments(PARSE_ARGV 0 tests "" "" "SOURCES;DEPENDS")
  cohoi_existing(sources ${tests_SOURCES})
  target_sources(cohoi_tests PRIVATE ${sources})
  foreach(depended IN LISTS tests_DEPENDS)
    target_link_libraries(cohoi_tests PRIVATE $<TARGET_NAME_IF_EXISTS:cohoi_${depended}>)
  endforeach()
endfunction()

# A wasm program for node. Node 20 has a global fetch that emcc 3.1.6 would use on a file path: hence the single file. CommonJS, while the
# package says its .js files are ES modules. Functions keep their names, for node --cpu-prof.
function(cohoi_for_node NAME)
  target_link_options(${NAME} PRIVATE -sENVIRONMENT=node -sSINGLE_FILE=1 -sNODERAWFS=0 -sEXIT_RUNTIME=1
    -sALLOW_MEMORY_GROWTH=1 -sTOTAL_STACK=1048576 -sFORCE_FILESYSTEM=1 -sWASM_BIGINT=1 --profiling-funcs)
  set_target_properties(${NAME} PROPERTIES SUFFIX ".cjs")
endfunction()

# cohoi_bench(import SOURCES import_bench.cpp DEPENDS app): an executable bench_import; its numbers are printed, never asserted.
function(cohoi_bench NAME)
  cmake_parse_arguments(PARSE_ARGV 1 bench "" "" "SOURCES;DEPENDS")
  add_executable(bench_${NAME} EXCLUDE_FROM_ALL ${bench_SOURCES})
  cohoi_executable(bench_${NAME} ${bench_DEPENDS})
  if(EMSCRIPTEN)
    cohoi_for_node(bench_${NAME})
  endif()
endfunction()

# cohoi_fuzz(csv SOURCES csv_fuzz.cpp DEPENDS app): a libFuzzer executable fuzz_csv, in the preset `fuzz` only.
function(cohoi_fuzz NAME)
  cmake_parse_arguments(PARSE_ARGV 1 fuzz "" "" "SOURCES;DEPENDS")
  if(COHOI_FUZZ)
    add_executable(fuzz_${NAME} ${fuzz_SOURCES})
    cohoi_executable(fuzz_${NAME} ${fuzz_DEPENDS})
    target_link_options(fuzz_${NAME} PRIVATE -fsanitize=fuzzer)
  endif()
endfunction()
