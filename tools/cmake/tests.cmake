# One doctest executable for everything; cohoi_tests(SOURCES x_test.cpp …) adds to it from any folder of tests/.
add_executable(cohoi_tests)
function(cohoi_tests)
  cmake_parse_arguments(PARSE_ARGV 0 tests "" "" "SOURCES;DEPENDS")
  target_sources(cohoi_tests PRIVATE ${tests_SOURCES})
  foreach(depended IN LISTS tests_DEPENDS)
    target_link_libraries(cohoi_tests PRIVATE $<TARGET_NAME_IF_EXISTS:cohoi_${depended}>)
  endforeach()
endfunction()
