export { type Beside, createBeside, LeftError, workBeside } from './beside.ts'
export { createGroupWriter, type GroupWriter } from './group-writes.ts'
export { createLoop, type Loop } from './loop.ts'
export { createTicker, type Tick, type Ticker } from './ticks.ts'
