/** How a report is printed: a rule a line. The portal shows reports so, too. */
export const REPORT_STYLE = `h1 { margin: 1rem 0 0.5rem; font-size: 1.625rem; line-height: 1.45; }
article > h1 { text-align: center; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.25rem; line-height: 1.5; }
article > p { text-indent: 2em; margin: 0.5rem 0; }
article > .byline { text-align: center; text-indent: 0; color: var(--quiet); font-size: 0.9375rem; margin-bottom: 1.25rem; }
article > .note, .note { text-indent: 0; font-size: 0.9375rem; color: var(--quiet); }
.wide { overflow-x: auto; margin: 1rem 0; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.5; overflow-wrap: normal; }
caption { padding: 0.25rem 0 0.5rem; font-weight: bold; text-align: left; }
th, td { padding: 0.4rem 0.5rem; border: 1px solid var(--line); vertical-align: middle; }
th { background: var(--soft); font-weight: normal; text-align: center; text-wrap: balance; min-width: 3.2em; }
th[scope='row'] { text-align: left; text-wrap: wrap; }
th[scope='col'][rowspan] { white-space: nowrap; }
.article { font-weight: bold; }
.wide table { min-width: 46rem; }
.figure { text-align: center; font-variant-numeric: tabular-nums; }
.blank { background: repeating-linear-gradient(135deg, transparent 0 6px, var(--soft) 6px 8px); }
.instruction { font-size: 0.875rem; color: var(--quiet); }
table.head { margin: 0 0 1.5rem; }
table.head th { width: 7em; text-align: center; white-space: nowrap; }
`

/** The one style sheet of the public site: system fonts, sizes that follow the reader's, contrast of 4.5:1 or more, light and dark. */
export const SITE_STYLE = `:root {
  color-scheme: light dark;
  --paper: #ffffff; --ground: #f2f4f7; --ink: #1f2933; --quiet: #52606d; --line: #c3ccd6; --soft: #eef2f7;
  --band: #1d4e89; --on-band: #ffffff; --link: #1d4e89; --focus: #b45309; --notice: #fdf3e1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b222b; --ground: #12171d; --ink: #e6eaef; --quiet: #a9b4c0; --line: #46525f; --soft: #242d38;
    --band: #163b68; --link: #9cc3f0; --focus: #f5b45c; --notice: #3a2f1a;
  }
}
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; }
html:has(#large-text:checked) { font-size: 140%; }
body {
  margin: 0; background: var(--ground); color: var(--ink); font-size: 1.0625rem; line-height: 1.8; overflow-wrap: anywhere;
  font-family: 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', sans-serif;
}
a { color: var(--link); text-underline-offset: 0.2em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 0.5rem; padding: 0.25rem 1rem; background: var(--paper); z-index: 1; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.band, .trail, main, footer { padding-inline: max(1rem, calc((100% - 66rem) / 2)); }
.band {
  display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; justify-content: space-between; align-items: center;
  padding-block: 1rem; background: var(--band); color: var(--on-band);
}
.site-name { color: inherit; font-size: 1.375rem; font-weight: bold; text-decoration: none; }
.large-text { display: inline-flex; gap: 0.5em; align-items: center; cursor: pointer; }
.large-text input { width: 1.1em; height: 1.1em; margin: 0; }
.band :focus-visible { outline-color: #ffffff; }
.trail ol { display: flex; flex-wrap: wrap; gap: 0 0.5rem; margin: 0; padding: 0.75rem 0 0; list-style: none; font-size: 0.9375rem; color: var(--quiet); }
.trail li + li::before { content: '›'; margin-inline-end: 0.5rem; }
main { padding-block: 1rem 3rem; }
main > * { margin: 0 0 1rem; padding: 1.25rem clamp(1rem, 4vw, 2.5rem); background: var(--paper); border: 1px solid var(--line); }
footer { padding-block: 1rem 2rem; font-size: 0.9375rem; color: var(--quiet); }
${REPORT_STYLE}section > h2:first-child, nav > h2:first-child { margin-top: 0.25rem; }
.call { padding: 0.75rem 1rem; border-left: 0.3rem solid var(--focus); background: var(--notice); text-indent: 0; }
table.list td, table.list th { text-align: left; padding-block: 0.55rem; }
.years { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 0.5rem 0; padding: 0; list-style: none; }
.years a { display: block; padding: 0.5rem 1.25rem; border: 1px solid var(--line); background: var(--soft); text-decoration: none; }
.years a:hover { border-color: var(--link); }
.years strong { display: block; font-size: 1.125rem; }
@media print {
  body { background: none; font-size: 10.5pt; }
  .band, .trail, .skip, .downloads, .related { display: none; }
  main > * { border: 0; padding: 0; }
  .wide { overflow: visible; }
  .wide table { min-width: 0; }
}
`
