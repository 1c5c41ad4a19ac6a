/** Where the storage room tells the operator what it does; a pino logger fits. */
export interface StorageLog {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}
