/** How many samples a matrix takes, or which: `few` in `npm test`, `many` in `npm run test:long` (`vitest --mode long`). */
export const howMany = <Amount>({ few, many }: { readonly few: Amount; readonly many: Amount }): Amount =>
  process.env.HOW_MANY === 'many' ? many : few
