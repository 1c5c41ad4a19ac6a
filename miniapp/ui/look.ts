/** How large the letters are and how strong the colours; kept on the phone, set before the first picture. */
import { publicStorage, useStored } from '../zalo/index.ts'

export type TextSize = 'a' | 'a1' | 'a2'

export interface Look {
  size: TextSize
  isStrong: boolean
}

const NAME = 'look'
const SIZES: readonly TextSize[] = ['a', 'a1', 'a2']

function readLook(found: unknown): Look {
  const { size, isStrong } = (typeof found === 'object' && found !== null ? found : {}) as Record<string, unknown>
  return { size: SIZES.find(one => one === size) ?? 'a', isStrong: isStrong === true }
}

export function useLook(): [Look, (look: Look) => void] {
  const [look, write] = useStored(publicStorage, NAME, readLook)
  const change = (next: Look): void => {
    write(next)
    wear(next)
  }
  return [look, change]
}

/** To be called once, before anything is drawn. */
export function wearKeptLook(): void {
  try {
    wear(readLook(JSON.parse(publicStorage.get(NAME) ?? 'null')))
  } catch {
    wear(readLook(null))
  }
}

function wear({ size, isStrong }: Look): void {
  const { dataset } = document.documentElement
  dataset.size = size
  dataset.contrast = isStrong ? 'strong' : 'calm'
}
