/**
 * Unpacks the browser that npm carries, with the libraries and fonts that a bare machine lacks, into the temporary
 * folder it is given (TMPDIR). A process of its own: the package unpacks next to everybody else's files otherwise, and
 * brings its libraries only where it believes to be in the cloud.
 */
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
const { default: chromium } = await import('@sparticuz/chromium')
process.stdout.write(await chromium.executablePath())
