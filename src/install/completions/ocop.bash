# Completion of ocop for bash: commands, options, values of options, ids of rule sets.
_ocop_offer() {
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}

_ocop_files() {
    local file
    while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$current")
}

# In the directories that the call names; where it names none the command looks where it always does.
_ocop_rule_sets() {
    local i rules=()
    for ((i = 2; i < COMP_CWORD - 1; i++)); do
        [[ ${COMP_WORDS[i]} == --rules ]] && rules+=(--rules "${COMP_WORDS[i + 1]}")
    done
    _ocop_offer "$(ocop list --format json "${rules[@]}" 2>/dev/null | sed -n 's/.*"id": *"\([^"]*\)".*/\1/p')"
}

_ocop() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        _ocop_offer "rate batch improve check test list show form eval schema verify key sign redact --help --version"
        return
    fi
    case $command:$previous in
        *:--lang) _ocop_offer "vi en"; return ;;
        rate:--format) _ocop_offer "text markdown html json ndjson"; return ;;
        batch:--format | batch:--input-format) _ocop_offer "ndjson csv"; return ;;
        improve:--format) _ocop_offer "text markdown html json"; return ;;
        check:--format) _ocop_offer "text json sarif"; return ;;
        test:--format) _ocop_offer "text json junit"; return ;;
        list:--format | show:--format | verify:--format) _ocop_offer "text json"; return ;;
        form:--format) _ocop_offer "yaml csv"; return ;;
        redact:--field) _ocop_offer "assessors notes scorecard product."; return ;;
        *:--rules) mapfile -t COMPREPLY < <(compgen -d -- "$current"); return ;;
        *:--output | *:-o | *:--council | *:--costs | *:--errors | *:--key | *:--summary) _ocop_files; return ;;
        *:--threads | *:--to | *:--top | *:--sheets | *:--facts | *:--explain) return ;;
    esac
    if [[ $current == -* ]]; then
        case $command in
            rate) _ocop_offer "-h --help --lang --rules --format --council -o --output --by-sheet --brief" ;;
            batch) _ocop_offer "-h --help --lang --rules -o --output --format --input-format --threads --council --errors --plan --summary --continue --quiet" ;;
            improve) _ocop_offer "-h --help --lang --to --top --costs --rules --format -o --output --council" ;;
            check) _ocop_offer "-h --help --lang --rules --format --explain" ;;
            test) _ocop_offer "-h --help --lang --rules --format --coverage" ;;
            list) _ocop_offer "-h --help --lang --rules --format" ;;
            show) _ocop_offer "-h --help --lang --rules --format" ;;
            form) _ocop_offer "-h --help --lang --rules --format --sheets -o --output" ;;
            eval) _ocop_offer "-h --help --lang --facts" ;;
            schema) _ocop_offer "-h --help --lang" ;;
            verify) _ocop_offer "-h --help --lang --rules --format --council --key" ;;
            key) _ocop_offer "-h --help --lang -o --output" ;;
            sign) _ocop_offer "-h --help --lang --key -o --output" ;;
            redact) _ocop_offer "-h --help --lang --field -o --output" ;;
        esac
        return
    fi
    case $command in
        form) _ocop_rule_sets ;;
        show | check | test) _ocop_rule_sets; _ocop_files ;;
        schema) _ocop_offer "$(ocop schema 2>/dev/null | cut -d' ' -f1)" ;;
        rate | batch | improve | verify | sign | redact) _ocop_files ;;
    esac
}
complete -o filenames -F _ocop ocop
