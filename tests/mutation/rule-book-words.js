/** What the rule book prints of a rule: words, not behaviour. The catalogue's test holds that they are there. */
const WORDS = ['title', 'basis', 'example', 'advice', 'severityNote']

const isOfARule = (path) => path.parentPath?.parentPath?.node.callee?.name === 'defineRule'

const shouldIgnore = (path) =>
  path.isObjectProperty() && WORDS.includes(path.node.key.name) && isOfARule(path) ? 'words of the rule book' : undefined

/** A plugin of Stryker that makes no mutants of them. */
export const strykerPlugins = [{ kind: 'Ignore', name: 'rule-book-words', value: { shouldIgnore } }]
