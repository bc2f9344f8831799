/** One structured line for the operator; `facts` carry ids and figures, never a report's content. */
type Line = (message: string, facts?: Readonly<Record<string, string | number>>, cause?: unknown) => void

export type Log = { readonly info: Line; readonly warn: Line; readonly error: Line }
