import { expect } from 'vitest'
import type { Agency } from '../../shared/submission/submission.ts'
import { elementsOf } from '../publication/html-text.ts'
import { eventually } from './eventually.ts'
import type { LocalRun } from './start-local-run.ts'

export type ReceivedMail = { readonly subject: string; readonly to: string; readonly address: string }

/** The text at an address; fails where it does not answer with success. */
export const textAt = async (address: string): Promise<string> => {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answers ${response.status}`)
  return response.text()
}

/** The mails to a unit by the inbox page, oldest first. */
export const mailsTo = async (run: LocalRun, { mail: [first = ''] }: Agency): Promise<ReceivedMail[]> => {
  const elements = elementsOf(await textAt(`${run.mail}/`))
  const links = elements.filter(({ name, attributes }) => name === 'a' && attributes.href?.startsWith('/messages/'))
  const receivers = elements.filter(({ name }) => name === 'small')
  return links
    .map(({ text, attributes }, index) => ({
      subject: text,
      to: receivers[index]?.text ?? '',
      address: `${run.mail}${attributes.href}`,
    }))
    .filter(({ to }) => to.includes(first))
    .toReversed()
}

/** Waits until the unit has had as many mails, and shows them. */
export const mailsArrive = (run: LocalRun, agency: Agency, count: number): Promise<ReceivedMail[]> =>
  eventually(async () => {
    const mails = await mailsTo(run, agency)
    expect(mails).toHaveLength(count)
    return mails
  })

/** Both forms of a mail, as the pages of the inbox show them. */
export const openMail = async ({ address }: ReceivedMail): Promise<{ html: string; text: string }> => {
  const frame = elementsOf(await textAt(address)).find(({ name }) => name === 'iframe')
  return { html: frame?.attributes.srcdoc ?? '', text: await textAt(`${address}/text`) }
}
