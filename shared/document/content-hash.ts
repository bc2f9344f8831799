/** SHA-256 in hex, by the web's own cryptography, which node has too. */
export const sha256Of = async (bytes: Uint8Array): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice())), (byte) => byte.toString(16).padStart(2, '0')).join('')
