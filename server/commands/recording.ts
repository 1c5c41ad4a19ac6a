/** `npm run recording -- add TOPIC FILE`, `list`, `remove ID`: guides read aloud, for a ward without a console. */
import { readFile, stat } from 'node:fs/promises'
import { type Recording, RecordingSection } from '../../shared/recordings.ts'
import { AppError } from '../errors.ts'
import { findArea, findOfficeOfAccount } from '../platform/areas/index.ts'
import { createFiles, FILE_KINDS, openDisk } from '../platform/files/index.ts'
import { attachRecording, listRecordings, removeRecording } from '../recordings/index.ts'
import { readOptions } from './command.ts'
import { type Installation, runCommand } from './installation.ts'

const SECTIONS: Record<RecordingSection, string> = {
  whole: 'cả bài',
  summary: 'câu giới thiệu',
  papers: 'giấy tờ cần có',
  steps: 'các bước',
  where: 'làm ở đâu',
  time: 'bao lâu',
  fee: 'lệ phí',
}

const USAGE = `Cách dùng:
  npm run recording -- list                              các bản ghi âm đã gắn, và mã của chúng
  npm run recording -- add MÃ_THỦ_TỤC TỆP                gắn bản đọc cả bài; mã là phần cuối địa chỉ trang, ví dụ khai-sinh
  npm run recording -- add MÃ_THỦ_TỤC TỆP --section PHẦN gắn bản đọc một phần
  npm run recording -- remove MÃ_BẢN_GHI                 gỡ một bản ghi
Thêm được: --revision SỐ (phiên bản đã đọc, để máy từ chối khi bài đã sửa), --area MÃ_ĐỊA_BÀN, --by TÊN_NGƯỜI_GẮN.
PHẦN là: ${Object.entries(SECTIONS)
  .map(([section, words]) => `${section} (${words})`)
  .join(', ')}.
Tệp là mp3, m4a, aac, ogg hoặc wav, không quá ${FILE_KINDS.audio.mostBytes / 1024 / 1024} MB. Mọi điện thoại đều mở được mp3 và m4a.`

await runCommand(async (installation, args) => {
  const options = {
    section: { type: 'string', default: 'whole' },
    revision: { type: 'string' },
    area: { type: 'string' },
    by: { type: 'string', default: 'operator' },
  } as const
  const { values, positionals } = readOptions({ args, allowPositionals: true, options }, USAGE)
  const [action, first, file] = positionals
  const { db, config } = installation
  const areaId = await findAreaId(installation, values.area)
  const hand = { db, files: createFiles({ db, disk: await openDisk(config) }), areaId, by: values.by }
  if (action === 'list') {
    const all = await listRecordings(db, areaId)
    for (const one of all) console.log(`${one.id}\t${describe(one)}`)
    if (all.length === 0) console.log('Chưa có bản ghi âm nào.')
  } else if (action === 'add' && first && file) {
    const section = RecordingSection.safeParse(values.section)
    if (!section.success) throw new Error(USAGE)
    const revision =
      values.revision === undefined ? await revisionInForce(installation, first) : Number(values.revision)
    const attached = await attachRecording(
      { ...hand, at: new Date() },
      { topic: first, revision, section: section.data },
      await readRecording(file),
    ).catch(explain)
    console.log(`Đã gắn: ${describe(attached)}.`)
    if (attached.mediaType === 'audio/ogg')
      console.log('iPhone đời cũ không mở được tệp ogg; nên đổi sang mp3 hoặc m4a.')
  } else if (action === 'remove' && first && /^\d{1,18}$/.test(first)) {
    console.log(`Đã gỡ: ${describe(await removeRecording(hand, first).catch(explain))}.`)
  } else {
    throw new Error(USAGE)
  }
})

async function findAreaId({ db, config }: Installation, code: string | undefined): Promise<string> {
  const area = code === undefined ? await findOfficeOfAccount(db, config.zalo.oaId) : await findArea(db, code)
  if (area && area.level !== 'neighbourhood') return area.id
  throw new Error(
    code === undefined
      ? 'Chưa có phường nào trong máy này. Chạy npm start một lần rồi làm lại.'
      : `Không có phường hay thành phố nào mã "${code}". Xem các mã bằng: npm run role -- areas`,
  )
}

async function revisionInForce({ db }: Installation, topic: string): Promise<number> {
  const row = await db
    .selectFrom('topic_revisions')
    .select('revision')
    .where('topic_key', '=', topic)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (!row) return explain(new AppError('not_found', 'no such topic'))
  return row.revision
}

async function readRecording(file: string): Promise<Uint8Array> {
  const { size } = await stat(file).catch(() => {
    throw new Error(`Không mở được tệp "${file}". Kiểm tra lại đường dẫn.`)
  })
  if (size > FILE_KINDS.audio.mostBytes) return explain(new AppError('invalid', 'too large'))
  return readFile(file)
}

/** The closed list of refusals, in words for whoever typed the command. */
function explain(error: unknown): never {
  if (!(error instanceof AppError)) throw error
  if (error.code === 'not_found')
    throw new Error('Không có mã này. Xem lại mã thủ tục ở địa chỉ trang, hoặc chạy lệnh list.')
  if (error.code === 'conflict')
    throw new Error('Bài này đã có phiên bản mới; bản ghi đọc chữ cũ nên không gắn. Mở trang, đọc lại rồi ghi bản mới.')
  throw new Error(`Tệp này không gắn được: phải là tiếng ghi mp3, m4a, aac, ogg hoặc wav, không quá 10 MB.`)
}

function describe({ topic, revision, section, isCurrent, bytes }: Recording): string {
  const size = `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`
  return `${topic}, phiên bản ${revision}, ${SECTIONS[section]}, ${size}${isCurrent ? '' : ' (bài đã sửa, không phát nữa: cần ghi lại)'}`
}
