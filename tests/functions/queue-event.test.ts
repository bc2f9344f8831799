import { describe, expect, it } from 'vitest'
import { Arrivals } from '../../functions/events/queue-event.ts'
import objectCreated from './events/s3-object-created.json' with { type: 'json' }
import s3TestEvent from './events/s3-test-event.json' with { type: 'json' }

describe('what comes to parse-report', () => {
  it('is an upload, its key decoded as S3 writes it', () => {
    const upload = { key: 'uploads/minzheng/a b报', version: '096fKKXTRTtl3on89fVO.nfljtsv6qko' }
    expect(Arrivals.parse(objectCreated)).toEqual([{ submission: 'a b报', upload }])
  })

  it('is an announcement', () => {
    expect(Arrivals.parse({ submission: 's1' })).toEqual([{ submission: 's1' }])
  })

  it('is nothing where S3 only tries the queue', () => {
    expect(Arrivals.parse(s3TestEvent)).toEqual([])
  })

  it.each([[{}], [{ submission: '' }], [{ Records: [{ eventName: 'ObjectCreated:Put' }] }], [null], ['s1']])('is not %j', (body) => {
    expect(Arrivals.safeParse(body).success).toBe(false)
  })
})
