import compat from 'core-js-compat'
import type { Plugin } from 'vite'

/** Offices have Windows 7, whose last Chromium is 109, and domestic desktops whose browsers are of that age. */
export const OLDEST_CHROMIUM = '103'

const NAME = 'virtual:missing-functions'

/**
 * A module of its own that brings in what the language and the web have got since the oldest browser that the portal is for, by the
 * tables of core-js; what a browser has is left as it is. It is loaded by browsers that are old, and by no other.
 */
export const missingFunctions = (): Plugin => {
  const { list } = compat({ targets: { chrome: OLDEST_CHROMIUM }, modules: [/^es\./, /^web\./] })
  return {
    name: 'missing-functions',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? list.map((module) => `import 'core-js/modules/${module}'`).join('\n') : undefined),
  }
}
