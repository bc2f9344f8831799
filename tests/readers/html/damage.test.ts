import { joinBytes, toUtf8 } from '../encoding/chinese-bytes.ts'
import { testReader } from '../test-reader.ts'
import { changed, pages } from './pages.ts'

const every = [...Object.values(pages), ...Object.values(changed)].map(({ html }) => html)

testReader('html', {
  damaged: {
    files: { 'pages of every kind': joinBytes(toUtf8('<meta charset="utf-8">'), toUtf8(every.join('\n'))) },
    answers: ['garbled'],
    runs: 200,
  },
})
