import { odtReader } from '../../../shared/readers/odt/reader.ts'
import { readsEveryLayout } from '../xlsx/every-layout.ts'

readsEveryLayout(odtReader)
