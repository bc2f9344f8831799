import { ofdReader } from '../../../shared/readers/ofd/reader.ts'
import { readsEveryLayout } from '../xlsx/every-layout.ts'

readsEveryLayout(ofdReader)
