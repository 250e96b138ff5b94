# HEXAPLA_UPDATE_GOLDEN=1 writes a stale text anew and removes one that is no longer printed; where the exit
# code is wrong it keeps them.
#
#   cmake -DWORK=FOLDER -DRUN_CASE=run_case.cmake -P updates.cmake

# Runs the case with UPDATE, expecting the harness to say `outcome` (0: accepted, 1: rejected).
function(expect outcome update script)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env HEXAPLA_UPDATE_GOLDEN=${update}
    ${CMAKE_COMMAND} -DPROGRAM=/bin/sh -DCASE=stale -DEXIT=0 -DSTDIN= -DEXPECTED=${WORK} -DWORK=${WORK}/run
    -DFIXTURES=${WORK} -P ${RUN_CASE} -- -c "${script}"
    RESULT_VARIABLE code ERROR_VARIABLE said)
  if(NOT code STREQUAL outcome)
    message(FATAL_ERROR "'${script}' with HEXAPLA_UPDATE_GOLDEN=${update}: ${code}, expected ${outcome}\n${said}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
file(WRITE ${WORK}/stale.out "old\n")
file(WRITE ${WORK}/stale.err "old warning\n")

expect(1 1 "echo new && exit 1")
expect(0 0 "echo old && echo old warning >&2")
expect(0 1 "echo new")
expect(0 0 "echo new")
expect(1 0 "echo old && echo old warning >&2")
if(EXISTS ${WORK}/stale.err)
  message(FATAL_ERROR "stale.err is still there though nothing is printed on standard error")
endif()
