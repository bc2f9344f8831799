import type { Write } from './facts.ts'

/** Section 六 states the processing fee, zero too. Its unit is yuan. */
export const otherMatters: Write = ({ self, received }, random) => {
  const charged = received > 30 && random.chance(0.3) ? random.integer(1, 20) * 100 : 0
  const fee =
    charged > 0
      ? `本年度${self}依规收取政府信息公开信息处理费${charged}元，已全额缴入国库。`
      : random.pick([
          `本年度${self}未收取政府信息公开信息处理费。`,
          `按照国办函〔2020〕109号文件，${self}发出收费通知0件，收取信息处理费0元。`,
          '信息处理费收取情况：全年未产生信息处理费，收费总额为0元。',
        ])
  const more = random.chance(0.5) ? [random.pick(['除上述情况外，没有其他需要报告的事项。', `${self}本年度无其他应当说明的事项。`])] : []
  return [fee, ...more]
}
