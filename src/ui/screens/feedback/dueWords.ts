import type { Due } from '#domain/ledger/due.ts'
import type { Words } from '#ui/words.ts'

export interface DueWords {
  readonly word: string
  readonly number: string
  readonly unit: string
  readonly tone: 'plain' | 'today' | 'over' | 'done'
}

/** 还剩 3 小时: a word, a number, a unit. */
export function dueWords(due: Due, said: Words['feedback']['due']): DueWords {
  if (due.standing === 'notReceived')
    return { word: said.here, number: '✓', unit: said.notSent, tone: 'plain' }
  if (due.standing === 'untold') return { word: said.passedOn, number: '→', unit: said.inHand, tone: 'plain' }
  if (due.standing === 'outside' && due.amount === undefined)
    return { word: said.sentOut, number: '→', unit: said.outThere, tone: 'plain' }
  const number = due.amount === undefined ? '✓' : String(due.amount)
  const unit = due.unit === undefined ? said.done : said[due.unit]
  if (due.standing === 'outside')
    return {
      word: due.late ? said.outsideLate : said.outside,
      number,
      unit,
      tone: due.late ? 'over' : 'plain',
    }
  if (due.standing === 'done') return { word: said.used, number, unit, tone: 'done' }
  if (due.standing === 'overdue') return { word: said.over, number, unit, tone: 'over' }
  if (due.standing === 'onHold') return { word: said.held, number, unit, tone: 'plain' }
  return { word: said.left, number, unit, tone: due.today || due.standing === 'soon' ? 'today' : 'plain' }
}
