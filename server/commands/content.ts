/** `npm run content -- export FILE.zip | pack FILE.json | import FILE [--apply]`: content out and in, without a browser. */
import { open, readFile, rm, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { largestContentFile } from '../../shared/packs/index.ts'
import { findOfficeOfAccount } from '../platform/areas/index.ts'
import { exportEverything, takeContent, writePack } from '../procedures/index.ts'
import { readOptions } from './command.ts'
import { runCommand } from './installation.ts'

const USAGE = 'Cách dùng: npm run content -- export TỆP.zip | pack TỆP.json | import TỆP [--apply]'
const OPERATOR = { label: 'người vận hành', actor: 'operator', isPerson: false }

await runCommand(async ({ db, config }, args) => {
  const options = { apply: { type: 'boolean', default: false } } as const
  const { positionals, values } = readOptions({ args, allowPositionals: true, options }, USAGE)
  const [what, file] = positionals
  if (!file) throw new Error(USAGE)
  const now = new Date()
  if (what === 'export') {
    await writeNew(file, exportEverything(db))
    console.log(`Đã ghi ${file}.`)
  } else if (what === 'pack') {
    const office = await findOfficeOfAccount(db, config.zalo.oaId)
    if (!office) throw new Error('Chưa có phường nào. Chạy npm start một lần trước.')
    const about = { origin: office.code, from: office.profile?.wardName ?? office.code, now }
    let told = { guides: 0, digest: '' }
    await writeNew(
      file,
      writePack(db, about, pack => {
        told = pack
      }),
    )
    console.log(`Đã ghi ${told.guides} hướng dẫn vào ${file}. Dấu: ${told.digest}`)
  } else if (what === 'import') {
    const size = await stat(file).then(
      one => one.size,
      () => null,
    )
    if (size === null) throw new Error(`Không mở được tệp ${file}.`)
    if (size > largestContentFile) throw new Error('Tệp lớn quá 20 MB.')
    const outcome = await takeContent(
      { db, hand: OPERATOR, now },
      { bytes: await readFile(file), isRehearsal: !values.apply, choices: {} },
    )
    for (const { record, title, change, defects, remarks, conflicts } of outcome.items)
      if (change !== 'same')
        console.log(
          [
            `${record} · ${title}: ${change}`,
            ...defects,
            ...remarks,
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

/** Nothing that is there is overwritten, and half a file is none. */
async function writeNew(file: string, content: Readable | AsyncIterable<string>): Promise<void> {
  const into = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'EEXIST' ? `Đã có tệp ${file}; đặt tên khác.` : `Không ghi được vào ${file}.`)
  })
  try {
    await pipeline(content, into.createWriteStream())
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}
