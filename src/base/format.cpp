// The functions of fmt that texts are formatted with, compiled here once: header-only, every file that formats would compile all of them again.
#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
namespace detail {
template auto thousands_sep_impl<char>(locale_ref) -> thousands_sep_result<char>;
template auto decimal_point_impl<char>(locale_ref) -> char;
#if FMT_VERSION < 110000  // a template until then
template void vformat_to<char>(buffer<char>&, string_view, format_args, locale_ref);
#endif
}  // namespace detail
FMT_END_NAMESPACE
