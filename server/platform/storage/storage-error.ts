/** What keeps the database from serving us. The message is Vietnamese and ends with the next step to take. */
export class StorageError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StorageError'
  }
}

/** The database belongs to the other mode (practice or live). */
export class ModeError extends StorageError {
  constructor(message: string) {
    super(message)
    this.name = 'ModeError'
  }
}
