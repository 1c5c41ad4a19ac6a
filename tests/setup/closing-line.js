/**
 * Ends every run with one plain line for people and scripts: `12 passed, 0 failed`.
 * Above it stands every skipped test, whose title says why.
 */
import { writeSync } from 'node:fs'

const STANDARD_OUTPUT = 1

export default class ClosingLine {
  onRunComplete(_contexts, results) {
    // At exit, because Jest's own summary and the tear-down still come after the reporters.
    process.once('exit', () => writeSync(STANDARD_OUTPUT, closingLines(results)))
  }
}

function closingLines(results) {
  const skipped = results.testResults.flatMap(file => file.testResults).filter(test => test.status === 'pending')
  const todo = results.numTodoTests
  // A file that could not even be loaded has no failed tests, and must not look like success.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  const counts = [`${results.numPassedTests} passed`, `${failed} failed`]
  if (skipped.length + todo > 0) counts.push(`${skipped.length + todo} skipped`)
  return `${skipped.map(test => `skipped: ${test.fullName}\n`).join('')}${counts.join(', ')}\n`
}
