# Compiler settings that every target of ours shares: strict warnings, ccache, sanitisers by preset.
option(TWOFOLD_WERROR "Treat warnings in our own code as errors" ON)
set(TWOFOLD_SANITIZE "" CACHE STRING "Sanitisers to build with: address,undefined or thread")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE_PROGRAM})
endif()

# -O3 takes longer to compile: the scanner and the indexer, which compute much, ask for it.
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
set(TWOFOLD_FASTEST $<$<CONFIG:Release>:-O3>)

add_library(twofold_warnings INTERFACE)
target_compile_options(twofold_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wsuggest-override
  -Wno-missing-field-initializers  # designated initialisers leave the rest at its default on purpose
  # g++ 12 sees an overlap in every "literal" + string, and out of bounds where its header was precompiled.
  -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow
  -Wno-maybe-uninitialized         # g++ 12 takes an empty std::optional for an uninitialised value
  $<$<BOOL:${TWOFOLD_WERROR}>:-Werror>)

if(TWOFOLD_SANITIZE)
  add_compile_options(-fsanitize=${TWOFOLD_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${TWOFOLD_SANITIZE})
endif()
if(CCACHE_PROGRAM)
  # Lets ccache reuse objects that were compiled with a precompiled header.
  add_compile_options(-fpch-preprocess)
endif()
