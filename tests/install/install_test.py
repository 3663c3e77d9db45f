#!/usr/bin/python3
"""An installed tree as strangers use it: three consumers, headers without a warning, exported symbols, packages.

install_test.py WHAT --root SOURCES --build BUILD [--compiler CXX]
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

parser = argparse.ArgumentParser()
parser.add_argument("what")
parser.add_argument("--root", required=True)
parser.add_argument("--build", required=True)
parser.add_argument("--compiler", default="c++")
call = parser.parse_args()


def run(*words, **more):
    done = subprocess.run([str(each) for each in words], capture_output=True, text=True, **more)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}\nexit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def installed(into):
    run("cmake", "--install", call.build, "--prefix", into)
    # A tree that was moved is as good.
    moved = into + "-moved"
    os.rename(into, moved)
    return moved


def library_directory(tree):
    for where, _, files in os.walk(tree):
        if "libocop.so" in files:
            return where
    sys.exit("libocop.so was not installed")


def card(into):
    """A scorecard as JSON, the form that C takes."""
    rated = json.loads(run(f"{call.build}/ocop", "rate", "--rules", f"{call.root}/rules", "--format", "json", f"{call.root}/examples/scorecards/xoai-cat.yaml"))
    written = rated["trail"]["card"]["written"] if isinstance(rated["trail"]["card"]["written"], dict) else json.loads(rated["trail"]["card"]["written"])
    path = os.path.join(into, "card.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(written, file, ensure_ascii=False)
    return path, rated


def explains(output, rated):
    assert rated["outcome"] in output and rated["scorecard"] in output, output


def cpp(work):
    tree = installed(work + "/tree")
    path, rated = card(work)
    config = os.path.dirname(os.path.dirname(library_directory(tree)))
    run("cmake", "-S", f"{call.root}/examples/consumer-cpp", "-B", work + "/build", f"-DCMAKE_PREFIX_PATH={tree}", f"-DCMAKE_CXX_COMPILER={call.compiler}", "-DCMAKE_BUILD_TYPE=None")
    run("cmake", "--build", work + "/build")
    explains(run(work + "/build/rate", path, env={"LD_LIBRARY_PATH": library_directory(tree), "PATH": "/usr/bin:/bin"}), rated)
    # And by the static library.
    statically = work + "/statically"
    shutil.copytree(f"{call.root}/examples/consumer-cpp", statically)
    with open(statically + "/CMakeLists.txt", encoding="utf-8") as file:
        text = file.read().replace("COMPONENTS library tools", "COMPONENTS static tools").replace("ocop::ocop)", "ocop::ocop_static)")
    with open(statically + "/CMakeLists.txt", "w", encoding="utf-8") as file:
        file.write(text)
    run("cmake", "-S", statically, "-B", work + "/static-build", f"-DCMAKE_PREFIX_PATH={tree}", f"-DCMAKE_CXX_COMPILER={call.compiler}")
    run("cmake", "--build", work + "/static-build")
    explains(run(work + "/static-build/rate", path), rated)
    # What cannot be had is told.
    def refused(components, **more):
        os.makedirs(work + "/refused", exist_ok=True)
        with open(work + "/refused/CMakeLists.txt", "w", encoding="utf-8") as file:
            file.write(f"cmake_minimum_required(VERSION 3.25)\nproject(refused LANGUAGES CXX)\nfind_package(ocop REQUIRED CONFIG COMPONENTS {components})\n")
        shutil.rmtree(work + "/refused/build", ignore_errors=True)
        done = subprocess.run(["cmake", "-S", work + "/refused", "-B", work + "/refused/build", f"-DCMAKE_PREFIX_PATH={tree}"], capture_output=True, text=True, **more)
        assert done.returncode != 0
        return " ".join(done.stderr.split())
    assert "no component `stars`" in refused("stars")
    assert "needs libutf8proc" in refused("static", env=dict(os.environ, PKG_CONFIG_LIBDIR=work))
    os.remove(tree + "/bin/ocop")
    assert "component `tools` of ocop is not installed" in refused("tools")


def c(work):
    tree = installed(work + "/tree")
    path, rated = card(work)
    libraries = library_directory(tree)
    shutil.copytree(f"{call.root}/examples/consumer-c", work + "/c")
    environment = dict(os.environ, PKG_CONFIG_PATH=libraries + "/pkgconfig", CFLAGS="-Werror")
    run("make", "-C", work + "/c", env=environment)
    explains(run(work + "/c/rate", tree + "/share/ocop/rules", path, env={"LD_LIBRARY_PATH": libraries}), rated)
    broken = os.path.join(work, "broken.json")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(broken, "w", encoding="utf-8") as file:
        file.write(text[: len(text) // 2])
    done = subprocess.run([work + "/c/rate", tree + "/share/ocop/rules", broken], capture_output=True, text=True, env={"LD_LIBRARY_PATH": libraries})
    assert done.returncode == 1 and "refused" in done.stderr and "JSON" in done.stderr, done.stderr
    # By the static library alone, with all that it needs.
    for each in [each for each in os.listdir(libraries) if each.startswith("libocop.so")]:
        os.remove(f"{libraries}/{each}")
    static = run("pkg-config", "--static", "--libs", "ocop", env=environment)
    run("make", "-B", "-C", work + "/c", f"LDLIBS={static.strip()}", env=environment)
    explains(run(work + "/c/rate", tree + "/share/ocop/rules", path), rated)


def python(work):
    tree = installed(work + "/tree")
    path, rated = card(work)
    output = run("/usr/bin/python3", f"{call.root}/examples/consumer-python/main.py", tree + "/share/ocop/rules", path,
                 env={"OCOP_LIBRARY": library_directory(tree) + "/libocop.so", "PYTHONDONTWRITEBYTECODE": "1"})
    explains(output, rated)


def headers(work):
    tree = installed(work + "/tree")
    include = tree + "/include"
    strict = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror", "-fsyntax-only", "-I", include]
    compilers = [each for each in ("g++", "clang++") if shutil.which(each)]
    for name in sorted(os.listdir(include + "/ocop")):
        source = os.path.join(work, "one.cpp")
        with open(source, "w", encoding="utf-8") as file:
            file.write(f"#include <ocop/{name}>\nint main() {{ return 0; }}\n")
        for compiler in compilers:
            run(compiler, "-std=c++20", *strict, source)
    source = os.path.join(work, "one.c")
    with open(source, "w", encoding="utf-8") as file:
        file.write("#include <ocop/ocop.h>\nint main(void) { return ocop_abi_version() == OCOP_ABI_VERSION ? 0 : 1; }\n")
    run("cc", "-std=c11", *strict, source)


def plain(name):
    """A demangled name as it is written in a header."""
    name = name.replace("[abi:cxx11]", "").replace("std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >", "std::string")
    name = name.replace("std::basic_string_view<char, std::char_traits<char> >", "std::string_view")
    return re.sub(r"std::vector<(.+?), std::allocator<\1 ?> >", r"std::vector<\1>", name).replace(" >", ">")


def symbols(work):
    """What the shared library shows, name by name; the lists change with the interface: a review sees what is added and what is gone."""
    names = [line.split()[-1] for line in run("nm", "-D", "--defined-only", f"{call.build}/libocop.so").splitlines()]
    shown = set(map(plain, run("c++filt", input="\n".join(names)).splitlines()))
    of_c = sorted(each for each in shown if each.startswith("ocop_"))
    # Of C++ the functions that are written; what a compiler makes of itself depends on how it optimises.
    made = re.compile(r"~|operator=|^(typeinfo|vtable|guard|VTT|construction)|::(\w+)::\2\((\2|ocop::[\w:]*\2) ?(const)?&+\)$|::(\w+)::\5\(\)$")
    of_cpp = sorted(each for each in shown if each.startswith("ocop::") and not made.search(each))
    for name, found in (("exported_c.txt", of_c), ("exported_cpp.txt", of_cpp)):
        with open(f"{call.root}/tests/install/{name}", encoding="utf-8") as file:
            wanted = [each for each in file.read().splitlines() if name == "exported_c.txt" or not made.search(each)]
        if os.environ.get("OCOP_ACCEPT") == "1":
            with open(f"{call.root}/tests/install/{name}", "w", encoding="utf-8") as file:
                file.write("\n".join(found) + "\n")
            continue
        assert found == wanted, f"exported, and not in {name}: {sorted(set(found) - set(wanted))}; in the list only: {sorted(set(wanted) - set(found))}"
    with open(f"{call.root}/include/ocop/ocop.h", encoding="utf-8") as file:
        declared = sorted(set(re.findall(r"^OCOP_C_API [^;(]*?(ocop_\w+)\(", file.read(), re.M)))
    assert declared == of_c, f"declared otherwise than exported: {set(declared) ^ set(of_c)}"
    strange = [each for each in of_cpp if not re.match(r"((typeinfo|typeinfo name|vtable) for )?ocop::", each)]
    assert not strange, strange  # nothing of other libraries
    private = [each for each in of_cpp if re.match(r"ocop::(base|yaml|syntax|model|program|card|rate|trail|analysis)::", each)]
    assert not private, private[:10]


def packages(work):
    run("cpack", "-G", "DEB", "-B", work, "--config", f"{call.build}/CPackConfig.cmake")
    found = sorted(each for each in os.listdir(work) if each.endswith(".deb"))
    assert len(found) == 3, found
    root = work + "/root"
    names = []
    for each in found:
        run("dpkg-deb", "-x", f"{work}/{each}", root)
        names.append(run("dpkg-deb", "-f", f"{work}/{each}", "Package").strip())
    assert names == ["libocop-dev", "libocop0", "ocop"], names
    for path in ("usr/bin/ocop", "usr/include/ocop/ocop.h", "usr/share/ocop/rules/26-2026/decision.yaml", "usr/share/man/man1/ocop.1.gz", "usr/share/bash-completion/completions/ocop"):
        assert os.path.exists(f"{root}/{path}"), path
    if shutil.which("lintian"):
        told = subprocess.run(["lintian", "--fail-on", "error", *(f"{work}/{each}" for each in found)], capture_output=True, text=True)
        assert told.returncode == 0, told.stdout
    listed = run(f"{root}/usr/bin/ocop", "list", "--rules", f"{root}/usr/share/ocop/rules")
    assert "26-2026/food/tea" in listed
    if os.environ.get("OCOP_TEST_DEBS") != "1":
        return
    files = [os.path.join(where, each)[len(root):] for where, _, inside in os.walk(root) for each in inside]
    # For good: only where it is wished for, as root.
    run("dpkg", "-i", *(f"{work}/{each}" for each in found))
    try:
        assert "26-2026/food/tea" in run("/usr/bin/ocop", "list", cwd="/")
        path, rated = card(work)
        shutil.copytree(f"{call.root}/examples/consumer-c", work + "/c")
        run("make", "-C", work + "/c")
        explains(run(work + "/c/rate", "/usr/share/ocop/rules", path), rated)
        run("cmake", "-S", f"{call.root}/examples/consumer-cpp", "-B", work + "/cpp", f"-DCMAKE_CXX_COMPILER={call.compiler}")
        run("cmake", "--build", work + "/cpp")
        explains(run(work + "/cpp/rate", path), rated)
        explains(run("/usr/bin/python3", f"{call.root}/examples/consumer-python/main.py", "/usr/share/ocop/rules", path, env={"PYTHONDONTWRITEBYTECODE": "1", "PATH": "/usr/bin:/bin:/sbin"}), rated)
    finally:
        run("dpkg", "--purge", *names)
    left = [each for each in files if os.path.lexists(each)]
    assert not left, left


def inside(work):
    """A project that has ocop inside it keeps its own flags and variables, can embed rule sets, and does not install ocop."""
    ways = {"fetched": f"include(FetchContent)\nFetchContent_Declare(ocop SOURCE_DIR {call.root})\nFetchContent_MakeAvailable(ocop)",
            "added": f"add_subdirectory({call.root} ocop)"}
    for way, line in ways.items():
        outer = f"{work}/{way}"
        os.makedirs(outer)
        with open(outer + "/CMakeLists.txt", "w", encoding="utf-8") as file:
            file.write(f"""cmake_minimum_required(VERSION 3.25)
