/**
 * `npm start`. Without any ZALO_ setting: practice mode, where an emulated Zalo runs beside the server and nothing
 * leaves this machine. With Zalo settings: the server alone, talking to the real Zalo.
 */
import { nodeOptions } from './node-options.mjs'
import { createPracticeSettings, hasZaloSettings } from './practice.mjs'
import { startProcess, whenExited, whenReady } from './processes.mjs'

const SERVER = 'server/main.ts'

export async function start({ node, root }) {
  const practice = hasZaloSettings(process.env) ? null : createPracticeSettings(root)
  const children = []
  let stopping = false
  const stop = signal => {
    stopping = true
    for (const child of children) if (child.exitCode === null) child.kill(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM')
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal))

  const launch = (file, env) => {
    const options = nodeOptions(file === SERVER ? process.env.ROLE : undefined)
    const child = startProcess(node, [...options.flags, file], { ...options.env, ...process.env, ...env })
    children.push(child)
    child.once('exit', () => stop('SIGTERM'))
    return child
  }
  try {
    const settings = practice ? { ...practice.server, ...(await openPracticeZalo(launch, practice)) } : {}
    const server = launch(SERVER, settings)
    const ready = await whenReady(server)
    // Zalo takes an address only when it answers: nothing that is written before that reaches the ward.
    if (practice)
      await tellEmulator(practice.server.EMULATOR_URL, 'webhook/register', {
        url: practice.emulator.EMULATOR_WEBHOOK_URL,
      })
    announce(ready, practice)
    const code = await whenExited(server)
    stop('SIGTERM')
    await Promise.all(children.map(whenExited))
    return stopping ? 0 : code
  } catch (error) {
    stop('SIGTERM')
    await Promise.all(children.map(whenExited))
    return error.exitCode ?? 1
  }
}

/** Starts the emulated Zalo and asks it for a first refresh token, as a team does in Zalo's API Explorer. */
async function openPracticeZalo(launch, practice) {
  const url = await whenReady(launch('emulator/main.ts', practice.emulator))
  const { refreshToken } = await tellEmulator(url, 'tokens/grant', {})
  return { ZALO_REFRESH_TOKEN: refreshToken }
}

async function tellEmulator(url, what, body) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/__emu/${what}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return response.json()
}

function announce({ url, consentUrl, healthUrl, consoleUrl, firstAdministratorUrl }, practice) {
  const desk = firstAdministratorUrl
    ? [`  Bàn làm việc     ${firstAdministratorUrl}   Người quản trị đầu tiên mở một lần để tạo tài khoản.`]
    : [`  Bàn làm việc     ${consoleUrl}   Cán bộ đăng nhập ở đây.`]
  const lines = practice
    ? [
        'Một Cửa đang chạy ở chế độ tập dượt: không có tin nào ra khỏi máy này.',
        `  Zalo tập dượt   ${practice.emulatorUrl}   Mở trang này, đóng vai một người dân và nhắn thử cho phường.`,
        `  Trang của phường ${url}   Các hướng dẫn thủ tục mà người dân đọc được trên trình duyệt.`,
        `  Ứng dụng        ${url}/app/   Như trên điện thoại: tìm thủ tục, lập danh sách giấy tờ của mình.`,
        ...desk,
        `  Tình trạng máy   ${healthUrl}   Trang cho cán bộ: phần nào đang chạy, phần nào chưa và vì sao.`,
        'Bấm Ctrl-C để dừng tất cả.',
      ]
    : [
        'Một Cửa đang chạy với Zalo thật.',
        `  Trang của phường ${url}   Các hướng dẫn thủ tục mà người dân đọc được trên trình duyệt.`,
        `  Ứng dụng        ${url}/app/   Như trên điện thoại: tìm thủ tục, lập danh sách giấy tờ của mình.`,
        ...desk,
        `  Tình trạng máy   ${healthUrl}   Trang cho cán bộ: phần nào đang chạy, phần nào chưa và vì sao.`,
        ...(consentUrl
          ? [`  Cấp quyền Zalo   ${consentUrl}   Quản trị viên OA mở một lần để cho phép Một Cửa nhắn tin thay phường.`]
          : []),
      ]
  console.log(`\n${lines.join('\n')}\nready ${url}`)
}
