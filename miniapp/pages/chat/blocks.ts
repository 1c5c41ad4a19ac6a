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
