/** The ward's words as they are laid out: a paragraph for each line, and lists. The words stay as they are. */

export type Block = { kind: 'words'; text: string } | { kind: 'list'; items: string[] }

const ITEM = /^•\s*/

export function toBlocks(text: string): Block[] {
  const blocks: Block[] = []
  for (const line of text.split('\n').map(one => one.trim())) {
    const last = blocks[blocks.length - 1]
    const item = line.replace(ITEM, '')
    if (line === '') continue
    if (item === line) blocks.push({ kind: 'words', text: line })
    else if (last?.kind === 'list') last.items.push(item)
    else blocks.push({ kind: 'list', items: [item] })
  }
  return blocks
}

const NUMBERED = /^\d+ /
const NUMBERS = 'Nhắn số: '

/**
 * Without the lines that only list the choices again: a chat in Zalo may show no buttons, this page shows them right below,
 * under the same numbers. A line stays where any of it is no choice.
 */
export function withoutChoices(text: string, titles: readonly string[]): string {
  const isChoice = (words: string): boolean =>
    NUMBERED.test(words) && titles.includes(words.replace(NUMBERED, '').trim())
  const isRepeated = (line: string): boolean =>
    line.startsWith(NUMBERS) ? line.slice(NUMBERS.length).split(' · ').every(isChoice) : isChoice(line)
  const left = text.split('\n').filter(line => !isRepeated(line.trim()))
  return left.some(line => line.trim() !== '') ? left.join('\n') : text
}
