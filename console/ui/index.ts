/** The parts that every page of the desk is made of. */

export { type Role, roleDuties, roleNames } from '../roles.ts'
export { Dialog } from './dialog.tsx'
export { ErrorScreen } from './error-screen.tsx'
export { Page } from './page.tsx'
export { QrCode } from './qr-code.tsx'
export { RowTable } from './row-table.tsx'
export { Shell } from './shell.tsx'
export { Answered, Nothing, Trouble, Waiting } from './states.tsx'
export { theme } from './theme.ts'
export { sayDay, sayExactMoment, sayMinutes, sayMoment, sayName, sayToday } from './times.ts'
export { useKeptFields, useKeptText } from './use-kept-text.ts'
export { useTitles } from './use-titles.ts'
