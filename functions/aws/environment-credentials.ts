/**
 * Stands in deployed functions for the SDK's search for credentials (`cdk/bundle-functions.ts`): Lambda sets them as variables. The SDK would find
 * them there too, and brings along how to look in files, processes, containers and single sign-on.
 */
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env
  if (accessKeyId === undefined || secretAccessKey === undefined) throw new Error('no AWS credentials in the environment')
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) }
}
