const form = document.getElementById('composer')
const text = document.getElementById('text')
const more = document.getElementById('more')
const tray = document.getElementById('tray')

/** Typing and the tray of other things to send; Enter sends, Shift+Enter starts a line. */
export function createComposer(say, sendMedia) {
  const grow = () => {
    text.style.height = 'auto'
    text.style.height = `${text.scrollHeight + 2}px`
  }
  const toggleTray = open => {
    tray.hidden = !open
    more.setAttribute('aria-expanded', String(open))
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    const words = text.value
    if (words.trim() === '') return
    text.value = ''
    grow()
    say(words)
  })
  // While Telex or VNI is still composing a letter, Enter belongs to the input method.
  text.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
  text.addEventListener('input', grow)
  more.addEventListener('click', () => toggleTray(tray.hidden))
  for (const button of tray.querySelectorAll('[data-sends]')) {
    button.addEventListener('click', () => {
      toggleTray(false)
      sendMedia(button.dataset.sends)
      text.focus()
    })
  }
  return { focus: () => text.focus(), close: () => toggleTray(false) }
}
