import { clipped } from '../page-layout/clips.ts'
import { type Matrix, matrixOf, multiply, type Point } from '../page-layout/matrix.ts'
import { regionOf } from '../page-layout/regions.ts'
import { partsOf } from '../page-layout/shapes.ts'
import { CLOSE, END, OPEN, type XmlScanner } from '../xml/scanner.ts'
import { colourIn, type StatedColour, UNKNOWN } from './colours.ts'
import type { GraphicObject, Surroundings } from './graphic-object.ts'
import { contentOf, isFalse, numberOf, numbersOf } from './names.ts'
import { pathOf } from './path-data.ts'

/** Reads the colour of an element just opened; one with a pattern or a gradient in it is none that is known. */
const colourWithin = (xml: XmlScanner): StatedColour => {
  const { depth } = xml
  let colour = colourIn(xml)
  for (let token = xml.next(); token !== END && xml.depth >= depth; token = xml.next())
    if (token === OPEN) colour = { ...UNKNOWN, opacity: colour.opacity }
  return colour
}

/** Confines an object to what the element just opened says: each clip to the areas in it, and all clips at once. */
const readClips = (xml: XmlScanner, object: GraphicObject, around: Matrix): void => {
  const { depth } = xml
  const base = isFalse(xml.attribute('TransFlag')) ? around : object.matrix
  const placed = (outer: Matrix): Matrix => {
    const [x = 0, y = 0] = numbersOf(xml.attribute('Boundary'))
    return multiply(outer, multiply([1, 0, 0, 1, x, y], matrixOf(numbersOf(xml.attribute('CTM')))))
  }
  let [area, path]: [Matrix, Matrix] = [base, base]
  let parts: Point[][] = []
  for (let token = xml.next(); token !== END && xml.depth >= depth; token = xml.next()) {
    if (token === CLOSE && xml.name === 'ofd:Clip' && parts.length > 0) {
      object.clip = clipped(object.clip, regionOf(parts, false))
      parts = []
    }
    if (token !== OPEN) continue
    if (xml.name === 'ofd:Area') area = placed(base)
    else if (xml.name === 'ofd:Path') path = placed(area)
    else if (xml.name === 'ofd:AbbreviatedData') parts.push(...partsOf(pathOf(contentOf(xml)), path, true))
    else if (xml.name === 'ofd:Text') object.doubtful = true
  }
}

/** Takes in what the element just opened says of the object around it: letters, a path, colours, clips. */
export const readInto = (object: GraphicObject, xml: XmlScanner, around: Surroundings): void => {
  switch (xml.name) {
    case 'ofd:TextCode': {
      // A run that does not say where it begins begins where the one before it did.
      const before = object.texts.at(-1)?.run
      const stated = xml.attributes()
      const run = {
        x: numberOf(stated.get('X'), before?.x ?? 0),
        y: numberOf(stated.get('Y'), before?.y ?? 0),
        deltaX: stated.get('DeltaX'),
        deltaY: stated.get('DeltaY'),
      }
      // A line break is the file's: it has no width that distances could count.
      object.texts.push({ run, content: contentOf(xml).replace(/^\s*\n\s*|\s*\n\s*$/g, '') })
      break
    }
    case 'ofd:AbbreviatedData':
      object.paths.push(contentOf(xml))
      break
    case 'ofd:FillColor':
      object.fill = colourWithin(xml)
      break
    case 'ofd:StrokeColor':
      object.stroke = colourWithin(xml)
      break
    case 'ofd:Clips':
      readClips(xml, object, around.matrix)
      break
  }
}
