import type { zh } from '#ui/words/zh/all.ts'
import { common } from './common.ts'
import { sync } from './sync.ts'
import { today } from './today.ts'

/** One line for each feature; a word that is missing is a type error. */
export const en: typeof zh = {
  common,
  sync,
  today,
}
