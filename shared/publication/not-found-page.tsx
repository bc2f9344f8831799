import { render } from 'preact-render-to-string'
import { type Site, siteNameOf } from './site.ts'

const STYLE = `:root { color-scheme: light dark }
body { margin: 0 auto; max-width: 40rem; padding: 3rem 1.5rem; font: 1.0625rem/1.8 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif }
h1 { font-size: 1.5rem }`

/** Answers at any address, so no relative link of it would hold: it carries its own style and links home only by the full address. */
export const notFoundPage = (site: Site): string =>
  `<!DOCTYPE html>\n${render(
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`没有找到页面 - ${siteNameOf(site)}`}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>没有找到这个页面</h1>
          <p>网址可能有误,或者这份报告还没有发布。请核对网址,或从首页查找。</p>
          {site.siteUrl !== undefined && (
            <p>
              <a href={site.siteUrl}>{`打开${siteNameOf(site)}首页`}</a>
            </p>
          )}
        </main>
      </body>
    </html>,
  )}\n`
