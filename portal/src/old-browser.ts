/** Whether the browser lacks functions that the portal or its libraries call: those of Chromium before 128 do. */
const isOld = (): boolean => !('try' in Promise && 'parse' in URL && 'union' in Set.prototype && 'toSorted' in Array.prototype)

/** Brings in what an old browser lacks; done at once in a new one. */
export const bringInMissing = async (): Promise<void> => {
  if (isOld()) await import('virtual:missing-functions')
}
