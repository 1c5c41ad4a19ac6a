/** The part of the contract that a phone calls. What desks call weighs nothing here and changes nothing that was kept. */
import { contract } from '../../shared/contract.ts'

const { areas, chat, links, places, privacy, procedures, session, ward } = contract
const { listOwn, openOwn } = contract.handoffs
const { read } = contract.questions.figures
const { approvals: _a, houses: _h, settings: _s, starters, ...ofNotices } = contract.notices
const notices = { ...ofNotices, starters: { list: starters.list } }
const handoffs = { listOwn, openOwn }
const questions = { figures: { read } }
export const phoneContract = {
  areas,
  chat,
  handoffs,
  links,
  notices,
  places,
  privacy,
  procedures,
  questions,
  session,
  ward,
}
