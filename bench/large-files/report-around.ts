/** What stands around the hostile content, so that recognition and rules have a report to work on and not just noise. */
export const BEFORE_TABLE: readonly string[] = [
  '云溪市教育局2024年政府信息公开工作年度报告',
  '一、总体情况',
  '2024年,本机关主动公开政府信息120条,收到政府信息公开申请12件。',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
]
export const BEFORE_TEXT: readonly string[] = ['四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况']
export const AFTER: readonly string[] = ['六、其他需要报告的事项', '2024年未收取信息处理费。']

/** Words as a report has them, with figures that the rules look at; no two alike. */
export const sentence = (number: number): string =>
  `第${number}项:2024年受理申请${number % 97}件,其中予以公开${number % 31}件,不予公开${number % 7}件,办结率${number % 100}%。`

/** A row of table 三 that looks right and is one too many. */
export const row = (number: number): readonly string[] => [
  `${number}.属于行政执法案卷`,
  ...Array.from({ length: 7 }, (_, column) => String((number * 7 + column) % 1000)),
]

/** Pieces joined until they are as large as wanted. */
export const upTo = (bytes: number, piece: (number: number) => string): string => {
  const pieces: string[] = []
  for (let [size, number] = [0, 0]; ; number++) {
    const next = piece(number)
    size += Buffer.byteLength(next)
    if (size > bytes) return pieces.join('')
    pieces.push(next)
  }
}

/** That many pieces, joined. */
export const times = (count: number, piece: (number: number) => string): string =>
  Array.from({ length: count }, (_, n) => piece(n)).join('')

export const MB = 1024 * 1024
/** Just under what the command takes at all. */
export const FULL = 24.9 * MB

/** A file to be measured; made only when its turn comes. */
export type LargeFile = { readonly name: string; readonly make: () => Uint8Array }
