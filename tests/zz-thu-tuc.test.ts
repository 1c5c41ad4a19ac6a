import { writeFileSync } from 'node:fs'
import { it } from '@jest/globals'
import { type Dialogue, holdDialogue, needsClock, readDialogues } from './setup/dialogues.ts'
import { openWard } from './setup/ward.ts'
it('talks', async () => {
  const ward = await openWard({ zalo: { ratePerMinute: 600_000 } })
  ward.emulator.control.clock.set('2026-11-23T02:00:00.000Z')
  const want = new RegExp(process.env.WANT ?? 'thu-tuc')
  const all = readDialogues().filter(d => want.test(`${d.file} ${d.title}`))
  const out = new Map<Dialogue, string>()
  const firsts: number[] = []
  let broken = 0
  const talk = async (queue: Dialogue[]) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (needsClock(next)) ward.emulator.control.clock.set('2026-11-23T02:00:00.000Z')
      const r = await holdDialogue(ward, next)
      broken += r.broken.length > 0 ? 1 : 0
      const first = r.heard.find(h => h.isFirst)
      if (first) firsts.push(Math.max(...first.messages.map(m => [...m.text].length)))
      let text = `\n================ ${next.file} # ${next.title}\n`
      const heard = [...r.heard]
      for (const e of next.exchanges) {
        const a = e.act as Record<string, unknown>
        text += `\n${e.line} >>>> ${a.kind} ${a.text ?? a.button ?? a.name ?? a.at ?? ''}\n`
        if (e.act.kind === 'clock' || e.expected.some(x => x.kind === 'silence')) continue
        const h = heard.shift()
        if (h) text += `[${h.topics}]\n` + h.messages.map(m => `${m.text}  [${[...m.text].length}] {${m.buttons.join(' | ')}}`).join('\n--\n') + '\n'
      }
      text += r.broken.map(b => `!!!! ${b.slice(0, 160).replace(/\n/g, ' / ')}\n`).join('')
      out.set(next, text)
    }
  }
  const still = all.filter(d => !needsClock(d))
  await Promise.all(Array.from({ length: 8 }, () => talk(still)))
  await talk(all.filter(needsClock))
  firsts.sort((a, b) => a - b)
  writeFileSync('/tmp/tt/transcript.txt', all.map(d => out.get(d)).join('') + `\n\n${all.length} dialogues, ${broken} broken; first median ${firsts[Math.floor(firsts.length / 2)]} max ${firsts.at(-1)}\n`)
  await ward.close()
}, 280000)
