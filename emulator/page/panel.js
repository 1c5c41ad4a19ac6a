import { call, read, send } from './api.js'
import { dayOf, element, timeOf } from './dom.js'

const panel = document.getElementById('panel')
const clock = document.getElementById('clock')
const oaType = document.getElementById('oa-type')
const faults = document.getElementById('faults')
const webhookState = document.getElementById('webhook-state')
const webhookLog = document.getElementById('webhook-log')

const FAULTS = [
  ['Zalo báo bận khi phường gửi tin (502)', { target: 'message', effect: 'bad_gateway' }],
  ['Tin đã tới nhưng phường không được báo lại', { target: 'message', effect: 'drop_after' }],
  ['Zalo chậm 10 giây', { target: 'message', effect: 'slow', delayMs: 10_000 }],
  ['Phường gọi quá nhiều (-32)', { target: 'message', effect: 'error', code: -32 }],
  ['Chìa khóa bị từ chối (-216)', { target: 'message', effect: 'error', code: -216 }],
  ['Tin của bà con bị rơi trên đường', { target: 'webhook', effect: 'lost' }],
  ['Tin của bà con tới phường hai lần', { target: 'webhook', effect: 'duplicate' }],
  ['Tin của bà con tới sai thứ tự', { target: 'webhook', effect: 'out_of_order' }],
]

const STATES = {
  none: ['bad', 'Chưa có địa chỉ của phường.'],
  waiting: ['bad', 'Đang chờ máy chủ của phường trả lời.'],
  active: ['good', 'Đang hoạt động.'],
  disabled: ['bad', 'Zalo đã tắt vì phường không trả lời nhiều lần. Chữa xong thì bấm Nối lại.'],
}

/** The operator's panel: time, kind of OA, faults, webhook, starting over. */
export function createPanel({ officerSays, ask }) {
  let offsetMs = 0

  function showClock() {
    const now = Date.now() + offsetMs
    clock.textContent = `${timeOf(now)}, ${dayOf(now)}`
  }

  async function refresh() {
    if (!panel.open) return
    const [reading, settings, rules, webhook, log] = await Promise.all(
      ['/clock', '/settings', '/chaos', '/webhook', '/webhook/log?limit=8'].map(read),
    )
    offsetMs = reading.offsetMs
    showClock()
    oaType.value = settings.oa.type
    drawFaults(rules)
    drawWebhook(webhook, log)
  }

  function drawFaults(rules) {
    FAULTS.forEach(([, rule], place) => {
      faults.querySelectorAll('input')[place].checked = rules.some(active => isSame(active, rule))
    })
  }

  async function switchFault(rule, on) {
    if (on) return send('/chaos', rule)
    const rules = await read('/chaos')
    await Promise.all(rules.filter(active => isSame(active, rule)).map(({ id }) => call('DELETE', `/chaos/${id}`)))
  }

  for (const [words, rule] of FAULTS) {
    const input = element('input', { type: 'checkbox', role: 'switch' })
    input.addEventListener('change', () => switchFault(rule, input.checked))
    faults.append(element('li', {}, element('label', {}, words, input)))
  }
  for (const button of panel.querySelectorAll('[data-advance]')) {
    button.addEventListener('click', () => send('/clock', { advance: button.dataset.advance }))
  }
  for (const button of document.querySelectorAll('[data-opens-panel]')) {
    button.addEventListener('click', () => {
      // Where there is room the chat stays beside the panel; a small screen shows one of them.
      if (matchMedia('(min-width: 1100px)').matches) panel.show()
      else panel.showModal()
      refresh()
    })
  }
  oaType.addEventListener('change', () => call('PATCH', '/settings', { oa: { type: oaType.value } }))
  document.getElementById('webhook-test').addEventListener('click', () => send('/webhook/test').then(refresh))
  document.getElementById('webhook-register').addEventListener('click', () => send('/webhook/register').then(refresh))
  document.getElementById('reset').addEventListener('click', async () => {
    if (await ask('Xóa mọi cuộc trò chuyện và tập lại từ đầu?')) await send('/reset')
  })
  document.getElementById('officer').addEventListener('submit', event => {
    event.preventDefault()
    const input = document.getElementById('officer-text')
    if (input.value.trim() !== '') officerSays(input.value)
    input.value = ''
  })
  setInterval(showClock, 5000)

  return { refresh }
}

function drawWebhook({ url, state }, log) {
  const [tone, words] = STATES[state]
  webhookState.className = tone
  webhookState.textContent = url ? `${words} ${url}` : words
  webhookLog.replaceChildren(
    ...log.map(entry =>
      element(
        'li',
        {},
        `${timeOf(entry.at)} ${entry.event}`,
        element('strong', { class: toneOf(entry) }, fateOf(entry)),
      ),
    ),
  )
}

function fateOf({ outcome, why, attempts }) {
  if (outcome === 'skipped') return why
  const last = attempts.at(-1)
  if (!last) return 'đang gửi'
  const count = attempts.length > 1 ? `, ${attempts.length} lần` : ''
  return last.status === null ? `không tới (${last.error})${count}` : `${last.status}, ${last.milliseconds} ms${count}`
}

const toneOf = ({ outcome }) => (outcome === 'accepted' ? 'good' : 'bad')

const isSame = (active, rule) => Object.entries(rule).every(([name, value]) => active[name] === value)
