/** What stands in the audit and beside what they do. */
export function labelOf({ name, username }: { name: string; username: string }): string {
  return `${name} (${username})`
}
