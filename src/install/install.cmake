# What `cmake --install` and the packages have, in three components: library, development, tools.
include(CMakePackageConfigHelpers)
set(ocop_cmake ${CMAKE_INSTALL_LIBDIR}/cmake/ocop)
set(OCOP_INSTALLED_RULES ${CMAKE_INSTALL_DATADIR}/ocop/rules)
set(OCOP_INSTALLED_COMMAND ${CMAKE_INSTALL_BINDIR}/ocop)

install(TARGETS ocop_shared EXPORT ocop-shared
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development)
install(TARGETS ocop_library EXPORT ocop-static
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(TARGETS ocop EXPORT ocop-tools RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tools)
set_target_properties(ocop PROPERTIES EXPORT_NAME command)
foreach(export IN ITEMS ocop-shared ocop-static ocop-tools)
  install(EXPORT ${export} NAMESPACE ocop:: DESTINATION ${ocop_cmake} COMPONENT development)
endforeach()

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/ocop-config.cmake.in ${PROJECT_BINARY_DIR}/ocop-config.cmake
  INSTALL_DESTINATION ${ocop_cmake} PATH_VARS OCOP_INSTALLED_RULES OCOP_INSTALLED_COMMAND)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/ocop-config-version.cmake COMPATIBILITY SameMinorVersion)
file(RELATIVE_PATH OCOP_PC_PREFIX /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(${CMAKE_CURRENT_LIST_DIR}/ocop.pc.in ${PROJECT_BINARY_DIR}/ocop.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/ocop-config.cmake ${PROJECT_BINARY_DIR}/ocop-config-version.cmake
  ${CMAKE_CURRENT_LIST_DIR}/OcopEmbedRules.cmake ${CMAKE_CURRENT_LIST_DIR}/embed_rules.cmake
  DESTINATION ${ocop_cmake} COMPONENT development)
install(FILES ${PROJECT_BINARY_DIR}/ocop.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules/ DESTINATION ${OCOP_INSTALLED_RULES} COMPONENT tools)
# Compressed as Debian wants them, the same bytes at any time.
find_program(ocop_gzip gzip REQUIRED)
mark_as_advanced(ocop_gzip)
foreach(each IN ITEMS ocop.1 changelog)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/${each})
  execute_process(COMMAND ${ocop_gzip} -9nc ${CMAKE_CURRENT_LIST_DIR}/${each} OUTPUT_FILE ${PROJECT_BINARY_DIR}/${each}.gz COMMAND_ERROR_IS_FATAL ANY)
endforeach()
install(FILES ${PROJECT_BINARY_DIR}/ocop.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT tools)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/completions/ocop.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ocop COMPONENT tools)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/completions/_ocop DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT tools)
install(FILES ${CMAKE_CURRENT_LIST_DIR}/completions/ocop.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT tools)

# Debian packages, one a component: cpack -G DEB. Packages of a project that has ocop inside it are its own affair.
if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ocop)
set(CPACK_PACKAGE_VENDOR ocop)
set(CPACK_PACKAGE_CONTACT "ocop developers <ocop@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "star ratings by published criteria, explained line by line")  # the first line of each description
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_COMPONENTS_IGNORE_GROUPS ON)
set(CPACK_COMPONENTS_ALL library development tools)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(ocop_is "ocop rates products by published criteria: rule sets are files, and every
star is explained line by line, with the place in the decision it rests on.
")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libocop${PROJECT_VERSION_MAJOR})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/triggers)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "${ocop_is}
This package has the library that programs in C++ and C are linked with.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libocop-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SHLIBDEPS OFF)
# pkg-config looks at what ocop.pc requires, linked statically or not.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libocop${PROJECT_VERSION_MAJOR} (= ${PROJECT_VERSION}), libyaml-cpp-dev, libutf8proc-dev, libsodium-dev, libhwy-dev, libsimdjson-dev")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS "ocop (= ${PROJECT_VERSION})")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "${ocop_is}
This package has what such programs are built with: headers, the static
library, and files for CMake and pkg-config. To make rule sets part of a
program, the command is needed too.")
set(CPACK_DEBIAN_TOOLS_PACKAGE_NAME ocop)
set(CPACK_DEBIAN_TOOLS_PACKAGE_SECTION utils)
set(CPACK_COMPONENT_TOOLS_DESCRIPTION "${ocop_is}
This package has the command, which rates scorecards, checks and tests rule
sets, signs results and verifies them, and the rule sets of the decisions.")
foreach(package IN ITEMS libocop${PROJECT_VERSION_MAJOR}:library libocop-dev:development ocop:tools)
  string(REPLACE ":" ";" package ${package})
  list(GET package 0 name)
  list(GET package 1 component)
  install(FILES ${CMAKE_CURRENT_LIST_DIR}/copyright ${PROJECT_BINARY_DIR}/changelog.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${name} COMPONENT ${component})
endforeach()
include(CPack)
