import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { html, raw } from 'hono/html'
import { z } from 'zod'
import { pageHeaders } from '../shared/http-api/page-headers.ts'
import type { Mail, Mailer } from '../shared/ports/mailer.ts'
import { answeredWith } from './answered-with.ts'
import { makeFolder, writeDurably } from './durable-files.ts'

const StoredMail = z.object({
  id: z.string(),
  at: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
})
type StoredMail = z.output<typeof StoredMail>

const isId = (id: string): boolean => /^[\w.-]{1,100}$/.test(id)

/** Mails that were sent, a file each in the data folder, newest first: the mail service itself forgets them at exit. */
export type Mailbox = {
  keep(id: string, mail: Mail): Promise<void>
  list(): Promise<StoredMail[]>
  load(id: string): Promise<StoredMail | undefined>
}

export const openMailbox = async (folder: string): Promise<Mailbox> => {
  await makeFolder(folder)
  const load = async (id: string): Promise<StoredMail | undefined> => {
    if (!isId(id)) return undefined
    const content = await readFile(join(folder, `${id}.json`), 'utf8').catch(() => undefined)
    return content === undefined ? undefined : StoredMail.parse(JSON.parse(content))
  }
  return {
    load,
    async keep(id, { to, subject, html: body, text }) {
      const path = join(folder, `${id}.json`)
      const stored: StoredMail = { id, at: new Date().toISOString(), to: [...to], subject, html: body, text }
      await writeDurably(path, JSON.stringify(stored))
    },
    async list() {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
      const mails = await Promise.all(names.map((name) => load(name.slice(0, -'.json'.length))))
      return mails.filter((mail) => mail !== undefined).toSorted((a, b) => b.at.localeCompare(a.at))
    },
  }
}

/** Sends by the mail service, and keeps what was sent. */
export const keepingMailer = (mailer: Mailer, mailbox: Mailbox): Mailer => ({
  async send(mail) {
    const sent = await mailer.send(mail)
    if (sent.messageId !== undefined) await mailbox.keep(sent.messageId, mail)
    return sent
  },
})

const page = (title: string, body: unknown) => html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
li{margin:.6rem 0}time,small{color:#555}iframe{width:100%;height:75vh;border:1px solid #ccc;background:#fff}</style></head>
<body>${body}</body></html>`

const time = (iso: string) => html`<time datetime="${iso}">${new Date(iso).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}</time>`

/** The inbox as pages: a list, every mail as its reader sees it, and as plain text. */
export const mailPages = (mailbox: Mailbox): Hono =>
  new Hono()
    .use(compress())
    .use(answeredWith(pageHeaders({ ownStyles: true })))
    .get('/', async (c) => {
      const mails = await mailbox.list()
      const items = mails.map(
        (mail) =>
          html`<li><a href="/messages/${mail.id}">${mail.subject}</a><br><small>${mail.to.join('、')} ${time(mail.at)}</small></li>`,
      )
      return c.html(page('收件箱', html`<h1>收件箱(${mails.length})</h1><ul>${items}</ul>`))
    })
    .get('/messages/:id', async (c) => {
      const mail = await mailbox.load(c.req.param('id'))
      if (mail === undefined) return c.html(page('没有这封邮件', html`<h1>没有这封邮件</h1><p><a href="/">返回收件箱</a></p>`), 404)
      const { subject, to, at, id } = mail
      return c.html(
        page(
          subject,
          html`<p><a href="/">收件箱</a> · <a href="/messages/${id}/text">纯文本</a></p><h1>${subject}</h1><p><small>收件人:${to.join('、')} ${time(at)}</small></p>
          <iframe title="邮件正文" sandbox="allow-popups" srcdoc="${mail.html}"></iframe>`,
        ),
      )
    })
    .get('/messages/:id/html', async (c) => {
      const mail = await mailbox.load(c.req.param('id'))
      return mail === undefined ? c.notFound() : c.html(raw(mail.html))
    })
    .get('/messages/:id/text', async (c) => {
      const mail = await mailbox.load(c.req.param('id'))
      return mail === undefined ? c.notFound() : c.text(mail.text)
    })
