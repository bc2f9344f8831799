/** A file of the public site. `path` begins with a slash and names the file itself, as in `/minzheng/2024/v1/index.html`. */
export type PublishedFile = { readonly path: string; readonly content: string; readonly contentType: string }

const file =
  (contentType: string) =>
  (path: string, content: string): PublishedFile => ({ path, content, contentType })

export const htmlFile = file('text/html; charset=utf-8')
export const jsonFile = (path: string, value: unknown): PublishedFile =>
  file('application/json; charset=utf-8')(path, `${JSON.stringify(value, null, 1)}\n`)
export const csvFile = file('text/csv; charset=utf-8')
export const cssFile = file('text/css; charset=utf-8')
