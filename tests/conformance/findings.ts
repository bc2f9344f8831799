import type { Tools } from './tools.ts'

export type Found = {
  readonly tools: Tools
  readonly partitions: readonly {
    readonly partition: string
    readonly steps: readonly string[]
    /** What did not happen. */
    readonly broken: string | undefined
    readonly mails: number
    readonly mailBy: string
    readonly functions: readonly {
      readonly name: string
      readonly calls: number
      readonly rights: number
      readonly without: readonly string[]
      readonly unused: readonly string[]
    }[]
  }[]
  readonly contracts: { readonly passed: number; readonly failed: number } | undefined
  readonly lint: { readonly version: string; readonly lines: readonly string[] } | undefined
}

const listed = (lines: readonly string[], none: string): string =>
  lines.length === 0 ? `${none}\n` : `${lines.map((line) => `- \`${line}\``).join('\n')}\n`

const partitionPart = ({ partition, steps, broken, mails, mailBy, functions }: Found['partitions'][number]): string => `## ${partition}

${steps.map((step) => `- ${step}`).join('\n')}
- ${mails} mails went out by ${mailBy}
${broken === undefined ? '' : `\n**It ended here**: ${broken}\n`}
| function | calls | rights |
| --- | --- | --- |
${functions.map(({ name, calls, rights }) => `| ${name} | ${calls === 0 ? 'did not run' : calls} | ${rights} |`).join('\n')}

Calls without a right:

${listed(
  functions.flatMap(({ name, without }) => without.map((line) => `${name} ${line}`)),
  'none',
)}
Rights that no call used:

${listed(
  functions.flatMap(({ name, unused }) => unused.map((line) => `${name} ${line}`)),
  'none',
)}`

/** Of lines of cfn-lint such as `1077:5:1077:31:W3005:'…' dependency …`, how many there are of each kind. */
const kindsOf = (lines: readonly string[]): string[] => {
  const found = new Map<string, number>()
  for (const line of lines) {
    const [, code = line, words = ''] = /:([EWI]\d{4}):(.*)$/.exec(line) ?? []
    const kind = `${code}: ${words.replace(/'[^']*'/g, '…')}`
    found.set(kind, (found.get(kind) ?? 0) + 1)
  }
  return Array.from(found, ([kind, times]) => `${times} × ${kind}`)
}

/** The page that says what was found, and whether all of it is right. */
export const writeFindings = ({ tools, partitions, contracts, lint }: Found): { page: string; right: boolean } => {
  const right =
    partitions.every(
      ({ broken, functions }) => broken === undefined && functions.every(({ without, unused }) => without.length + unused.length === 0),
    ) &&
    (contracts?.failed ?? 0) === 0 &&
    !lint?.lines.some((line) => /:E\d{4}:/.test(line))
  const page = `# Run as it is deployed

Written by \`npm run conformance\`, which runs the assets that \`cdk synth\` makes under the node of the cloud's runtime, through AWS's own runtime interface
client, one process a function, with the variables of the template. Each function's services stand behind a proxy that notes what it calls; every call is held
against the function's role as it is synthesized, by action and ARN.

| | |
| --- | --- |
| node | ${tools.nodeVersion}, from the npm package \`node\` |
| runtime interface client | aws-lambda-ric ${tools.runtimeClientVersion}${tools.native ? '' : ' (its half in C++ could not be built here: `tests/conformance/javascript-half.mjs` asks for events and posts answers in its place)'} |
| table | ${tools.dynamoDbLocal === undefined ? 'dynalite of the local run: there is no Java here' : `DynamoDB Local ${tools.dynamoDbLocalVersion}, ${tools.java}`} |
| buckets, queues | those of the local run; moto is not used: it ignores POST policies and leaves \`versionId\` out of S3 events |
| mail | the local run's SES for aws, an SMTP server for aws-cn |

${partitions.map(partitionPart).join('\n')}
## Contract suites on DynamoDB Local

${contracts === undefined ? 'Not run: there is no Java here.' : `${contracts.passed} tests passed, ${contracts.failed} failed (those of ports that are not in the table included).`}

## The template

${lint === undefined ? 'cfn-lint is not here.' : `${lint.version}, for cn-north-1:\n\n${listed(kindsOf(lint.lines), 'nothing to say')}`}`
  return { page, right }
}
