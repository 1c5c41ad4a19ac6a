/** What an emulated endpoint answers, before chaos has its say. */
export interface Answer {
  status: number
  body: unknown
  headers?: Record<string, string>
}

export function answer(body: unknown, status = 200, headers?: Record<string, string>): Answer {
  return { status, body, headers }
}

/** Writes a decimal id as a bare integer of any length, as Zalo's older endpoints do. */
export function bareInteger(id: string): unknown {
  const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown }
  return rawJSON(id)
}
