# Runs a program in a fresh folder and compares standard output, standard error and exit code with what is
# kept. A difference is shown as `diff -u` shows it. With HEXAPLA_UPDATE_GOLDEN=1 in the environment the kept
# texts are written anew instead, unless the exit code is wrong.
#
#   cmake -DPROGRAM=… -DCASE=NAME -DEXPECTED=FOLDER -DWORK=FOLDER -DFIXTURES=FOLDER [-DSTDIN=FILE]
#         -DEXIT=CODE -P run_case.cmake -- [ARGUMENT…]
#
# EXPECTED/NAME.out and .err hold the texts; an absent one stands for an empty text. The run sees FIXTURES as
# `fixtures` in its working folder, and STDIN is named from there, so that no text holds a path of a machine.
cmake_minimum_required(VERSION 3.25)

set(command)
set(after_dashes FALSE)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
  if(after_dashes)
    string(APPEND command " [==[${CMAKE_ARGV${i}}]==]")
  elseif(CMAKE_ARGV${i} STREQUAL "--")
    set(after_dashes TRUE)
  endif()
endforeach()

set(folder ${WORK}/${CASE})
file(REMOVE_RECURSE ${folder})
file(MAKE_DIRECTORY ${folder}/run)
file(CREATE_LINK ${FIXTURES} ${folder}/run/fixtures SYMBOLIC)
set(input /dev/null)
if(STDIN)
  set(input ${folder}/run/${STDIN})
  if(NOT EXISTS ${input})
    message(FATAL_ERROR "${CASE}: no file ${STDIN} for standard input")
  endif()
endif()

set(ENV{LC_ALL} C.UTF-8)
set(ENV{TZ} UTC)
unset(ENV{SOURCE_DATE_EPOCH})
set(ENV{HEXAPLA_DICTIONARIES} ${folder}/run/dictionaries)  # none but a case's own
# By way of EVAL, since a list would lose empty arguments and split those with a semicolon.
cmake_language(EVAL CODE "execute_process(COMMAND [==[${PROGRAM}]==] ${command}
  WORKING_DIRECTORY [==[${folder}/run]==] INPUT_FILE [==[${input}]==]
  OUTPUT_FILE [==[${folder}/out]==] ERROR_FILE [==[${folder}/err]==] RESULT_VARIABLE code)")

set(failed FALSE)
if(NOT code STREQUAL EXIT)
  message("${CASE}: exit code ${code}, expected ${EXIT}")
  set(failed TRUE)
endif()

foreach(stream out err)
  set(kept ${EXPECTED}/${CASE}.${stream})
  if("$ENV{HEXAPLA_UPDATE_GOLDEN}" STREQUAL "1" AND NOT failed)
    file(SIZE ${folder}/${stream} size)
    file(REMOVE ${kept})
    if(size GREATER 0)
      file(COPY_FILE ${folder}/${stream} ${kept})
    endif()
  else()
    if(NOT EXISTS ${kept})
      set(kept /dev/null)
    endif()
    execute_process(COMMAND diff -u --label ${CASE}.${stream} --label "this run" ${kept} ${folder}/${stream}
      RESULT_VARIABLE differs OUTPUT_VARIABLE difference ERROR_VARIABLE difference_error)
    if(NOT differs STREQUAL "0")
      message("${difference}${difference_error}")
      set(failed TRUE)
    endif()
  endif()
endforeach()

if(failed)
  message(FATAL_ERROR "${CASE}: not as expected. If the texts are right as they are now, run ctest with "
    "HEXAPLA_UPDATE_GOLDEN=1 and look at what changed below tests/cli; an exit code stands in CMakeLists.txt")
endif()
