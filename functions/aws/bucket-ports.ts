import { ENVIRONMENT } from '../../shared/pipeline.ts'
import { once, type Surroundings } from './ports-of.ts'
import { openS3, s3Files } from './s3-files.ts'

/** The two buckets, each where the function has its variable. */
export const bucketPorts = ({ settings, variable }: Surroundings) => {
  const client = once(() => openS3(settings))
  return {
    uploads: () => s3Files(client(), variable(ENVIRONMENT.uploadsBucket)),
    site: () => s3Files(client(), variable(ENVIRONMENT.siteBucket)),
  }
}
