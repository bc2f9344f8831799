/**
 * Fills in what a build from before keys of likeness did not write; `TABLE` and `UPLOADS_BUCKET` name where, as the stack prints them.
 *
 *     TABLE=… UPLOADS_BUCKET=… npx tsx cli/fill-in.ts
 */
import { awsPorts } from '../functions/aws/aws-ports.ts'
import { fillIn } from '../functions/stored/fill-in.ts'

const { agencies, signatures } = await fillIn(awsPorts(process.env))
console.log(`filled in: ${agencies} agencies under the one that they report to, ${signatures} fingerprints under their keys`)
