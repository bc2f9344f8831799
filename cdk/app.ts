import { createApp } from './create-app.ts'

// The CDK command line sets CDK_OUTDIR; where it is missing nothing is synthesized.
createApp()
