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

# cohoi_bench(import SOURCES import_bench.cpp DEPENDS app): an executable bench_import; its numbers are printed, never asserted.
function(cohoi_bench NAME)
  cmake_parse_arguments(PARSE_ARGV 1 bench "" "" "SOURCES;DEPENDS")
  add_executable(bench_${NAME} EXCLUDE_FROM_ALL ${bench_SOURCES})
  cohoi_executable(bench_${NAME} ${bench_DEPENDS})
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
