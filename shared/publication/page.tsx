import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { HOME, linkFrom, STYLE_SHEET } from './addresses.ts'
import { type Site, siteDomainOf, siteNameOf } from './site.ts'

/** What the meta of a government page says of the one document that it shows. */
type Article = { readonly title: string /** `YYYY-MM-DD HH:mm` */; readonly date: string; readonly source: string }

export type PageProps = {
  readonly site: Site
  /** Address of the page, a folder. */
  readonly address: string
  readonly title: string
  readonly article?: Article
  /** Address of the page that stands for this one. */
  readonly canonical?: string
  /** Sends the visitor on to the canonical page at once. */
  readonly sendsOn?: boolean
  /** The way from the home page to here, without the page itself. */
  readonly trail?: readonly { readonly label: string; readonly address: string }[]
  readonly children: ComponentChildren
}

const COLUMN = {
  ColumnName: '政府信息公开年报',
  ColumnDescription: '各行政机关按照《中华人民共和国政府信息公开条例》发布的政府信息公开工作年度报告',
  ColumnKeywords: '政府信息公开,年度报告,政府信息公开年报',
  ColumnType: '政府信息公开年报',
}

const metaOf = (site: Site, article: Article | undefined): Record<string, string> => ({
  SiteName: siteNameOf(site),
  SiteDomain: siteDomainOf(site),
  SiteIDCode: site.siteIdCode ?? '',
  ...COLUMN,
  ...(article === undefined ? {} : { ArticleTitle: article.title, PubDate: article.date, ContentSource: article.source }),
})

const Head = ({ site, address, title, article, canonical, sendsOn }: PageProps) => {
  const to = linkFrom(address)
  const siteName = siteNameOf(site)
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === siteName ? title : `${title} - ${siteName}`}</title>
      {Object.entries(metaOf(site, article)).map(([name, content]) => (
        <meta key={name} name={name} content={content} />
      ))}
      {canonical !== undefined && <link rel="canonical" href={to(canonical)} />}
      {canonical !== undefined && sendsOn === true && <meta http-equiv="refresh" content={`0; url=${to(canonical)}`} />}
      <link rel="stylesheet" href={to(STYLE_SHEET)} />
    </head>
  )
}

const Trail = ({ address, title, trail = [] }: PageProps) => {
  const to = linkFrom(address)
  return (
    <nav class="trail" aria-label="当前位置">
      <ol>
        {[{ label: '首页', address: HOME }, ...trail].map((step) => (
          <li key={step.address}>
            <a href={to(step.address)}>{step.label}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  )
}

const Page = (props: PageProps) => (
  <html lang="zh-CN">
    <Head {...props} />
    <body>
      <a class="skip" href="#content">
        跳到正文
      </a>
      <header class="band">
        <a class="site-name" href={linkFrom(props.address)(HOME)}>
          {siteNameOf(props.site)}
        </a>
        <label class="large-text">
          <input type="checkbox" id="large-text" /> 大字显示
        </label>
      </header>
      {props.address !== HOME && <Trail {...props} />}
      <main id="content">{props.children}</main>
      <footer>
        <p>依据《中华人民共和国政府信息公开条例》(国务院令第711号)第四十九条、第五十条发布。数据可以自由下载和再利用,请注明来源。</p>
      </footer>
    </body>
  </html>
)

/** A whole page of the public site as HTML; everything in it is escaped. */
export const renderPage = (props: PageProps): string => `<!DOCTYPE html>\n${render(<Page {...props} />)}\n`
