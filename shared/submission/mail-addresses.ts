import type { Agency, MailFault } from './submission.ts'

type Addresses = Pick<Agency, 'mail' | 'mailFaults'>

export const MAIL_FAULT_WORDS: Record<MailFault['kind'], string> = { bounce: '退信', complaint: '被收件人投诉', refused: '邮件服务器拒收' }

/** What is wrong with an address of the agency; undefined where nothing is known. */
export const faultOfAddress = ({ mailFaults = [] }: Addresses, address: string): MailFault | undefined =>
  mailFaults.find((fault) => fault.address === address)

/** The addresses that mail arrives at, as far as is known. */
export const usableAddresses = (agency: Addresses): string[] =>
  agency.mail.filter((address) => faultOfAddress(agency, address) === undefined)

/** All marks of the agency with new ones, of addresses that it has and that bear none; undefined where none is new. */
export const withFaults = (agency: Addresses, found: readonly MailFault[]): readonly MailFault[] | undefined => {
  const added = found.filter(({ address }) => agency.mail.includes(address) && faultOfAddress(agency, address) === undefined)
  return added.length === 0 ? undefined : [...(agency.mailFaults ?? []), ...added]
}

/** An agency as it is to be stored in place of another of its id: an address that it keeps, keeps its mark. */
export const keepingFaults = <Saved extends Addresses>(agency: Saved, before: Addresses | undefined): Saved => {
  const { mailFaults: _, ...plain } = agency
  const kept = (before?.mailFaults ?? []).filter(({ address }) => agency.mail.includes(address))
  return (kept.length === 0 ? plain : { ...plain, mailFaults: kept }) as Saved
}

/** What the disclosure office is told of an agency that mail does not arrive at, or not everywhere; undefined where all is well. */
export const mailTrouble = (agency: Addresses | undefined): string | undefined => {
  if (agency === undefined || agency.mail.length === 0) return '单位没有登记邮箱,反馈邮件无法发出。请在单位名单中补充后重新导入。'
  const faults = agency.mail.flatMap((address) => faultOfAddress(agency, address) ?? [])
  if (faults.length === 0) return undefined
  const listed = faults.map(({ address, kind }) => `${address}(${MAIL_FAULT_WORDS[kind]})`).join('、')
  const all = usableAddresses(agency).length === 0 ? '单位的邮箱都收不到邮件,反馈邮件无法发出' : '单位的部分邮箱收不到邮件'
  return `${all}:${listed}。请核对后重新导入单位名单。`
}
