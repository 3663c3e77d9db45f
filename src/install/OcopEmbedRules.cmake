# ocop_embed_rules(<target> <rule set>... [RULES_DIR <directory>])
#
# Makes rule sets part of <target>: they are checked when it is built (a broken one is an error of the build, with what ocop says of it), and
# no file is needed when it runs. The sources of <target> may then
#
#     #include <ocop_rules.hpp>
#     ocop::RuleSet rules = ocop_rules::library().load("26-2026/food/tea").value();
#
# <rule set> is an id ("26-2026/food/tea") in the directory, "all", or a file ("mine.yaml", from the current source directory), which is "mine"
# then and may extend what is in the directory. The directory is the one that is installed with ocop, or RULES_DIR.
# All that the rule sets extend comes along, and councils' own rules in `councils/`.
include_guard(GLOBAL)

function(ocop_embed_rules target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "RULES_DIR" "")
  # Asked of the command, for variables of ocop are not seen by a project that has it inside.
  get_target_property(directory ocop::command OCOP_RULES_DIR)
  set(script ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_rules.cmake)
  if(arg_RULES_DIR)
    get_filename_component(directory ${arg_RULES_DIR} ABSOLUTE BASE_DIR ${CMAKE_CURRENT_SOURCE_DIR})
  endif()
  if(NOT IS_DIRECTORY "${directory}")
    message(FATAL_ERROR "ocop_embed_rules: there is no directory of rule sets `${directory}`")
  endif()
  if(NOT arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "ocop_embed_rules: no rule set is named")
  endif()

  set(ids "")
  set(files "")
  foreach(each IN LISTS arg_UNPARSED_ARGUMENTS)
    if(each MATCHES "\\.yaml$")
      get_filename_component(each ${each} ABSOLUTE BASE_DIR ${CMAKE_CURRENT_SOURCE_DIR})
      list(APPEND files ${each})
    else()
      list(APPEND ids ${each})
    endif()
  endforeach()

  set(made ${CMAKE_CURRENT_BINARY_DIR}/${target}_ocop_rules)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${directory}/*.yaml)
  list(FILTER sources EXCLUDE REGEX "\\.test\\.yaml$")
  string(REPLACE ";" "," ids "${ids}")
  string(REPLACE ";" "," comma_files "${files}")
  add_custom_command(OUTPUT ${made}/ocop_rules.cpp ${made}/ocop_rules.hpp VERBATIM
    COMMAND ${CMAKE_COMMAND} -DCOMMAND=$<TARGET_FILE:ocop::command> -DDIRECTORY=${directory} -DRULE_SETS=${ids} -DFILES=${comma_files} -DTO=${made} -P ${script}
    DEPENDS ocop::command ${script} ${sources} ${files}
    COMMENT "Checking and embedding the rule sets of ${target}")
  target_sources(${target} PRIVATE ${made}/ocop_rules.cpp ${made}/ocop_rules.hpp)
  target_include_directories(${target} PRIVATE ${made})
endfunction()
