/** What is held about a person, and the right to be forgotten: on the phone, and by a message. */
import type { ErasureProof, StoredAboutMe } from '../../shared/stored.ts'
import { AppError } from '../errors.ts'
import type { Feature, House } from '../feature.ts'
import { erasePerson } from '../platform/people/index.ts'
import { erasureSkill } from './skill.ts'
import { readStored } from './stored.ts'

export interface PrivacyFeature extends Feature {
  read(personId: string): Promise<StoredAboutMe>
  /** From here on every token of the person is refused. */
  erase(personId: string): Promise<ErasureProof>
}

export function createPrivacy({ db, clock, config, count }: House): PrivacyFeature {
  return {
    name: 'privacy',
    skills: [erasureSkill],
    read: personId => readStored(db, personId, config.keepMessagesDays),
    async erase(personId) {
      const erasedAt = clock.now()
      const proof = await db
        .transaction()
        .execute(tx => erasePerson(tx, { personId }, { cause: 'person asked', requestedAt: erasedAt }))
      if (!proof) throw new AppError('not_found', 'nothing is held about this person')
      count('erasure', 'phone')
      return { proof, erasedAt }
    },
  }
}
