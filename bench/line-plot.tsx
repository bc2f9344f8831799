import { renderToString } from 'preact-render-to-string'

export type Line = { readonly name: string; readonly points: readonly (readonly [x: number, y: number])[] }
type Axes = {
  readonly title: string
  readonly x: string
  readonly y: string /** From 0 to 100 on both axes, which are logarithmic else. */
  readonly linear?: true
}

const [WIDTH, HEIGHT] = [720, 420]
const EDGE = { left: 70, right: 190, top: 50, bottom: 60 }
const COLOURS = ['#1d4e89', '#9b2c2c', '#1e6b42', '#7a4a00']
const DASHES = ['', '6 4', '2 3', '8 3 2 3']

/** 1, 2, 5, 10, 20, … so far that the largest value is covered: axes are logarithmic. */
const ticks = (from: number, to: number): number[] => {
  const all: number[] = []
  for (let decade = 10 ** Math.floor(Math.log10(from)); decade <= to; decade *= 10)
    all.push(...[1, 2, 5].map((step) => Number((step * decade).toPrecision(3))))
  return all.filter((tick) => tick >= from * 0.99 && tick <= to * 1.01)
}

const scale =
  (from: number, to: number, start: number, end: number) =>
  (value: number): number =>
    start + ((Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))) * (end - start)

const range = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)]

const TENTHS = Array.from({ length: 11 }, (_, index) => 10 * index)

/** Lines on logarithmic axes as an SVG: a straight rise by one decade a decade is growth in proportion. */
export const linePlot = (lines: readonly Line[], { title, x, y, linear }: Axes): string => {
  const [left, right] = range(lines.flatMap(({ points }) => points.map(([each]) => each)))
  const [low, high] = range(lines.flatMap(({ points }) => points.map(([, each]) => each)))
  const [bottom, top] = [HEIGHT - EDGE.bottom, EDGE.top]
  const end = WIDTH - EDGE.right
  const part = (from: number, to: number) => (value: number) => from + (value / 100) * (to - from)
  const [across, up] = linear
    ? [part(EDGE.left, end), part(bottom, top)]
    : [scale(left, right, EDGE.left, end), scale(low, high, bottom, top)]
  const [rows, columns] = linear ? [TENTHS, TENTHS] : [ticks(low, high), ticks(left, right)]
  const path = ({ points }: Line) => points.map(([px, py]) => `${across(px).toFixed(1)},${up(py).toFixed(1)}`).join(' ')
  return renderToString(
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} font-family="sans-serif" font-size="13" role="img">
      <title>{title}</title>
      <rect width={WIDTH} height={HEIGHT} fill="#ffffff" />
      <text x={EDGE.left} y={28} font-size="16" font-weight="bold">
        {title}
      </text>
      {rows.map((tick) => (
        <g key={`y${tick}`}>
          <line x1={EDGE.left} x2={end} y1={up(tick)} y2={up(tick)} stroke="#d5dbe3" />
          <text x={EDGE.left - 8} y={up(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      {columns.map((tick) => (
        <g key={`x${tick}`}>
          <line x1={across(tick)} x2={across(tick)} y1={top} y2={bottom} stroke="#d5dbe3" />
          <text x={across(tick)} y={bottom + 20} text-anchor="middle">
            {tick}
          </text>
        </g>
      ))}
      <text x={(EDGE.left + end) / 2} y={HEIGHT - 14} text-anchor="middle">
        {x}
      </text>
      <text x={18} y={(top + bottom) / 2} text-anchor="middle" transform={`rotate(-90 18 ${(top + bottom) / 2})`}>
        {y}
      </text>
      {lines.map((line, index) => (
        <g key={line.name} stroke={COLOURS[index % COLOURS.length]} fill="none">
          <polyline points={path(line)} stroke-width="2" stroke-dasharray={DASHES[index % DASHES.length]} />
          {line.points.slice(-1).map(([px, py]) => (
            <text key="name" x={across(px) + 8} y={up(py) + 4} stroke="none" fill={COLOURS[index % COLOURS.length]}>
              {line.name}
            </text>
          ))}
        </g>
      ))}
    </svg>,
  )
}
