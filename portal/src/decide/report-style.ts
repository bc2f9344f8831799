import { REPORT_STYLE } from '../../../shared/publication/site-style.ts'

/** The rules of the site's style sheet for reports, for what stands within `.printed` alone. Each begins a line. */
export const scopedStyle = (style: string, scope: string): string =>
  style.replace(/^[^{}]+(?=\{)/gm, (selectors) =>
    selectors
      .split(',')
      .map((selector) => (/^article\b/.test(selector.trim()) ? selector.trim().replace(/^article/, scope) : `${scope} ${selector.trim()}`))
      .join(', '),
  )

/** As a sheet of its own, no element of the page: what the page may load and hold needs no exception for it. */
export const addReportStyle = (): void => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(scopedStyle(REPORT_STYLE, '.printed'))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
