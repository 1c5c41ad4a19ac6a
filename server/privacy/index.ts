/** The right to be forgotten, by a message. */
import type { Feature } from '../feature.ts'
import { erasureSkill } from './skill.ts'

export function createPrivacy(): Feature {
  return { name: 'privacy', skills: [erasureSkill] }
}
