import { read, send } from './api.js'
import { createChat } from './chat.js'
import { createComposer } from './composer.js'
import { element } from './dom.js'
import { createPanel } from './panel.js'
import { callOf, createPeopleList } from './people.js'

const stage = document.getElementById('stage')
const conversation = document.getElementById('conversation')
const follow = document.getElementById('follow')
const dialog = document.getElementById('ask')
let present = null

const path = (what = '') => `/personas/${present.key}${what}`
const say = text => send(path('/text'), { text })

const people = createPeopleList(choose)
const chat = createChat(press, say)
const composer = createComposer(say, kind => send(path(`/${kind}`)))
const panel = createPanel({
  officerSays: text => present && send(path('/officer'), { text }),
  ask: question => openDialog(question, { confirm: true }),
})

async function choose(person) {
  present = person
  people.choose(person.key)
  chat.clear()
  composer.close()
  document.getElementById('nobody').hidden = true
  conversation.hidden = false
  stage.classList.add('talking')
  document.getElementById('as-whom').textContent = `Trong vai ${callOf(person)}`
  await send(path('/open'))
  await refreshChat()
  composer.focus()
}

async function refreshChat() {
  if (!present) return
  const { key } = present
  const [person, messages] = await Promise.all([read(path()), read(path('/messages?limit=200'))])
  if (key !== present?.key) return
  const { followed } = person.relation
  follow.setAttribute('aria-pressed', String(followed))
  follow.textContent = followed ? 'Đã quan tâm' : 'Quan tâm'
  chat.render(messages)
  if (!document.hidden && messages.some(({ from, state }) => from === 'oa' && state === 'received'))
    await send(path('/see'))
}

async function press(messageId, button) {
  const result = await send(path('/press'), { messageId, button })
  if (result.opened) await openDialog(`Zalo mở trang này:\n${result.opened}`, { link: result.opened })
  if (result.dialled) await openDialog(`Zalo gọi số ${result.dialled}`)
  if (result.sms) await openDialog(`Zalo soạn tin SMS tới ${result.sms.phone}:\n${result.sms.content}`)
}

/** Resolves true when the person agreed. */
function openDialog(text, { confirm = false, link } = {}) {
  document.getElementById('ask-text').textContent = text
  document.getElementById('ask-yes').hidden = !confirm
  const anchor = { class: 'button strong', href: link, target: '_blank', rel: 'noopener noreferrer' }
  document.getElementById('ask-link').replaceChildren(...(link ? [element('a', anchor, 'Mở trang')] : []))
  dialog.returnValue = 'no'
  dialog.showModal()
  return new Promise(resolve => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true })
  })
}

follow.addEventListener('click', () => {
  const followed = follow.getAttribute('aria-pressed') === 'true'
  send(path(followed ? '/unfollow' : '/follow'))
})
document.getElementById('back').addEventListener('click', () => {
  stage.classList.remove('talking')
  present = null
  people.choose(null)
})
document.addEventListener('visibilitychange', refreshChat)

/** Several changes in one moment are drawn once. */
function soon(task) {
  let timer
  return () => {
    clearTimeout(timer)
    timer = setTimeout(task, 40)
  }
}

const chatSoon = soon(refreshChat)
const panelSoon = soon(panel.refresh)

function watch() {
  const stream = new EventSource('/__emu/stream')
  stream.onopen = () => {
    people.load()
    chatSoon()
  }
  stream.onmessage = ({ data }) => {
    const change = JSON.parse(data)
    if (change.kind === 'people') people.load()
    if (change.kind === 'chat' && change.person !== present?.key) people.hasNews(change.person)
    chatSoon()
    panelSoon()
  }
}

const [{ oa }] = await Promise.all([read('/settings'), people.load()])
document.getElementById('ward-name').textContent = oa.name
watch()
