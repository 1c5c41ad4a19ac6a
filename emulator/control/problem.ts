/** A control request that cannot be done; `status` is its HTTP status. */
export class ControlProblem extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
