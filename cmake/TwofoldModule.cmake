# The standard's headers that nearly every file draws in. A file still includes what it uses.
set(TWOFOLD_PRECOMPILED <algorithm> <array> <charconv> <chrono> <cstdint> <filesystem> <fstream> <functional> <map> <memory>
  <optional> <set> <span> <sstream> <string> <string_view> <unordered_map> <utility> <variant> <vector>)

# Most of what compiling costs is reading headers and making the same templates again, so six files are compiled as one
# (docs/decisions/0018): names in unnamed namespaces differ within a target.
function(twofold_join target)
  # To precompile headers takes as long as to read them four times over.
  get_target_property(sources ${target} SOURCES)
  list(LENGTH sources count)
  if(count GREATER 20)
    target_precompile_headers(${target} PRIVATE ${TWOFOLD_PRECOMPILED} ${ARGN})
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6)
  # A class defined in a joined file may hold what is that file's own: it is no header.
  target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
endfunction()

# One static library per folder: twofold_module(NAME LINKS … PRIVATE_LINKS … EXCLUDE sub/folder … PRECOMPILE <header> …)
# Every .cpp below the folder belongs to it, but for the excluded subfolders. Includes read "folder/file.h".
function(twofold_module name)
  cmake_parse_arguments(ARG "" "" "LINKS;PRIVATE_LINKS;EXCLUDE;PRECOMPILE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  foreach(folder IN LISTS ARG_EXCLUDE)
    list(FILTER sources EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/${folder}/")
  endforeach()
  add_library(twofold_${name} STATIC ${sources})
  target_include_directories(twofold_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(twofold_${name} PUBLIC ${ARG_LINKS} PRIVATE twofold_warnings ${ARG_PRIVATE_LINKS})
  twofold_join(twofold_${name} ${ARG_PRECOMPILE})
endfunction()

# One Boost.Test binary per module: twofold_tests(NAME LINKS … EXCLUDE sub/folder …), sources below the current folder, one
# CTest entry per suite file so that `ctest -j2` uses both cores. Suites named ALONE, or all with SEPARATE, are compiled one by one.
# COSTS suite seconds …: the dearest, begun first where no earlier run has told, so that none is left over at the end.
function(twofold_tests name)
  cmake_parse_arguments(ARG "SEPARATE" "TIMEOUT" "LINKS;SLOW;EXCLUDE;PRECOMPILE;ALONE;COSTS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*_test.cpp)
  foreach(folder IN LISTS ARG_EXCLUDE)
    list(FILTER sources EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/${folder}/")
  endforeach()
  add_executable(${name}_tests ${CMAKE_SOURCE_DIR}/tests/main.cpp ${sources})
  target_compile_definitions(${name}_tests PRIVATE BOOST_TEST_DYN_LINK
    TWOFOLD_SOURCE_DIR="${CMAKE_SOURCE_DIR}" TWOFOLD_BINARY_DIR="${CMAKE_BINARY_DIR}")
  target_link_libraries(${name}_tests PRIVATE twofold_warnings Boost::unit_test_framework ${ARG_LINKS})
  # What is tested is optimised in full; the cases themselves would only take half as long again to compile.
  target_compile_options(${name}_tests PRIVATE $<$<CONFIG:Release>:-O1>)
  set_source_files_properties(${CMAKE_SOURCE_DIR}/tests/main.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON SKIP_UNITY_BUILD_INCLUSION ON)
  twofold_join(${name}_tests <boost/test/unit_test.hpp> ${ARG_PRECOMPILE})
  if(ARG_SEPARATE)
    set_target_properties(${name}_tests PROPERTIES UNITY_BUILD OFF)
  endif()
  foreach(suite IN LISTS ARG_ALONE)
    set_source_files_properties(${suite}.cpp PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  endforeach()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  foreach(source IN LISTS sources)
    get_filename_component(suite ${source} NAME_WE)
    add_test(NAME ${name}.${suite} COMMAND ${name}_tests --run_test=${suite} --log_level=message)
    set_tests_properties(${name}.${suite} PROPERTIES TIMEOUT ${ARG_TIMEOUT})
    list(FIND ARG_COSTS ${suite} at)
    if(at GREATER_EQUAL 0)
      math(EXPR at "${at} + 1")
      list(GET ARG_COSTS ${at} seconds)
      set_tests_properties(${name}.${suite} PROPERTIES COST ${seconds})
    endif()
    if(suite IN_LIST ARG_SLOW)
      set_tests_properties(${name}.${suite} PROPERTIES LABELS slow)
    endif()
  endforeach()
endfunction()
