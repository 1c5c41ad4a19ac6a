/** How notices are carried, as far as the ward decides it. Pure. */
export { carryingContract } from './contract.ts'
export { GroupAsset, GroupObstacle, OaGroup } from './groups.ts'
export { findMappingProblems, type MappingProblem, sayMappingProblem } from './mapping.ts'
export {
  channelWords,
  factNames,
  obstacleWords,
  postStateWords,
  sayProduct,
  templateStatusNames,
} from './screen-words.ts'
export { CarryingRules, CarryingSetting, OaTemplate, TemplateUse } from './templates.ts'