project(outer LANGUAGES CXX)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
{line}
add_executable(outer main.cpp)
target_link_libraries(outer PRIVATE ocop::ocop)
ocop_embed_rules(outer 26-2026/food/tea)
get_cmake_property(variables VARIABLES)
list(FILTER variables INCLUDE REGEX "^(CPACK_|CMAKE_(CXX_STANDARD$|CXX_VISIBILITY|POSITION|BUILD_TYPE$|INSTALL_RPATH))")
foreach(each IN LISTS variables)
  file(APPEND ${{CMAKE_BINARY_DIR}}/variables "${{each}}=${{${{each}}}}\\n")
endforeach()
""")
        with open(outer + "/main.cpp", "w", encoding="utf-8") as file:
            file.write("#include <ocop/ocop.hpp>\nint main() {}\n")
        build = outer + "/build"
        run("cmake", "-S", outer, "-B", build, "-DCMAKE_CXX_FLAGS=-O1 -DOWN", f"-DCMAKE_CXX_COMPILER={call.compiler}")
        with open(build + "/compile_commands.json", encoding="utf-8") as file:
            ours = [each for each in json.load(file) if each["file"] == outer + "/main.cpp"]
        assert len(ours) == 1
        flags = [each for each in ours[0]["command"].split() if each.startswith(("-W", "-f", "-O", "-D", "-std"))]
        assert sorted(flags) == sorted(["-O1", "-DOWN", "-std=gnu++20"]), flags
        if os.path.exists(build + "/variables"):
            with open(build + "/variables", encoding="utf-8") as file:
                strange = [each for each in file.read().splitlines() if each and each != "CMAKE_BUILD_TYPE="]
            assert not strange, strange
        with open(build + "/CMakeCache.txt", encoding="utf-8") as file:
            assert "CMAKE_PROJECT_NAME:STATIC=outer" in file.read()
        run("cmake", "--install", build, "--prefix", outer + "/tree")
        assert not os.path.exists(outer + "/tree"), os.listdir(outer + "/tree")


def broken(work):
    """A broken rule set breaks the build that embeds it, and says why."""
    tree = installed(work + "/tree")
    rules = work + "/rules"
    shutil.copytree(f"{call.root}/examples/own-scheme", rules, dirs_exist_ok=True) if os.path.isdir(f"{call.root}/examples/own-scheme") else os.makedirs(rules)
    with open(rules + "/bad.yaml", "w", encoding="utf-8") as file:
        file.write("rule_set: bad\ntitel: {vi: a, en: a}\n")
    with open(work + "/CMakeLists.txt", "w", encoding="utf-8") as file:
        file.write(f"""cmake_minimum_required(VERSION 3.25)
