/** After the last test, also when some failed. */
import { undoSetUp } from './global-setup.ts'

export default undoSetUp
