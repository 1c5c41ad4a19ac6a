/** The ward's words as they are laid out: paragraphs with their line breaks, and lists. The words stay as they are. */

export type Block = { kind: 'words'; text: string } | { kind: 'list'; items: string[] }

const ITEM = /^•\s*/

export function toBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let isOpen = false
  for (const line of text.split('\n').map(one => one.trim())) {
    const last = isOpen ? blocks[blocks.length - 1] : undefined
    isOpen = line !== ''
    if (!isOpen) continue
    if (ITEM.test(line)) {
      const item = line.replace(ITEM, '')
      if (last?.kind === 'list') last.items.push(item)
      else blocks.push({ kind: 'list', items: [item] })
    } else if (last?.kind === 'words') last.text += `\n${line}`
    else blocks.push({ kind: 'words', text: line })
  }
  return blocks
}
