# The front door. `make help` lists what it offers; the first target, build, is what plain `make` does.
#
# Settings, e.g. `make test JOBS=8`:
#   JOBS     compilations at a time; default: one a processor
#   DEPS=no  do not look for Debian packages; for other systems, and for tools installed in other ways
#   PREFIX   where `make install` puts things; default: /usr/local

JOBS ?= $(shell nproc 2>/dev/null || echo 2)
PREFIX ?= /usr/local
CLANG_FORMAT ?= clang-format-16
CLANG_TIDY ?= clang-tidy-16

# Debian packages; all of them are in Debian 12.
build_packages := g++ cmake ninja-build pkg-config libicu-dev libpugixml-dev libboost-program-options-dev \
  libboost-iostreams-dev catch2 libtbb-dev libcld2-dev libgumbo-dev nlohmann-json3-dev libfmt-dev \
  libxlsxwriter-dev zlib1g-dev libarchive-dev libxml2-utils python3
check_packages := clang-format-16 clang-tidy-16
# What a few tests ask other programs; without them these tests are shown as skipped.
extra_packages := omegat translate-toolkit python3-openpyxl default-jre-headless clang-16 libclang-rt-16-dev

install_packages = $(if $(filter no,$(DEPS)),@true,@tests/deps/install.sh)
sources = $$(find align tmx src tests \( -name '*.cpp' -o -name '*.hpp' \) -print)
# What the compiler was given, less what CMake made below build/.
compiled = sed -n 's/^ *"file": "\(.*\)",\{0,1\}$$/\1/p' build/compile_commands.json | grep -vF '$(CURDIR)/build/' | sort -u

# $(call configure,PRESET,FOLDER): a folder that another generator made, or that was made elsewhere and
# copied here, is configured afresh.
define configure
@fresh=; cache=$(2)/CMakeCache.txt; \
if [ -f $$cache ] && ! { grep -qx 'CMAKE_GENERATOR:INTERNAL=Ninja' $$cache && \
  [ "$$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' $$cache)" -ef . ]; }; then fresh=--fresh; fi; \
set -x; cmake $$fresh --preset $(1) -DCMAKE_CXX_COMPILER_LAUNCHER="$$(command -v ccache)"
endef

.PHONY: build test demo check check-format check-tidy check-sanitize format eval bench install clean deps deps-check \
  deps-all help
.NOTPARALLEL:

build: deps ## compile the program: build/hexapla (the default)
	$(call configure,release,build)
	cmake --build build -j $(JOBS) --target hexapla

test: build ## compile program and tests, then run all tests
	cmake --build build -j $(JOBS)
	ctest --preset release -j 2 --no-tests=error

demo: build ## align the flood story of fixtures/ in four languages, show its first units and the memory's first lines
	mkdir -p build/demo
	build/hexapla align $(addprefix fixtures/stories/floods/,en.txt de.txt zh-Hans.txt am.txt) \
	  -o build/demo/floods.tmx --profile balanced --show 4
	@echo; echo "build/demo/floods.tmx begins:"; sed -n '1,20p' build/demo/floods.tmx

check: check-format check-tidy check-sanitize ## layout, clang-tidy, and the tests under sanitizers

check-format: deps-check ## is every source laid out as .clang-format says?
	$(CLANG_FORMAT) --dry-run -Werror $(sources)

check-tidy: deps-check ## clang-tidy over every source that is compiled
	$(call configure,release,build)
	$(compiled) | xargs -d '\n' -n 1 -P $(JOBS) tests/check/tidy.sh $(CLANG_TIDY)

check-sanitize: deps ## the tests with AddressSanitizer and UndefinedBehaviorSanitizer
	$(call configure,sanitize,build-sanitize)
	cmake --build build-sanitize -j $(JOBS)
	ctest --preset sanitize -j 2 --no-tests=error

format: deps-check ## lay every source out as .clang-format says
	$(CLANG_FORMAT) -i $(sources)

eval: build ## measure against the gold sets in ../shared, where they are
	python3 tests/eval/run.py --hexapla build/hexapla --shared ../shared --work build/eval

bench: build ## how fast it is: the segmenter and links against what ICU needs, the making of a lexicon
	cmake --build build -j $(JOBS) --target bench

install: build ## install program, libraries and headers below PREFIX
	cmake --install build --prefix $(PREFIX)

clean: ## remove everything that was built
	rm -rf build build-debug build-sanitize

deps: ## install the Debian packages that building and testing need, if any is missing
	$(install_packages) "building and testing" $(build_packages)

deps-check: deps ## ... and those that `make check` needs
	$(install_packages) "checking the sources" $(check_packages)

deps-all: deps-check ## ... and the large ones without which a few tests are skipped
	$(install_packages) "the tests that ask other programs" $(extra_packages)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18
