/** A guide that nobody has looked at for too long: its name and whom to ask stay, what it said goes. Pure. */

/** @param topic a guide; it keeps its own type, with nothing left in its lists */
export function withhold<Whole extends object>(topic: Whole): Whole {
  const emptied = { ...topic } as Record<string, unknown>
  for (const [name, value] of Object.entries(topic))
    if (Array.isArray(value) && !KEPT.includes(name)) emptied[name] = []
  delete emptied.checklist
  delete emptied.local
  return emptied as Whole
}

/** What finds the guide, and names where it was from. */
const KEPT = ['sources', 'aliases', 'exampleQuestions', 'confusableWith', 'reviewFlags']