project(outer LANGUAGES CXX)
find_package(ocop REQUIRED CONFIG COMPONENTS library tools)
add_executable(outer main.cpp)
target_link_libraries(outer PRIVATE ocop::ocop)
ocop_embed_rules(outer bad RULES_DIR {rules})
""")
    with open(work + "/main.cpp", "w", encoding="utf-8") as file:
        file.write("int main() {}\n")
    run("cmake", "-S", work, "-B", work + "/build", f"-DCMAKE_PREFIX_PATH={tree}", f"-DCMAKE_CXX_COMPILER={call.compiler}")
    done = subprocess.run(["cmake", "--build", work + "/build"], capture_output=True, text=True)
    assert done.returncode != 0 and "titel" in done.stdout + done.stderr, done.stdout + done.stderr


def embedded(work):
    """Embedded rule sets are those of the files, wherever what they extend lies, and follow an edit."""
    tree = installed(work + "/tree")
    os.makedirs(work + "/rules/mine")
    shutil.copytree(f"{call.root}/rules/26-2026", work + "/rules/26-2026")

    basis = 'basis: {decision: "1/2026", place: "1"}\n'

    def write(name, text):
        with open(f"{work}/{name}", "w", encoding="utf-8") as file:
            file.write(text)

    write("rules/mine/tea.yaml", f"rule_set: mine/tea\nextends: 26-2026/food/tea\n{basis}")
    write("rules/top.yaml", f"rule_set: top\nextends: mine/tea\n{basis}")
    write("alone.yaml", f"rule_set: alone\nextends: 26-2026/food/tea\n{basis}")
    write("CMakeLists.txt", """cmake_minimum_required(VERSION 3.25)
