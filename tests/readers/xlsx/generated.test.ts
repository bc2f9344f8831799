import { xlsReader, xlsxReader } from '../../../shared/readers/xlsx/reader.ts'
import { readsEveryLayout } from './every-layout.ts'

readsEveryLayout(xlsxReader)
readsEveryLayout(xlsReader)
