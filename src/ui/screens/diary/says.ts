import type { DiaryDay, DiaryLine } from '#queries/diary.ts'
import type { Spoken } from '#ui/screens/binReport/names.ts'

/** 采取措施: what was done, oldest first. `openly` leaves out what anybody typed. */
export function doneWords(
  line: Pick<DiaryLine, 'steps' | 'went'>,
  { words }: Spoken,
  openly: boolean,
): string {
  const { diary, feedback } = words
  const went = line.went ? feedback.dispositions[line.went] : diary.notYet
  const steps = line.steps.map(({ is, text }) => {
    const said = diary.steps[is] ?? ''
    return openly || text === undefined ? said : `${said}：${text}`
  })
  return [went, ...new Set(steps)].join('；')
}

/** 结果反馈: handled, what the asker said, and the tick. */
export function resultWords(line: DiaryLine, { words }: Spoken): string {
  const { diary, feedback } = words
  return [
    line.handled ? diary.handled : line.held ? feedback.holds[line.held] : diary.waiting,
    line.agrees && feedback.detail.results[line.agrees],
    line.told ? diary.told : diary.notTold,
  ]
    .filter(Boolean)
    .join('・')
}

export function planWords({ plan }: DiaryDay, { words, formats }: Spoken): readonly string[] {
  const { diary, bins } = words
  const lines = [
    ...plan.shifts.map((one) => diary.shift(bins.window[one])),
    ...plan.campaigns.map((one) => diary.campaign(one)),
    ...(plan.comeBacks > 0 ? [diary.comeBacks(formats.number(plan.comeBacks))] : []),
  ]
  return lines.length > 0 ? lines : [diary.planNone]
}