project(outer LANGUAGES CXX)
find_package(ocop REQUIRED CONFIG COMPONENTS tools)
add_executable(outer main.cpp)
target_compile_options(outer PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Werror)
target_link_libraries(outer PRIVATE ocop::ocop)
ocop_embed_rules(outer mine/tea top alone.yaml RULES_DIR rules)
""")
    write("main.cpp", """#include <iostream>
#include <ocop_rules.hpp>
int main(int count, char** words) {
    const ocop::Library library = ocop_rules::library();
    for (int i = 1; i < count; ++i) std::cout << library.load(words[i]).value().digest() << '\\n';
}
""")

    def digests():
        run("cmake", "--build", work + "/build")
        return run(work + "/build/outer", "mine/tea", "top", "alone", env={"LD_LIBRARY_PATH": library_directory(tree)}).split()

    def digest(rule_set):
        return json.loads(run(f"{call.build}/ocop", "show", rule_set, "--rules", work + "/rules", "--format", "json"))["digest"]

    run("cmake", "-S", work, "-B", work + "/build", f"-DCMAKE_PREFIX_PATH={tree}", f"-DCMAKE_CXX_COMPILER={call.compiler}")
    first = digests()
    assert first == [digest("mine/tea"), digest("top"), digest(work + "/alone.yaml")], first
    write("rules/mine/tea.yaml", f"rule_set: mine/tea\nextends: 26-2026/food/tea\n{basis}" + "title: {vi: Khác, en: Other}\n")
    second = digests()
    assert second[:2] == [digest("mine/tea"), digest("top")] and second[0] != first[0] and second[2] == first[2], (first, second)


def moved(work):
    """The command of a tree that was moved finds the rule sets of its tree."""
    tree = installed(work + "/tree")
    assert "26-2026/food/tea" in run(tree + "/bin/ocop", "list", cwd=work, env={})


def words(work):
    """Every subcommand and option of the command stands in the man page and in the completions."""
    def told(*more):
        return run(f"{call.build}/ocop", *more, "--help", env={"LANG": "C.UTF-8", "COLUMNS": "400"})
    top = told()
    commands = re.findall(r"^  (\w+) {3,}", top[top.index("Subcommands:"):top.index("Examples:")], re.M)
    assert len(commands) > 10
    texts = {}
    for name in ("ocop.1", "completions/ocop.bash", "completions/_ocop", "completions/ocop.fish"):
        with open(f"{call.root}/src/install/{name}", encoding="utf-8") as file:
            texts[name] = file.read().replace("\\-", "-")
    version = run(f"{call.build}/ocop", "--version").split()[-1]
    with open(f"{call.root}/src/install/changelog", encoding="utf-8") as file:
        assert f"({version})" in file.readline()
    assert f'"ocop {version}"' in texts["ocop.1"].splitlines()[0]
    missing = []
    for command in commands:
        for name, text in texts.items():
            if not re.search(rf"\b{command}\b", text):
                missing.append(f"{name}: {command}")
        for option in re.findall(r"^  (?:-\w,)?--([\w-]+)", told(command), re.M):
            for name, text in texts.items():
                if f"-l {option}" not in text if name.endswith(".fish") else f"--{option}" not in text:
                    missing.append(f"{name}: {command} --{option}")
    assert not missing, missing


with tempfile.TemporaryDirectory() as directory:
    globals()[call.what](directory)
