/** All starter guides as they come with the package inside Zalo: readable when our server cannot be reached. */
import { starterTopics } from '../../shared/content/index.ts'

export const bundledTopics = starterTopics

/** The day of the build; ISO. */
export const bundledOn = new Date().toISOString()
