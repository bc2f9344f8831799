import { Logger } from '@aws-lambda-powertools/logger'
import type { Log } from '../../shared/ports/log.ts'

/** Lines of JSON, as CloudWatch reads them. */
export const powertoolsLog = (serviceName: string): Log => {
  const logger = new Logger({ serviceName })
  const line =
    (level: 'info' | 'warn' | 'error'): Log['info'] =>
    (message, facts = {}, cause) =>
      logger[level](message, {
        ...facts,
        ...(cause instanceof Error ? { error: cause } : cause === undefined ? {} : { cause: String(cause) }),
      })
  return { info: line('info'), warn: line('warn'), error: line('error') }
}
