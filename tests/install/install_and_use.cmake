# Installs the build below WORK, then configures, builds and runs an outside project that uses the installed
# package. Both trees are made afresh, so that nothing of an earlier run can help.
#
#   cmake -DBUILD=… -DSOURCE=… -DWORK=… -DCONSUMER=… -DGENERATOR=… -DCOMPILER=… -DBUILD_TYPE=…
#         -DSANITIZE=… -P install_and_use.cmake
cmake_minimum_required(VERSION 3.25)

function(run what)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT code STREQUAL "0")
    message("${out}\n${err}")
    message(FATAL_ERROR "${what} failed: ${code}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

set(prefix ${WORK}/prefix)
file(REMOVE_RECURSE ${WORK})
run("installing" ${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})

run("the installed program" ${prefix}/bin/hexapla --version)
if(NOT out MATCHES "^hexapla [0-9]")
  message(FATAL_ERROR "the installed program says '${out}' when asked for its version")
endif()

# Moved elsewhere the package must still work: it may name neither the build nor the source folder.
file(GLOB_RECURSE texts ${prefix}/*.cmake ${prefix}/*.hpp)
list(LENGTH texts count)
if(count LESS 5)
  message(FATAL_ERROR "only ${count} headers and package files were installed: ${texts}")
endif()
foreach(text IN LISTS texts)
  file(READ ${text} content)
  foreach(folder ${BUILD} ${SOURCE})
    string(FIND "${content}" "${folder}" at)
    if(NOT at EQUAL -1)
      message(FATAL_ERROR "${text} names ${folder}")
    endif()
  endforeach()
  # ICU and pugixml are used inside; who includes our headers need not have theirs.
  if(content MATCHES "# *include *[<\"](unicode/[^>\"]*|pugi[^>\"]*)")
    message(FATAL_ERROR "${text} is a public header and includes ${CMAKE_MATCH_1}")
  endif()
endforeach()

set(flags)
if(SANITIZE)  # libraries built so can only be linked so
  set(flags -DCMAKE_CXX_FLAGS=-fsanitize=${SANITIZE})
endif()
run("configuring the consumer" ${CMAKE_COMMAND} -S ${CONSUMER} -B ${WORK}/consumer -G ${GENERATOR}
  -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_BUILD_TYPE=${BUILD_TYPE} -DCMAKE_PREFIX_PATH=${prefix} ${flags})
string(FIND "${out}" "hexapla found in ${prefix}/" at)
if(at EQUAL -1)
  message(FATAL_ERROR "the consumer found another hexapla than the one installed for it:\n${out}")
endif()
run("building the consumer" ${CMAKE_COMMAND} --build ${WORK}/consumer)
run("running the consumer" ${WORK}/consumer/consumer)
function(expect_segment text)
  string(FIND "${out}" "<seg>${text}</seg>" at)
  if(at EQUAL -1)
    message("${out}")
    message(FATAL_ERROR "the consumer's memory has no segment '${text}'")
  endif()
endfunction()
expect_segment("Rain &amp; wind.")
expect_segment("Regen &amp; Wind.")
expect_segment("Then the sun came.")
expect_segment("Dann kam die Sonne.")
