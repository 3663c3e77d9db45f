// The style sheet of HTML reports: dark text on white, restrained colours that nothing depends on, A4 in print. Every colour
// of letters has a contrast of 4.5 or more on the ground it stands on.
#include "report/render.hpp"

namespace ocop::report {

const char* const style_sheet = R"css(:root {
  --ink: #1c2024; --soft: #57606a; --line: #d4d9df; --wash: #f4f6f5; --accent: #14503c; --tint: #dcebe4;
  --good: #14632e; --bad: #a3122a; --notice: #7a4a00; --star: #b35c00;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: #fff; color: var(--ink); font: 1rem/1.5 "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
.report, .contents { max-width: 56rem; margin: 0 auto; padding: 2.5rem 1.5rem; }
.report + .report { border-top: 1px solid var(--line); }
p { margin: 0 0 .5rem; }

header { border-top: 4px solid var(--accent); padding-top: 1.25rem; margin-bottom: 1.5rem; }
.kind { color: var(--accent); font-size: .8125rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; margin-bottom: .25rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .25rem; font-weight: 650; text-wrap: balance; }
.by { color: var(--soft); font-size: 1.0625rem; }
.result { display: flex; flex-wrap: wrap; align-items: center; gap: .375rem 1rem; margin: 1rem 0; font-size: 1.375rem; line-height: 1.3; }
.result strong { font-weight: 650; }
.result.bad strong { color: var(--bad); }
.result.notice strong { color: var(--notice); }
.stars { flex: none; }
.stars .got { fill: var(--star); stroke: var(--star); }
.stars .open { fill: none; stroke: var(--soft); stroke-width: 1.3; }
.of { color: var(--soft); font-size: .875rem; margin: 0; }
header + p { margin-top: 0; }
.report > p { font-size: 1.0625rem; }

section { margin-top: 2.25rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .75rem; padding-bottom: .375rem; border-bottom: 1px solid var(--line); color: var(--accent); font-weight: 650; }
h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; font-weight: 650; }

.strong { font-weight: 600; }
.good { color: var(--good); }
.bad { color: var(--bad); }
.notice { color: var(--notice); }
.faint { color: var(--soft); }
p.under, .detail, section > p.faint { font-size: .875rem; }

.items { list-style: none; margin: 0 0 .75rem; padding: 0; }
.items li, figcaption, .contents a { overflow-wrap: anywhere; }
.items li { position: relative; padding: .1875rem 0 .1875rem 1.75rem; }
.items li.sub { margin-left: 1.75rem; }
.items .mark { position: absolute; left: 0; width: 1.5rem; font-weight: 600; }
ol.items .mark { text-align: right; width: 1.25rem; color: var(--soft); }
.items p { margin: .125rem 0 0; }

