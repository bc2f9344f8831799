/** What a worker thread runs for each file. */
export { checkFile as default } from './check-file.ts'
