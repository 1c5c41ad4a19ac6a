/** How notices are carried, as far as the ward decides it. Pure. */
export { carryingContract } from './contract.ts'
export { GroupAsset, GroupObstacle, OaGroup } from './groups.ts'
export { obstacleWords, postStateWords, sayProduct } from './screen-words.ts'
