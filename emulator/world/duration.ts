export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const UNITS: Record<string, number> = { ms: 1, s: SECOND, m: MINUTE, min: MINUTE, h: HOUR, d: DAY }

/** Milliseconds of "30s", "15m", "49h", "8d"; undefined when it is not a length of time. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(ms|s|min|m|h|d)$/.exec(text.trim())
  const unit = match?.[2] && UNITS[match[2]]
  return match && unit ? Number(match[1]) * unit : undefined
}

const VIETNAM_OFFSET = 7 * HOUR

/** The date in Vietnam as "YYYY-MM-DD", whatever the time zone of the machine. */
export function vietnamDate(epochMilliseconds: number): string {
  return new Date(epochMilliseconds + VIETNAM_OFFSET).toISOString().slice(0, 10)
}

/** The hour of the day in Vietnam, 0 to 23. */
export function vietnamHour(epochMilliseconds: number): number {
  return new Date(epochMilliseconds + VIETNAM_OFFSET).getUTCHours()
}
