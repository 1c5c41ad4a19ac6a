import { read } from './api.js'
import { element } from './dom.js'

const list = document.getElementById('people')
const fresh = new Set()
let people = []
let chosen = null

/** The list of residents; `choose` is called with the person somebody tapped. */
export function createPeopleList(choose) {
  function render() {
    list.replaceChildren(...people.map(person => element('li', {}, row(person))))
  }

  function row(person) {
    const words = element(
      'span',
      {},
      element('strong', {}, callOf(person)),
      element('span', { class: 'hint' }, aboutOf(person)),
    )
    const mark = fresh.has(person.key) ? [element('span', { class: 'fresh' }, 'Tin mới')] : []
    return element(
      'button',
      {
        type: 'button',
        class: 'person',
        'aria-current': person.key === chosen ? 'true' : 'false',
        onclick: () => choose(person),
      },
      element('span', { class: 'face', 'aria-hidden': 'true' }, lastWord(person.name).slice(0, 1)),
      words,
      ...mark,
    )
  }

  return {
    async load() {
      people = (await read('/personas')).slice(0, 50)
      render()
      return people
    },
    choose(key) {
      chosen = key
      fresh.delete(key)
      render()
    },
    hasNews(key) {
      if (key === chosen || fresh.has(key)) return
      fresh.add(key)
      render()
    },
  }
}

export const callOf = person => `${person.title} ${person.name}`.trim()

function aboutOf({ age, note }) {
  return note === '' ? `${age} tuổi` : `${age} tuổi. ${note}`
}

const lastWord = name => name.split(' ').at(-1)
