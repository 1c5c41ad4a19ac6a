import { dayOf, element, icon, timeOf } from './dom.js'

const box = document.getElementById('messages')
const EXAMPLES = ['Làm giấy khai sinh cần gì?', 'dang ky tam tru o dau', 'Lệ phí kết hôn bao nhiêu']
const STATES = { sent: 'Đã gửi', received: 'Đã nhận', seen: 'Đã xem' }
const MEDIA = {
  image: ['picture', () => 'Hình ảnh'],
  gif: ['picture', () => 'Ảnh động'],
  audio: ['voice', media => `Tin thoại ${media.seconds ?? ''} giây`],
  video: ['picture', () => 'Đoạn phim'],
  sticker: ['sticker', () => 'Nhãn dán'],
  location: ['place', media => `Vị trí: ${media.latitude}, ${media.longitude}`],
  file: ['file', media => media.name],
}

/** Draws one conversation; `press(message, place)` and `say(text)` are what a resident can do in it. */
export function createChat(press, say) {
  let drawn = ''
  let atEnd = true
  const toEnd = () => {
    box.scrollTop = box.scrollHeight
  }
  box.addEventListener('scroll', () => {
    atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 80
  })
  new ResizeObserver(() => atEnd && toEnd()).observe(box)

  function render(messages) {
    const shown = messages.filter(message => !message.hidden)
    const print = JSON.stringify(shown)
    if (print === drawn) return
    drawn = print
    const stay = !atEnd && shown.at(-1)?.from === 'oa'
    const focused = focusedButton()
    box.replaceChildren(...(shown.length === 0 ? [examples()] : shown.flatMap(drawMessage)))
    if (focused) box.querySelector(`[data-button="${focused}"]`)?.focus()
    if (!stay) toEnd()
  }

  function drawMessage(message, place, all) {
    const mine = message.from === 'person'
    const before = all[place - 1]
    const newDay = !before || dayOf(before.at) !== dayOf(message.at)
    const classes = ['message', mine ? 'mine' : 'theirs', message.adminId ? 'officer' : ''].join(' ').trim()
    const parts = [...drawMedia(message), ...drawText(message), ...drawCards(message), ...drawButtons(message)]
    const speaker = element('span', { class: 'hidden' }, mine ? 'Người dân nhắn: ' : 'Phường nhắn: ')
    const line = element('p', { class: 'meta' }, metaOf(message))
    const item = element('div', { class: classes }, speaker, ...parts, line)
    return newDay ? [element('p', { class: 'day' }, dayOf(message.at)), item] : [item]
  }

  function drawButtons({ id, buttons }) {
    if (buttons.length === 0) return []
    const made = buttons.map((button, place) =>
      element(
        'button',
        { type: 'button', 'data-button': `${id}-${place}`, onclick: () => press(id, place) },
        button.title,
      ),
    )
    return [element('div', { class: 'choices' }, ...made)]
  }

  function examples() {
    const made = EXAMPLES.map(text => element('button', { type: 'button', onclick: () => say(text) }, text))
    return element('div', { class: 'examples' }, element('p', {}, 'Chưa có tin nào. Hỏi phường thử một câu:'), ...made)
  }

  return {
    render,
    clear: () => {
      drawn = ''
      atEnd = true
    },
  }
}

function drawText({ text }) {
  return text === '' ? [] : [element('p', { class: 'bubble' }, text)]
}

function drawMedia({ kind, media }) {
  const found = MEDIA[kind]
  return found ? [element('p', { class: 'bubble media' }, icon(found[0]), found[1](media))] : []
}

function drawCards({ cards }) {
  return cards.map(({ title, subtitle }) =>
    element('p', { class: 'bubble' }, element('strong', {}, title), subtitle && `\n${subtitle}`),
  )
}

function metaOf({ at, state, adminId, reactions }) {
  const words = [timeOf(at), STATES[state]]
  if (adminId) words.unshift('Cán bộ nhắn')
  if (reactions.length > 0) words.push(`Phường thả ${reactions.at(-1)}`)
  return words.join(', ')
}

function focusedButton() {
  return document.activeElement?.getAttribute('data-button')
}
