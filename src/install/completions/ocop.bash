# Completion of ocop for bash.
_ocop() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
    COMPREPLY=()
    if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=($(compgen -W "rate batch improve check test list show form eval schema verify key sign redact --help --version" -- "$current"))
        return
    fi
    case $command:$previous in
        rate:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        rate:--format) COMPREPLY=($(compgen -W "text markdown html json ndjson" -- "$current")); return ;;
        batch:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        batch:--format) COMPREPLY=($(compgen -W "ndjson csv" -- "$current")); return ;;
        batch:--input-format) COMPREPLY=($(compgen -W "ndjson csv" -- "$current")); return ;;
        improve:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        improve:--format) COMPREPLY=($(compgen -W "text markdown html json" -- "$current")); return ;;
        check:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        check:--format) COMPREPLY=($(compgen -W "text json sarif" -- "$current")); return ;;
        test:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        test:--format) COMPREPLY=($(compgen -W "text json junit" -- "$current")); return ;;
        list:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        list:--format) COMPREPLY=($(compgen -W "text json" -- "$current")); return ;;
        show:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        show:--format) COMPREPLY=($(compgen -W "text json" -- "$current")); return ;;
        form:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        form:--format) COMPREPLY=($(compgen -W "yaml csv" -- "$current")); return ;;
        eval:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        schema:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        verify:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        verify:--format) COMPREPLY=($(compgen -W "text json" -- "$current")); return ;;
        key:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        sign:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        redact:--lang) COMPREPLY=($(compgen -W "vi en" -- "$current")); return ;;
        *:--rules) COMPREPLY=($(compgen -d -- "$current")); return ;;
    esac
    if [[ $current == -* ]]; then
        case $command in
            rate) COMPREPLY=($(compgen -W "-h --help --lang --rules --format --council -o --output --by-sheet --brief" -- "$current")) ;;
            batch) COMPREPLY=($(compgen -W "-h --help --lang --rules -o --output --format --input-format --threads --council --errors --plan --summary --continue --quiet" -- "$current")) ;;
            improve) COMPREPLY=($(compgen -W "-h --help --lang --to --top --costs --rules --format -o --output --council" -- "$current")) ;;
            check) COMPREPLY=($(compgen -W "-h --help --lang --rules --format --explain" -- "$current")) ;;
            test) COMPREPLY=($(compgen -W "-h --help --lang --rules --format --coverage" -- "$current")) ;;
            list) COMPREPLY=($(compgen -W "-h --help --lang --rules --format" -- "$current")) ;;
            show) COMPREPLY=($(compgen -W "-h --help --lang --rules --format" -- "$current")) ;;
            form) COMPREPLY=($(compgen -W "-h --help --lang --rules --format --sheets -o --output" -- "$current")) ;;
            eval) COMPREPLY=($(compgen -W "-h --help --lang --facts" -- "$current")) ;;
            schema) COMPREPLY=($(compgen -W "-h --help --lang" -- "$current")) ;;
            verify) COMPREPLY=($(compgen -W "-h --help --lang --rules --format --council --key" -- "$current")) ;;
            key) COMPREPLY=($(compgen -W "-h --help --lang -o --output" -- "$current")) ;;
            sign) COMPREPLY=($(compgen -W "-h --help --lang --key -o --output" -- "$current")) ;;
            redact) COMPREPLY=($(compgen -W "-h --help --lang --field -o --output" -- "$current")) ;;
        esac
        return
    fi
    case $command in
        show|form|check|test) COMPREPLY=($(compgen -W "$(ocop list --format json 2>/dev/null | sed -n 's/.*"id": *"\([^"]*\)".*/\1/p')" -- "$current")) ;;&
        show|form) ;;
        *) COMPREPLY+=($(compgen -f -- "$current")) ;;
    esac
}
complete -o filenames -F _ocop ocop
