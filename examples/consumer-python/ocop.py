"""ocop by ctypes: the few functions of ocop.h that rate and explain one scorecard."""
import ctypes
import ctypes.util
import json
import os

OK, ENGLISH, PLAIN_TEXT = 0, 1, 0
_lib = ctypes.CDLL(os.environ.get("OCOP_LIBRARY") or ctypes.util.find_library("ocop") or "libocop.so")
_handle, _text, _size = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t
_out = ctypes.POINTER(_handle)
for _name, _result, _arguments in (
    ("ocop_text_data", ctypes.c_void_p, [_handle]),
    ("ocop_text_size", _size, [_handle]),
    ("ocop_text_free", None, [_handle]),
    ("ocop_status_name", _text, [ctypes.c_int]),
    ("ocop_diagnostics_text", ctypes.c_int, [_handle, ctypes.c_int, _out]),
    ("ocop_diagnostics_free", None, [_handle]),
    ("ocop_library_open", ctypes.c_int, [ctypes.POINTER(_text), _size, _out, _out]),
    ("ocop_library_free", None, [_handle]),
    ("ocop_rules_for_card", ctypes.c_int, [_handle, _text, _size, _out, _out]),
    ("ocop_rules_free", None, [_handle]),
    ("ocop_rate_line", ctypes.c_int, [_handle, _text, _size, _out, _out]),
    ("ocop_explain", ctypes.c_int, [_handle, _text, _size, ctypes.c_int, ctypes.c_int, _out, _out]),
):
    getattr(_lib, _name).restype = _result
    getattr(_lib, _name).argtypes = _arguments


class Refused(Exception):
    """What the library says is wrong, as it says it to people."""


def _taken(text):
    try:
        return ctypes.string_at(_lib.ocop_text_data(text), _lib.ocop_text_size(text)).decode()
    finally:
        _lib.ocop_text_free(text)


def _call(function, *arguments):
    out, told = _handle(), _handle()
    status = function(*arguments, ctypes.byref(out), ctypes.byref(told))
    try:
        if status == OK:
            return out
        why = _handle()
        if told:
            _lib.ocop_diagnostics_text(told, ENGLISH, ctypes.byref(why))
        raise Refused(_lib.ocop_status_name(status).decode() + "\n" + (_taken(why) if why else ""))
    finally:
        _lib.ocop_diagnostics_free(told)


class Library:
    def __init__(self, *directories):
        paths = (_text * len(directories))(*(os.fsencode(each) for each in directories))
        self._handle = _call(_lib.ocop_library_open, paths, len(directories))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        _lib.ocop_library_free(self._handle)

    def rate(self, card):
        """The result line, as a dict."""
        text = json.dumps(card).encode()
        return json.loads(_taken(_call(_lib.ocop_rate_line, self._handle, text, len(text))))

    def explain(self, card):
        """The explanation in English."""
        text = json.dumps(card).encode()
        rules = _call(_lib.ocop_rules_for_card, self._handle, text, len(text))
        try:
            return _taken(_call(_lib.ocop_explain, rules, text, len(text), ENGLISH, PLAIN_TEXT))
        finally:
            _lib.ocop_rules_free(rules)
