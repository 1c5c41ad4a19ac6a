/** What must not be readable at rest. */
export { createSecretBox, type SecretBox } from './secret-box.ts'
