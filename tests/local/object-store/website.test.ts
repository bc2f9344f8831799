import { once } from 'node:events'
import { connect } from 'node:net'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { openStore } from './open-store.ts'

const openSite = async () => {
  const { client, siteUrl, url } = await openStore()
  const put = (Key: string, Body: string, ContentType: string) =>
    client.send(new PutObjectCommand({ Bucket: 'site', Key, Body, ContentType, CacheControl: 'max-age=5' }))
  await put('index.html', 'home', 'text/html; charset=utf-8')
  await put('404.html', 'nothing here', 'text/html; charset=utf-8')
  await put('2024/某局/index.html', 'page', 'text/html; charset=utf-8')
  await put('2024/data.csv', 'a,b', 'text/csv')
  await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'secret', Body: 'secret' }))
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${siteUrl}${path}`, { redirect: 'manual', ...init })
    return [response.status, await response.text(), response.headers.get('content-type')]
  }
  return { ask, siteUrl, url, client }
}

describe('the website', () => {
  it('serves pages, index documents and files with their types', async () => {
    const { ask, siteUrl } = await openSite()
    expect(await ask('/')).toEqual([200, 'home', 'text/html; charset=utf-8'])
    expect(await ask('/?from=mail')).toEqual([200, 'home', 'text/html; charset=utf-8'])
    expect(await ask('/2024/%E6%9F%90%E5%B1%80/')).toEqual([200, 'page', 'text/html; charset=utf-8'])
    expect(await ask('/2024/data.csv')).toEqual([200, 'a,b', 'text/csv'])
    expect(await ask('/2024/data.csv', { method: 'HEAD' })).toEqual([200, '', 'text/csv'])
    expect((await fetch(`${siteUrl}/`)).headers.get('cache-control')).toBe('max-age=5')
  })

  it('sends a folder without its slash to the one with it', async () => {
    const { siteUrl } = await openSite()
    const response = await fetch(`${siteUrl}/2024/%E6%9F%90%E5%B1%80`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([302, '/2024/%E6%9F%90%E5%B1%80/'])
    expect(await (await fetch(`${siteUrl}/2024/%E6%9F%90%E5%B1%80`)).text()).toBe('page')
  })

  it('answers what is missing with the error document, whatever else is asked', async () => {
    const { ask } = await openSite()
    const missing = [404, 'nothing here', 'text/html; charset=utf-8']
    for (const path of ['/none', '/2024/', '/2024?list-type=2', '/..%2Fplain%2Fsecret', '/plain/secret'])
      expect([path, await ask(path)]).toEqual([path, missing])
    expect(await ask('/none', { headers: { range: 'bytes=0-1', 'if-none-match': '*' } })).toEqual(missing)
    expect(await ask('/%ff')).toEqual([400, expect.stringContaining("Couldn't parse"), 'text/html; charset=utf-8'])
    expect((await ask('/', { method: 'PUT', body: 'x' }))[0]).toBe(405)
    expect((await ask('/', { method: 'DELETE' }))[0]).toBe(405)
  })

  it('answers a browser that has it already, and one that wants a part', async () => {
    const { ask, siteUrl } = await openSite()
    const etag = (await fetch(`${siteUrl}/`)).headers.get('etag') ?? ''
    expect((await ask('/', { headers: { 'if-none-match': etag } }))[0]).toBe(304)
    expect((await ask('/', { headers: { range: 'bytes=1-2' } })).slice(0, 2)).toEqual([206, 'om'])
  })

  it('is not served where no bucket has one', async () => expect((await openStore({ buckets: [{ name: 'plain' }] })).siteUrl).toBeNull())
})

describe('pages of other origins', () => {
  const preflight = (url: string, Origin: string, method = 'POST') =>
    fetch(url, {
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Method': method, 'Access-Control-Request-Headers': 'content-type' },
    })

  it('may call the buckets that name them', async () => {
    const { url } = await openStore()
    const allowed = await preflight(`${url}/uploads`, 'http://portal.test')
    expect([
      allowed.status,
      allowed.headers.get('access-control-allow-origin'),
      allowed.headers.get('access-control-allow-headers'),
    ]).toEqual([200, 'http://portal.test', 'content-type'])
    expect(allowed.headers.get('access-control-allow-methods')).toContain('POST')
    for (const refused of [
      preflight(`${url}/uploads`, 'http://evil.test'),
      preflight(`${url}/plain`, 'http://portal.test'),
      preflight(`${url}/uploads`, 'http://portal.test', 'PATCH'),
    ])
      expect([(await refused).status, await (await refused).text()]).toEqual([403, expect.stringContaining('AccessForbidden')])
  })

  it('can read the answer, also when it is a refusal', async () => {
    const { url } = await openStore()
    const refused = await fetch(`${url}/uploads/k`, { headers: { Origin: 'http://portal.test' } })
    expect([refused.status, refused.headers.get('access-control-allow-origin'), refused.headers.get('vary')]).toEqual([
      403,
      'http://portal.test',
      'Origin',
    ])
    expect(refused.headers.get('access-control-expose-headers')).toContain('ETag')
    expect(
      (await fetch(`${url}/uploads/k`, { headers: { Origin: 'http://evil.test' } })).headers.get('access-control-allow-origin'),
    ).toBeNull()
  })
})

it('closes though clients keep their connections, and one is in the middle of its upload', async () => {
  const { client, close, url } = await openStore()
  await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: 'x' }))
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write(
    'POST /plain HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n',
  )
  await once(socket, 'data')
  const cut = once(socket, 'close')
  await close()
  await cut
})
