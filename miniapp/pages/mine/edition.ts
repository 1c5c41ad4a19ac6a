/** Which edition of the program this is. Evaluated at build. */
import packageFile from '../../../package.json' with { type: 'json' }

export const version: string = packageFile.version
export const license: string = packageFile.license
