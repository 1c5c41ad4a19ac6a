/** Notices of the ward: for now, how people tell them from forged ones. */
import type { Feature } from '../feature.ts'
import { authenticitySkill } from './authenticity-skill.ts'

export function createNotices(): Feature {
  return { name: 'notices', skills: [authenticitySkill] }
}
