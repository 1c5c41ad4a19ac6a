/** `npm run content -- export FILE.zip | pack FILE.json | import FILE [--apply]`: content out and in, without a browser. */
import { createWriteStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { largestContentFile } from '../../shared/packs/index.ts'
import { findOfficeOfAccount } from '../platform/areas/index.ts'
import { exportEverything, takeContent, writePack } from '../procedures/index.ts'
import { runCommand } from './installation.ts'

const USAGE = 'Cách dùng: npm run content -- export TỆP.zip | pack TỆP.json | import TỆP [--apply]'
const OPERATOR = { label: 'người vận hành', actor: 'operator', isPerson: false }

await runCommand(async ({ db, config }, args) => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { apply: { type: 'boolean', default: false } },
  })
  const [what, file] = positionals
  if (!file) throw new Error(USAGE)
  const now = new Date()
  if (what === 'export') {
    await pipeline(exportEverything(db), createWriteStream(file, { flags: 'wx' }))
    console.log(`Đã ghi ${file}.`)
  } else if (what === 'pack') {
    const office = await findOfficeOfAccount(db, config.zalo.oaId)
    if (!office) throw new Error('Chưa có phường nào. Chạy npm start một lần trước.')
    const about = { origin: office.code, from: office.profile?.wardName ?? office.code, now }
    await pipeline(
      writePack(db, about, ({ guides, digest }) =>
        console.log(`Đã ghi ${guides} hướng dẫn vào ${file}. Dấu: ${digest}`),
      ),
      createWriteStream(file, { flags: 'wx' }),
    )
  } else if (what === 'import') {
    if ((await stat(file)).size > largestContentFile) throw new Error('Tệp lớn quá 20 MB.')
    const outcome = await takeContent(
      { db, hand: OPERATOR, now },
      { bytes: await readFile(file), isRehearsal: !values.apply, choices: {} },
    )
    for (const { record, title, change, defects, conflicts } of outcome.items)
      if (change !== 'same')
        console.log(
          [
            `${record} · ${title}: ${change}`,
            ...defects,
            ...conflicts.map(({ field }) => `hai bên cùng sửa: ${field}`),
          ].join('\n  '),
        )
    console.log(
      outcome.isDone
        ? 'Đã đưa vào thành bản nháp; người thứ hai duyệt trong bàn làm việc.'
        : 'Chưa thay đổi gì. Thêm --apply để đưa vào; chỗ hai bên cùng sửa thì chọn trong bàn làm việc.',
    )
  } else throw new Error(USAGE)
})
