/** How many samples a matrix takes: `few` in `npm test`, `many` in `npm run test:long` (`vitest --mode long`). */
export const howMany = ({ few, many }: { readonly few: number; readonly many: number }): number =>
  process.env.MODE === 'long' ? many : few
