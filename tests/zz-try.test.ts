import { it } from '@jest/globals'
import { openWard } from './setup/ward.ts'
it('talks', async () => {
  const ward = await openWard({ zalo: { ratePerMinute: 60000 } })
  ward.emulator.control.clock.set('2026-11-23T02:00:00.000Z')
  const r = ward.resident('ba-sau')
  for (const t of (process.env.TALK ?? '').split('|')) { const a = await r.ask(t); console.log('> ' + t + '\n' + a.messages.map(m => m + ` [${[...m].length}]`).join('\n--\n') + '\n{' + a.buttons.join(' | ') + '}') }
  await ward.close()
}, 60000)
