# Turns JSON files into one source that holds their text. Called with -P and -DTO=FILE -DFROM=DIRECTORY -DNAMES=a,b,c.
# Every line becomes a raw string of its own, for compilers limit the length of one.
string(REPLACE "," ";" names "${NAMES}")
set(entries "")
foreach(name IN LISTS names)
  file(READ "${FROM}/${name}.schema.json" text)
  string(JSON title GET "${text}" title)
  string(REPLACE "\n" "\n)json\"\n     R\"json(" text "${text}")
  string(APPEND entries "    {\"${name}\", R\"json(${title})json\",\n     R\"json(${text})json\"},\n")
endforeach()
file(WRITE "${TO}" "// Written by the build from rules/schema.
#include \"api/schemas.hpp\"

namespace ocop {

std::span<const EmbeddedSchema> embedded_schemas() {
    static constexpr EmbeddedSchema all[] = {
${entries}    };
    return all;
}

}  // namespace ocop
")
