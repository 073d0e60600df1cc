import { type Answer, type Ask, STEPS, type Step, SURVEY_CHANNELS, type SurveyChannel } from './survey.ts'

/** Below so many marks a percentage says more about who happened to be asked than about the compound. */
export const MARKS_FOR_RATE = 30
/** Where fewer than one of three that were asked answered, those who did are not like those who did not. */
const OF_ASKED = 3

/** What answers come to for one question. */
export interface AskFigures {
  readonly by: Readonly<Record<Step, number>>
  /** Marks on the five steps; 不清楚 is none. */
  readonly valid: number
  /** 非常满意 and 满意. */
  readonly good: number
}

/** How many were asked, and what became of it. */
export interface SurveyReach {
  /** answered + refused + nobody */
  readonly asked: number
  readonly answered: number
  readonly refused: number
  readonly nobody: number
}

/** A rate that may be said aloud, or why it may not. Its two numbers stand beside it either way. */
export type Headline =
  | { readonly is: 'rate'; readonly perMille: number }
  | { readonly is: 'none' } // nobody gave a mark
  | { readonly is: 'fewMarks' }
  | { readonly is: 'fewOfAsked' }

export function reachOf(answers: readonly Answer[]): SurveyReach {
  const reach = { asked: 0, answered: 0, refused: 0, nobody: 0 }
  for (const { asked, count } of answers) {
    reach[asked] += count
    reach.asked += count
  }
  return reach
}

export function figuresFor(answers: readonly Answer[], ask: Ask): AskFigures {
  const by = Object.fromEntries(STEPS.map((step) => [step, 0])) as Record<Step, number>
  for (const { given } of answers) for (const one of given) if (one.ask === ask) by[one.step] += 1
  const good = by.very + by.satisfied
  return { by, good, valid: good + by.neutral + by.dissatisfied + by.veryDissatisfied }
}

/** satisfactionRate = (very + satisfied) ÷ valid, in thousandths; refused where the base does not carry it. */
export function headlineOf({ good, valid }: AskFigures, { asked, answered }: SurveyReach): Headline {
  if (valid === 0) return { is: 'none' }
  if (valid < MARKS_FOR_RATE) return { is: 'fewMarks' }
  if (answered * OF_ASKED < asked) return { is: 'fewOfAsked' }
  return { is: 'rate', perMille: Math.round((good / valid) * 1000) }
}

/** What came one way, and how far it reached. */
export interface OfChannel {
  readonly channel: SurveyChannel
  readonly reach: SurveyReach
}

/** Whether somebody went and asked for it. Who scans a code was asked by nobody: nobody knows how many passed it by. */
export function wasAsked({ channel }: Pick<Answer, 'channel'>): boolean {
  return channel !== 'qr'
}

/** At the door, on paper, by the code; only the ways by which anything came. */
export function byChannel(answers: readonly Answer[]): readonly OfChannel[] {
  return SURVEY_CHANNELS.map((channel) => ({
    channel,
    reach: reachOf(answers.filter((one) => one.channel === channel)),
  })).filter(({ reach }) => reach.asked > 0)
}
