/** Length as Zalo counts it: Unicode code points after NFC. */
export function messageLength(text: string): number {
  return [...text.normalize('NFC')].length
}
