/** What must not be readable at rest. */
export { createSecretBox, deriveKey, type SecretBox } from './secret-box.ts'
