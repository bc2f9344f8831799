/** Gives a table of the PDF library that says which characters a Chinese font's codes mean, by its file name, such as `GBK-EUC-H.bcmap`. */
export type CharacterMap = (file: string) => Promise<Uint8Array>
