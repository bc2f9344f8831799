import { ENVIRONMENT } from '../../shared/pipeline.ts'
import type { Surroundings } from './ports-of.ts'
import { sesMailer } from './ses-mailer.ts'
import { smtpMailer } from './smtp-mailer.ts'

/** Mail by the SMTP server where one is named, else by SES. */
export const mailPort = ({ settings, variable, optional }: Surroundings) => ({
  mailer: () => {
    const sender = variable(ENVIRONMENT.mailSender)
    const smtp = optional(ENVIRONMENT.mailSmtpUrl)
    return smtp ? smtpMailer(sender, smtp) : sesMailer(sender, settings, optional(ENVIRONMENT.mailConfigurationSet))
  },
})
