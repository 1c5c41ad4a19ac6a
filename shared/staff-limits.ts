/** The limits of the sign-in, apart from its schemas: a browser needs these and not those. */

export const shortestPassword = 10
/** Longer ones are refused, so that nobody can keep the server busy with hashing. */
export const longestPassword = 128
/** How long an account waits after too many wrong attempts, in minutes. */
export const lockMinutes = 15
/** How long a PC may be trusted without a code from the phone, in days. */
export const trustedDays = 30