table { width: 100%; border-collapse: collapse; margin: 0 0 1rem; font-size: .9375rem; line-height: 1.4; }
caption { text-align: left; font-weight: 600; padding-bottom: .375rem; }
th, td { padding: .375rem .875rem .375rem 0; vertical-align: top; text-align: left; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { padding-left: .5rem; }
th:last-child, td:last-child { padding-right: .5rem; }
thead th { font-size: .8125rem; font-weight: 600; color: var(--soft); vertical-align: bottom; border-bottom: 1.5px solid var(--soft); }
tbody th { font-weight: 400; }
tbody th.strong { font-weight: 600; }
.number { text-align: right; }
.centre { text-align: center; }
.wide { width: 100%; overflow-wrap: anywhere; }
td:not(.wide), th:not(.wide) { white-space: nowrap; }
td.stack { white-space: normal; }
.pairs th:not(.wide) { width: 14rem; color: var(--soft); white-space: normal; }
.pairs .wide { width: auto; }
.detail { display: block; }
tr.part th, tr.part td { background: var(--tint); font-weight: 650; padding-top: .5rem; padding-bottom: .5rem; border-bottom: 0; }
tr.section th, tr.section td { background: var(--wash); font-weight: 600; }
tr.sum th, tr.sum td { font-weight: 650; border-top: 1.5px solid var(--soft); border-bottom: 0; }
.bars tr.part th, .bars tr.part td { background: none; border-bottom: 1px solid var(--line); }
.bars th:first-child:not(.wide) { width: 2.5rem; }
.bars .wide { width: auto; overflow-wrap: break-word; }
.bars .detail { overflow-wrap: anywhere; }
.drawn { width: 34%; }
td.drawn { vertical-align: middle; }
.bar { display: block; }
.bar .track { fill: #e6eae8; }
.bar .fill { fill: #5c8f7b; }
.part .bar .fill, .sum .bar .fill { fill: var(--accent); }
.stacks figcaption { font-size: 1rem; font-weight: 600; margin: 0 0 .5rem; }
.legend { display: flex; flex-wrap: wrap; align-items: center; gap: .125rem .375rem; font-size: .875rem; margin-bottom: .75rem; }
.legend span { margin-right: .75rem; white-space: nowrap; }
.key { flex: none; }
.stack { display: grid; grid-template-columns: 34% 1fr; align-items: center; gap: .125rem 1rem; margin-bottom: .5rem; font-size: .9375rem; line-height: 1.3; break-inside: avoid; }
.stack span { overflow-wrap: anywhere; }
.parts { display: block; font-size: 12px; }
.parts rect { stroke: #fff; stroke-width: 1; }
.parts .track { fill: #fff; stroke: none; }
.shade-0 { fill: #14503c; } .shade-1 { fill: #2f7a60; } .shade-2 { fill: #8fbfae; } .shade-3 { fill: #ecd9a0; } .shade-4 { fill: #e0b56a; } .shade-5 { fill: #c98b4e; }
.rest { fill: #e6eae8; }
.parts text { fill: var(--ink); }
.parts .on-shade-0, .parts .on-shade-1 { fill: #fff; }
.scroll { overflow-x: auto; margin-bottom: 1rem; }
.scroll:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.matrix { font-size: .875rem; margin: 0; }
.matrix th, .matrix td { padding: .25rem .3125rem; }
.matrix th:first-child, .matrix td:first-child { padding-left: .5rem; }
.matrix .wide { width: auto; min-width: 9rem; }

figure { margin: 1.5rem 0; }
figcaption { font-size: .9375rem; margin-top: .25rem; }
.scale { display: block; overflow: visible; font-size: 13px; }
.scale .band { fill: #eef1f0; stroke: #fff; stroke-width: 2; }
.scale .band.given { fill: var(--tint); stroke: var(--accent); stroke-width: 1.5; }
.scale .band.here { fill: var(--accent); }
.scale text { fill: var(--ink); }
.scale .band-name.here { fill: #fff; font-weight: 600; }
.scale .tick { fill: var(--soft); font-size: 12px; }
.scale .value { font-weight: 650; font-size: 15px; }
.scale .pointer { fill: var(--ink); }
.scale .range { fill: var(--notice); }
.scale .way { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 3 3; }
.scale .end { stroke: var(--soft); stroke-width: 1.5; }
.scale .distance { fill: var(--ink); }

.contents ol { margin: .75rem 0 0; padding: 0; list-style: none; border-top: 1.5px solid var(--soft); }
.contents li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; padding: .5rem; border-bottom: 1px solid var(--line); break-inside: avoid; }
.contents span { color: var(--soft); }
.contents .of { flex-basis: 100%; }
a { color: var(--accent); }

/* For readers of the page aloud. */
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@media (max-width: 40rem) {
  .report, .contents { padding: 1.5rem 1rem; }
  h1 { font-size: 1.5rem; }
  .result { font-size: 1.1875rem; }
  table { font-size: .875rem; }
  th, td { padding-right: .5rem; }
  th:first-child, td:first-child { padding-left: .25rem; }
  th:last-child, td:last-child { padding-right: .25rem; }
  td:not(.wide), th:not(.wide) { white-space: normal; }
  .pairs th:not(.wide) { width: 38%; }
  .drawn { width: 24%; }
  .stack { grid-template-columns: 1fr; }
  td.stack { font-size: .6875rem; line-height: 1.6; }
}

@page {
  size: A4; margin: 17mm 16mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Liberation Sans", Arial, sans-serif; color: #57606a; }
}
@media print {
  body { font-size: 10pt; line-height: 1.4; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .report, .contents { max-width: none; padding: 0; }
  .report + .report { border: 0; }
  .report:not(:first-child), .contents + main .report { break-before: page; }
  .contents a { text-decoration: none; color: inherit; }
  h1 { font-size: 20pt; }
  .result { font-size: 14pt; }
  .by, .report > p { font-size: 11pt; }
  h2 { font-size: 12.5pt; }
  section { margin-top: 16pt; }
  table, figcaption { font-size: 9pt; }
  .of, .detail, p.under, section > p.faint, thead th, .matrix { font-size: 8pt; }
  .kind { font-size: 8.5pt; }
  th, td { padding-top: .25rem; padding-bottom: .25rem; }
  tr.part th, tr.part td { padding-top: .3125rem; padding-bottom: .3125rem; }
  .matrix th, .matrix td { padding-top: .125rem; padding-bottom: .125rem; }
  .items li { padding-top: .0625rem; padding-bottom: .0625rem; }
  h2, h3, caption, thead { break-after: avoid; }
  header, figure, tr, li, .bars { break-inside: avoid; }
  figure.stacks { break-inside: auto; }
  .stacks figcaption, .legend { break-after: avoid; }
  tr.part, tr.section { break-after: avoid; }
  thead + tbody, thead + tbody > tr:first-child { break-before: avoid; }
  tr.sum { break-before: avoid; }
  li:has(+ li.sub) { break-after: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  p { orphans: 3; widows: 3; }
}
)css";

}  // namespace ocop::report
