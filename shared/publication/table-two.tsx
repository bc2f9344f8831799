import type { Edition } from '../form/edition.ts'
import { TABLE_TWO, type TableTwoItem } from '../form/table-two.ts'
import type { Figure } from '../report/report.ts'
import { FigureCell } from './figure-cell.tsx'

type PlacedItem = TableTwoItem & { readonly from: number }

/** The printed rows with the index of their first figure, those of one article together. */
const articlesOf = (form: Edition): Map<string, PlacedItem[]> => {
  const articles = new Map<string, PlacedItem[]>()
  let from = 0
  for (const item of TABLE_TWO[form]) {
    articles.set(item.article, [...(articles.get(item.article) ?? []), { ...item, from }])
    from += item.figures.length
  }
  return articles
}

const WIDTH = 3

/** The last figure of a row takes the columns that are left. */
const spanOf = (index: number, count: number): number => (index === count - 1 ? WIDTH - index : 1)

const columnLabel = (label: string): string => (label === '本年收费金额' || label === '采购总金额' ? `${label}(单位:万元)` : label)

const Article = ({ article, number, items, row }: { article: string; number: number; items: PlacedItem[]; row: readonly Figure[] }) => {
  const id = `two-${number}`
  return (
    <tbody>
      <tr>
        <th id={id} scope="colgroup" colSpan={1 + WIDTH} class="article">
          {article}
        </th>
      </tr>
      <tr>
        <th id={`${id}-label`} scope="col">
          信息内容
        </th>
        {items[0]?.figures.map(({ label }, index, all) => (
          <th key={label} id={`${id}-column-${index}`} scope="col" colSpan={spanOf(index, all.length)}>
            {columnLabel(label)}
          </th>
        ))}
      </tr>
      {items.map(({ label, figures, from }) => (
        <tr key={label}>
          <th id={`${id}-row-${from}`} scope="row">
            {label}
          </th>
          {figures.map((figure, index) => (
            <FigureCell
              key={figure.label}
              figure={row[from + index]}
              colSpan={spanOf(index, figures.length)}
              headers={`${id} ${id}-column-${index} ${id}-row-${from}`}
            />
          ))}
        </tr>
      ))}
    </tbody>
  )
}

/** Table 二 in the layout of its form: an article at a time, each with its own heads. */
export const TableTwo = ({ form, row }: { form: Edition; row: readonly Figure[] }) => (
  <table>
    <caption>表二 主动公开政府信息情况</caption>
    {[...articlesOf(form)].map(([article, items], number) => (
      <Article key={article} article={article} number={number + 1} items={items} row={row} />
    ))}
  </table>
)
