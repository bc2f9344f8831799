import type { Ports } from '../../shared/ports/ports.ts'
import { readingPort } from '../node/read-tools.ts'
import { bucketPorts } from './bucket-ports.ts'
import { mailPort } from './mail-port.ts'
import { portsOf } from './ports-of.ts'
import { downloadPort } from './s3-download-signer.ts'
import { signingPort } from './s3-upload-signer.ts'
import type { AwsSettings, Environment } from './settings.ts'
import { queuePort } from './sqs-queue.ts'
import { tablePorts } from './table-ports.ts'

/** All the ports, for whoever runs every function; a deployed one names its groups alone. */
export const awsPorts = (environment: Environment, settings: AwsSettings = {}): Ports =>
  portsOf(environment, [tablePorts, bucketPorts, signingPort, downloadPort, queuePort, mailPort, readingPort], settings)
