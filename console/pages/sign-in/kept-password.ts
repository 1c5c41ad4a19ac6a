/** The password that was just chosen, so that the next step need not ask for it. In memory only; a reload forgets it. */
let kept = ''

export function keepPassword(password: string): void {
  kept = password
}

export function takePassword(): string {
  const taken = kept
  kept = ''
  return taken
}
