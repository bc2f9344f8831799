import type { DecoyKind } from '../decoys.ts'

/** The ways in which Word sets letters so, one after the other; styles by the ids of `DECOY_STYLES`. */
const WAYS: Readonly<Record<DecoyKind, readonly string[]>> = {
  raised: ['<w:vertAlign w:val="superscript"/>', '<w:rStyle w:val="Mark"/>', '<w:position w:val="12"/><w:sz w:val="12"/>'],
  struck: ['<w:strike/>', '<w:dstrike w:val="true"/>', '<w:rStyle w:val="Gone"/>'],
  hidden: [
    '<w:vanish/>',
    '<w:rStyle w:val="Unseen"/>',
    '<w:color w:val="FFFFFF" w:themeColor="background1"/>',
    '<w:sz w:val="2"/>',
    '<w:color w:val="00FF00"/><w:highlight w:val="green"/>',
  ],
}

const characterStyle = (id: string, properties: string, basedOn = ''): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn && `<w:basedOn w:val="${basedOn}"/>`}<w:rPr>${properties}</w:rPr></w:style>`

export const DECOY_STYLES = [
  characterStyle('Mark', '<w:vertAlign w:val="superscript"/>'),
  characterStyle('Gone', '<w:strike/>'),
  characterStyle('Hidden', '<w:vanish/>'),
  characterStyle('Unseen', '<w:color w:val="FF0000"/>', 'Hidden'),
].join('')

/** A run of letters that are no part of the figure they stand beside. */
export const decoyRun = (kind: DecoyKind, text: string): string => {
  const ways = WAYS[kind]
  return `<w:r><w:rPr>${ways[Number(text) % ways.length]}</w:rPr><w:t>${text}</w:t></w:r>`
}
