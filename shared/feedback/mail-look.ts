import type { FindingGroup } from '../findings/severity-words.ts'
import type { Tone } from '../submission/status-words.ts'

/** Mail clients know no style sheets: the few looks of a mail, each put on its element. Every pair of colours has a contrast of 4.5:1 or more. */
const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"

export const MAIL_LOOK = {
  page: `margin:0;padding:0;background-color:#eef1f5;font-family:${FONT};font-size:16px;line-height:1.7;color:#1f2933`,
  outer: 'width:100%;background-color:#eef1f5;border-collapse:collapse',
  outerCell: 'padding:12px 8px',
  sheet:
    'width:100%;max-width:680px;margin:0 auto;text-align:left;background-color:#ffffff;border-collapse:collapse;border:1px solid #d5dbe3',
  part: 'padding:10px 16px 0',
  lastPart: 'padding:16px 16px 20px',
  headline: 'margin:0;font-size:21px;line-height:1.45;font-weight:bold',
  heading: 'margin:0 0 4px;font-size:17px;line-height:1.5;font-weight:bold;color:#1f2933',
  text: 'margin:0 0 8px',
  small: 'margin:0 0 8px;font-size:14px;color:#52606d',
  quote: 'margin:0;padding:12px 16px;border-left:4px solid #9b2c2c;background-color:#fbf3f2;white-space:pre-wrap',
  advice: 'margin:0;padding:12px 16px;border-left:4px solid #1d4e89;background-color:#e9f0f9',
  list: 'margin:0 0 8px;padding-left:24px',
  button: 'display:inline-block;padding:8px 20px;background-color:#1d4e89;color:#ffffff;text-decoration:none;font-weight:bold',
  secondButton:
    'display:inline-block;margin-left:12px;padding:6px 18px;border:2px solid #1d4e89;color:#1d4e89;text-decoration:none;font-weight:bold',
  address: 'color:#1d4e89;word-break:break-all',
  table: 'width:100%;border-collapse:collapse',
  label: 'padding:3px 14px 3px 0;text-align:left;vertical-align:top;white-space:nowrap;font-weight:normal;color:#52606d;width:72px',
  value: 'padding:3px 0;vertical-align:top;word-break:break-word',
  line: 'margin:0 0 4px',
  lineLabel: 'color:#52606d',
  finding: 'width:100%;border-collapse:collapse;margin:0 0 14px;border:1px solid #d5dbe3',
  findingHead: 'padding:8px 12px 4px;font-weight:bold',
  findingBody: 'padding:0 12px 8px',
} as const

export const TONE_LOOK: Record<Tone, string> = {
  good: 'padding:14px 16px;background-color:#e6f4ec;border-top:5px solid #1e6b42;color:#17502f',
  bad: 'padding:14px 16px;background-color:#fbeeec;border-top:5px solid #9b2c2c;color:#7a1f1f',
  waiting: 'padding:14px 16px;background-color:#e9f0f9;border-top:5px solid #1d4e89;color:#163b68',
  plain: 'padding:14px 16px;background-color:#eef1f5;border-top:5px solid #52606d;color:#323f4b',
}

const badge = (background: string) => `padding:2px 10px;background-color:${background};color:#ffffff;font-size:14px;white-space:nowrap`

export const BADGE_LOOK: Record<FindingGroup, string> = {
  error: badge('#9b2c2c'),
  warning: badge('#7a4a00'),
  notice: badge('#1d4e89'),
  waived: badge('#52606d'),
}
