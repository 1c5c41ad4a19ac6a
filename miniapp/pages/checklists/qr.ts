/** A QR as dark and light squares. The library comes only when somebody asks for one. */
export interface Qr {
  /** Squares on a side. */
  size: number
  isDark(row: number, column: number): boolean
}

export async function readQr(text: string): Promise<Qr> {
  const { create } = await import('qrcode')
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 }
}
