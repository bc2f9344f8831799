import { html } from 'hono/html'
import { type Account, accountWords } from './people.ts'

type Html = ReturnType<typeof html>

export const STYLE_PATH = '/style.css'

export const STYLE = `:root{color-scheme:light dark}
body{font:1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}
ul{list-style:none;padding:0}
li{margin:.6rem 0}
button,.button{display:block;box-sizing:border-box;width:100%;min-height:2.75rem;padding:.5rem 1rem;font:inherit;text-align:left;cursor:pointer;
border:1px solid;border-radius:.3rem;background:Canvas;color:LinkText;text-decoration:none}
button:hover,.button:hover{text-decoration:underline}
button:focus-visible,a:focus-visible{outline:3px solid;outline-offset:2px}
`

/** A page of plain text, links and forms. */
const page = (title: string, body: unknown) => html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="${STYLE_PATH}"></head>
<body><main><h1>${title}</h1>${body}</main></body></html>`

const choice = (action: string, account: Account, words = accountWords(account)) =>
  html`<form method="post" action="${action}"><button name="person" value="${account.sub}">${words}</button></form>`

export const choicePage = (action: string, people: readonly Account[]): Html =>
  page(
    '选择演示人员登录',
    html`<p>这是本机演示用的登录服务,不需要口令。点一下就以这个人的身份登录。</p>
<ul>${people.map((account) => html`<li>${choice(action, account)}</li>`)}</ul>`,
  )

/** Asked where a link would change who is signed in. */
export const changePage = (action: string, now: Account, asked: Account, portal: string): Html =>
  page(
    '要换人登录吗?',
    html`<p>这个浏览器现在以<strong>${accountWords(now)}</strong>登录。您打开的地址要以<strong>${accountWords(asked)}</strong>登录。</p>
<ul><li><a class="button" href="${portal}">不换,继续以${now.name}使用</a></li><li>${choice(action, asked, `换成${accountWords(asked)}`)}</li></ul>`,
  )

/** `form` is the provider's own, which the button belongs to. */
export const signOutPage = (form: unknown, portal: string): Html =>
  page(
    '退出登录',
    html`<p>确定要退出登录吗?</p>${form}
<ul><li><button form="op.logoutForm" name="logout" value="yes">退出</button></li><li><a class="button" href="${portal}">不退出,返回系统</a></li></ul>`,
  )

export const signedOutPage = (portal: string): Html => page('已退出登录', html`<p><a href="${portal}">返回系统</a></p>`)

export const faultPage = (portal: string): Html =>
  page('登录没有完成', html`<p>这次登录已经过期,或者地址不完整。</p><p><a class="button" href="${portal}">返回系统,重新登录</a></p>`)

export const homePage = (portal: string): Html =>
  page(
    '演示登录服务',
    html`<p>填报系统在这里为演示人员登录。</p><ul><li><a class="button" href="${portal}">打开填报系统</a></li>
<li><a class="button" href="/.well-known/openid-configuration">OpenID Connect 配置</a></li></ul>`,
  )
