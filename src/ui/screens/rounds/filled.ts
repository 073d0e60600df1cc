import type { CampaignForm } from '#commands/campaigns.ts'
import type { Campaign, Question } from '#domain/bins/campaign.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Becoming } from '#ui/state/draft.ts'

/** A question while it is written: its choices stand in one line. */
export interface FilledQuestion {
  readonly id: string
  readonly text: string
  readonly choices: string
}

/** What stands in the form of a round. */
export interface Filled extends Omit<CampaignForm, 'questions' | 'purpose'>, Becoming {
  readonly purpose: string
  readonly questions: readonly FilledQuestion[]
}

export const QUESTIONS_MOST = 8
const CHOICES = { least: 2, most: 6, length: 20 } as const

export function blank(from: string, until: string): Filled {
  return { title: '', purpose: '', questions: [], where: [], doors: 'all', people: [], from, until }
}

export function filledOf(campaign: Campaign): Filled {
  const { title, purpose = '', questions, where, doors, people, from, until } = campaign
  const lines = questions.map(({ id, text, choices }) => ({ id, text, choices: choices?.join('、') ?? '' }))
  return { title, purpose, questions: lines, where, doors, people, from, until }
}

/** The choices of a line, each once; none where nothing stands there. */
function choicesOf(line: string): readonly string[] {
  return [...new Set(line.split(/[、，,；;/\n]/).map((one) => one.trim()))].filter((one) => one !== '')
}

export function areWrong(line: string): boolean {
  const choices = choicesOf(line)
  return (
    choices.length > 0 &&
    (choices.length < CHOICES.least ||
      choices.length > CHOICES.most ||
      choices.some((one) => one.length > CHOICES.length))
  )
}

/** One more question, under a new id: what was said to one that was dropped is never counted under another. */
export function withQuestion(questions: readonly FilledQuestion[], newId: string): readonly FilledQuestion[] {
  return [...questions, { id: newId.slice(0, 8), text: '', choices: '' }]
}

export type Why = 'noName' | 'noQuestion' | 'wrongChoices' | 'wrongDays'

/** What still keeps it from being planned. */
export function missing({ title, questions, from, until }: Filled): Why | undefined {
  if (title.trim() === '') return 'noName'
  if (questions.some(({ text }) => text.trim() === '')) return 'noQuestion'
  if (questions.some(({ choices }) => areWrong(choices))) return 'wrongChoices'
  return from !== '' && until !== '' && from <= until ? undefined : 'wrongDays'
}

export function asForm(filled: Filled): CampaignForm {
  const { id: _, purpose, questions, ...rest } = filled
  return {
    ...rest,
    title: rest.title.trim(),
    questions: questions.map(asQuestion),
    ...(purpose.trim() && { purpose: purpose.trim() }),
  }
}

function asQuestion({ id, text, choices: line }: FilledQuestion): Question {
  const choices = choicesOf(line)
  return { id, text: text.trim(), ...(choices.length > 0 && { choices }) }
}

/** In or out of a list. */
export function toggled<T extends RecordId | string>(list: readonly T[], one: T): readonly T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one]
}
